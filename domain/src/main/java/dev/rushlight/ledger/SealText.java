package dev.rushlight.ledger;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** How a seal is written outside of the database. */
final class SealText {

    private SealText() {}

    static JsonObject write(Seal seal) {
        return Json.createObjectBuilder()
                .add("installation", seal.installation().toString())
                .add("number", seal.number())
                .add("sealedAt", Fields.text(seal.sealedAt()))
                .add("heads", seal.heads())
                .add("root", seal.root())
                .add("previousHash", seal.previousHash())
                .add("publicKey", seal.publicKey())
                .add("hash", seal.hash())
                .add("signature", seal.signature())
                .build();
    }

    /** Reads exactly what was written: a member too many or too few, or in another form, is a {@link NotWhatWasWritten}. */
    static Seal read(JsonObject json) {
        return StrictJson.read(
                json,
                object -> new Seal(
                        UUID.fromString(object.getString("installation")),
                        object.getJsonNumber("number").longValueExact(),
                        Instant.parse(object.getString("sealedAt")),
                        object.getJsonNumber("heads").intValueExact(),
                        object.getString("root"),
                        object.getString("previousHash"),
                        object.getString("publicKey"),
                        object.getString("hash"),
                        object.getString("signature")),
                SealText::write);
    }
}
