package dev.rushlight.review;

import dev.rushlight.installation.Json;
import jakarta.json.JsonObject;

/** How versions and votes are written down in the ledger. */
final class LedgerText {

    private LedgerText() {}

    static JsonObject of(ReviewVersion version) {
        return Json.createObjectBuilder()
                .add("version", version.number())
                .add("outcome", version.outcome().name())
                .build();
    }

    static JsonObject of(ReviewVersion version, Vote vote) {
        var text = Json.createObjectBuilder()
                .add("version", version.number())
                .add("vote", vote.id().toString())
                .add("by", vote.username())
                .add("choice", vote.choice().name())
                .add("standing", vote.standing().name())
                .add("at", vote.castAt().toString());
        vote.label().ifPresent(label -> text.add("label", label));
        if (!vote.onBehalfOf().isEmpty()) {
            text.add("onBehalfOf", Json.createArrayBuilder(vote.onBehalfOf()));
        }
        return text.build();
    }
}
