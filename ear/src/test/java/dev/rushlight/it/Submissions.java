package dev.rushlight.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** What artists' tools send: the data of {@code webreview.submit}, one of each kind. */
final class Submissions {
    static final String PROJECT = "spy";

    private Submissions() {}

    static JsonObject clip(String key, String name, Media media) {
        return asset(
                key,
                name,
                Json.createObjectBuilder()
                        .add("url", media.url("clip.mp4").toString())
                        .add("type", "video/mp4")
                        .add("posterUrl", media.url("poster.png").toString())
                        .add("rate", Json.createArrayBuilder().add(24).add(1))
                        .add("frames", 48)
                        .add("startFrame", 1001)
                        .add("width", 320)
                        .add("height", 180));
    }

    static JsonObject still(String key, String name, Media media) {
        return asset(
                key,
                name,
                Json.createObjectBuilder()
                        .add("url", media.url("still.png").toString())
                        .add("type", "image/png")
                        .add("width", 320)
                        .add("height", 180));
    }

    /** Several media, in the order in which they are shown. */
    static JsonObject media(String key, String name, JsonArray media) {
        return head("ASSET", key, name).add("media", media).build();
    }

    static JsonObject changeset(String key, String name) {
        return head("CHANGESET", key, name)
                .add(
                        "changes",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("path", "rigs/hero/arm.py")
                                        .add("action", "modify")
                                        .add("diff", """
                                                --- a/rigs/hero/arm.py
                                                +++ b/rigs/hero/arm.py
                                                @@ -10,3 +10,3 @@
                                                 def elbow(angle):
                                                -    return clamp(angle, 0, 180)
                                                +    return clamp(angle, 0, 165)
                                                """))
                                .add(Json.createObjectBuilder()
                                        .add("path", "rigs/hero/hand_v2.ma")
                                        .add("oldPath", "rigs/hero/hand.ma")
                                        .add("action", "rename"))
                                .add(Json.createObjectBuilder()
                                        .add("path", "rigs/hero/old_leg.ma")
                                        .add("action", "delete")))
                .build();
    }

    static JsonObject changeset(String key, String name, JsonArrayBuilder changes) {
        return head("CHANGESET", key, name).add("changes", changes).build();
    }

    static JsonObject task(String key, String name, JsonObjectBuilder task) {
        return head("TASK", key, name).add("task", task).build();
    }

    static JsonObject task(String key, String name) {
        return head("TASK", key, name)
                .add(
                        "task",
                        Json.createObjectBuilder()
                                .add("status", "Ready for review")
                                .add("assignee", "tom")
                                .add("description", "Bidding spreadsheet agrees with the schedule.")
                                .add(
                                        "fields",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("name", "bid days")
                                                        .add("before", "3")
                                                        .add("after", "5")))
                                .add(
                                        "checklist",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("text", "Numbers checked")
                                                        .add("done", true)))
                                .add(
                                        "links",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("label", "Schedule")
                                                        .add("url", "https://example.org/schedule"))))
                .build();
    }

    /** The same submission with one field more or another value. */
    static JsonObject with(JsonObject submission, String field, String value) {
        return Json.createObjectBuilder(submission).add(field, value).build();
    }

    private static JsonObject asset(String key, String name, JsonObjectBuilder media) {
        JsonArrayBuilder all = Json.createArrayBuilder().add(media);
        return head("ASSET", key, name).add("media", all).build();
    }

    private static JsonObjectBuilder head(String kind, String key, String name) {
        return Json.createObjectBuilder()
                .add("schema", "webreview.submit/1")
                .add("kind", kind)
                .add("project", PROJECT)
                .add("line", Json.createObjectBuilder().add("key", key).add("name", name))
                .add("description", "Ready for a look");
    }
}
