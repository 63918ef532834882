import dev.rushlight.hub.api.Session;
import dev.rushlight.hub.event.Event;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * What a publish tool does, in one file: it puts a version up for review, waits for what the reviewers decide, and ends
 * with 0 if they approved it, with 1 if they did not, and with 2 if the submission was not taken.
 *
 * <p>Arguments: the line of work, such as sh020/comp, and the address of a video that reviewers can open.
 */
class ReviewWorkflow {

    private static final Set<String> APPROVED = Set.of("APPROVED", "APPROVED_WITH_NOTES");

    public static void main(String[] args) throws Exception {
        var line = args.length > 0 ? args[0] : "sh020/comp";
        var url = args.length > 1 ? args[1] : "https://media.example/sh020_comp_v012.mp4";
        System.exit(review(line, url));
    }

    private static int review(String line, String url) throws Exception {
        // FTRACK_SERVER, FTRACK_API_KEY and FTRACK_API_USER say where and who; the hub connects in the background.
        try (var session = Session.builder()
                .applicationId("review-workflow")
                .autoConnectEventHub(true)
                .open()) {
            var hub = session.eventHub();
            var submission = Event.of("webreview.submit", version(line, url));

            // Listen before asking: a decision names the submission that it is about.
            var decision = new CompletableFuture<JsonObject>();
            hub.subscribe("topic=webreview.decision.*", event -> {
                if (event.inReplyTo().equals(Optional.of(submission.id()))) {
                    decision.complete(event.dataObject());
                }
                return Optional.empty();
            });

            var receipt = hub.publishAndAwaitReply(submission, Duration.ofSeconds(30))
                    .toCompletableFuture()
                    .get()
                    .dataObject();
            if (!receipt.getBoolean("success")) {
                System.out.println("refused: " + receipt.getJsonArray("errors"));
                return 2;
            }
            System.out.printf("version %d is at %s%n", receipt.getInt("version"), receipt.getString("url"));

            return tell(decision.get());
        }
    }

    /** The data of a webreview.submit event; docs/events says what else it may hold. */
    private static JsonObject version(String line, String url) {
        return Json.createObjectBuilder()
                .add("schema", "webreview.submit/1")
                .add("kind", "ASSET")
                .add("project", "quickstart")
                .add("line", Json.createObjectBuilder().add("key", line).add("name", line))
                .add("description", "Rail edges redone, grain matched.")
                .add("media", Json.createArrayBuilder()
                        .add(Json.createObjectBuilder()
                                .add("url", url)
                                .add("type", "video/mp4")
                                .add("rate", Json.createArrayBuilder().add(24).add(1))
                                .add("startFrame", 1001)))
                .build();
    }

    private static int tell(JsonObject decision) {
        var outcome = decision.getString("outcome");
        System.out.printf(
                "%s by %s: %s%n",
                outcome, decision.getJsonObject("actor").getString("displayName"), decision.getString("reason", ""));
        return APPROVED.contains(outcome) ? 0 : 1;
    }
}
