import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import jakarta.json.Json;
import java.time.Duration;
import java.util.Optional;

/** Publishes one review item to Rushlight, prints its receipt, then prints each decision. */
class PublishAndListen {
    public static void main(String[] args) throws Exception {
        // Reads FTRACK_SERVER, FTRACK_API_USER and FTRACK_API_KEY.
        var hub = EventHub.of(HubSettings.fromEnvironment());
        hub.subscribe("topic=webreview.decision.*", event -> {
            var data = event.data().asJsonObject();
            System.out.printf(
                    "decision: %s is %s by %s: %s%n",
                    data.getJsonObject("item").getString("name"),
                    data.getString("outcome"),
                    data.getJsonObject("actor").getString("displayName"),
                    data.getString("reason", ""));
            return Optional.empty();
        });
        hub.connect();

        var submission = Json.createObjectBuilder()
                .add("schema", "webreview.submit/1")
                .add("kind", "TASK")
                .add("project", "quickstart")
                .add("line", Json.createObjectBuilder().add("key", "java").add("name", "Hello from Java"))
                .add("task", Json.createObjectBuilder()
                        .add("status", "In progress")
                        .add("assignee", "you")
                        .add("description", "Does it work?"))
                .build();
        var receipt = hub.publishAndAwaitReply(Event.of("webreview.submit", submission), Duration.ofSeconds(30))
                .toCompletableFuture()
                .get()
                .data()
                .asJsonObject();
        System.out.println("receipt: " + (receipt.getBoolean("success") ? receipt.getString("url") : receipt.get("errors")));
        Thread.currentThread().join(); // keep listening; Ctrl-C ends it
    }
}
