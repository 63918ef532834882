package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hubs with a relay between them, and a Rushlight that listens at both: nothing goes round in circles. */
@ExtendWith(SharedStudio.class)
class RelayIT {

    @Test
    void whatARelayCarriesToTheOtherHubIsNotActedUponOnceMore(Studio studio) {
        studio.connectToRemote();
        var far = studio.remote().rushlight();
        var farKey = far.apiKey("relay");
        try (var near = studio.artist("jo").subscribe("topic=webreview.*");
                var maria = studio.artist(Studio.ADMIN);
                var relay = FtrackJs.connect(far.url(), "relay", farKey);
                var farListener = FtrackJs.connect(far.url(), "relay", farKey).subscribe("topic=webreview.*")) {
            var item = near.submit(Submissions.task("relay/one", "Relayed once"));
            var id = item.getString("itemId");
            var vote = UUID.randomUUID().toString();
            var receipt = maria.ask(
                            "webreview.vote",
                            vote,
                            Json.createObjectBuilder()
                                    .add("itemId", id)
                                    .add("version", 1)
                                    .add("vote", "REQUEST_CHANGES")
                                    .add("reason", "Seen at one hub")
                                    .build())
                    .getJsonObject("data");
            assertThat(receipt.getBoolean("success")).as("%s", receipt).isTrue();
            near.awaitDecision(id, 1);
            near.await("the vote", heard -> isAbout(id, heard, "webreview.vote.recorded"));

            var carried = about(near, id);
            carried.forEach(relay::relay);
            near.heard("webreview.vote").stream()
                    .filter(heard -> heard.getString("id").equals(vote))
                    .forEach(relay::relay);
            // Each server takes a hub's events in one after the other: after this answer all of them were looked at.
            farListener.submit(Submissions.task("relay/fence", "After the relay"));
            near.submit(Submissions.task("relay/fence", "After the relay"));

            assertThat(about(near, id)).hasSameSizeAs(carried);
            assertThat(about(farListener, id))
                    .extracting(heard -> heard.getString("id"))
                    .containsExactlyInAnyOrderElementsOf(
                            carried.stream().map(heard -> heard.getString("id")).toList());
            var state = maria.ask(
                            "webreview.query",
                            UUID.randomUUID().toString(),
                            Json.createObjectBuilder().add("itemId", id).build())
                    .getJsonObject("data");
            assertThat(state.getJsonArray("votes")).hasSize(1);
        }
    }

    private static List<JsonObject> about(FtrackJs listener, String item) {
        return listener.heard("webreview.").stream()
                .filter(heard -> isAbout(item, heard, "webreview."))
                .toList();
    }

    private static boolean isAbout(String item, JsonObject heard, String topic) {
        return heard.getString("topic").startsWith(topic)
                && heard.get("data") instanceof JsonObject data
                && data.get("item") instanceof JsonObject about
                && about.getString("id").equals(item);
    }
}
