package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The operations of one call, done one after the other on rows that are kept only if all of them succeed. */
final class Batch {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<String> WIDGETS = Set.of("info", "tasks", "tasks_browser");

    private final Studio studio;
    private final Rows rows;
    private final Row user;
    private final Instant now;
    private final Writes writes;
    private final Finder finder;
    private final Encoding encoding;
    private final List<Runnable> consequences = new ArrayList<>();

    Batch(Studio studio, Rows rows, String userName, Instant now) {
        this.studio = studio;
        this.rows = rows;
        this.now = now;
        this.user = rows.where("User", "username", userName)
                .findFirst()
                .orElseThrow(() -> Refused.invalid("There is no user %s any more", userName));
        this.writes = new Writes(rows, new Defaults(user.id(), now));
        this.finder = new Finder(rows);
        this.encoding = new Encoding(rows, studio.shelf(), now);
    }

    JsonArray run(JsonArray operations) {
        encoding.advance();
        var results = JSON.createArrayBuilder();
        for (var operation : operations.getValuesAs(JsonObject.class)) {
            try {
                results.add(perform(operation));
            } catch (NullPointerException | ClassCastException e) {
                throw Refused.invalid("A value is missing or of another kind: %s", e.getMessage());
            }
        }
        writes.check();
        consequences.forEach(Runnable::run);
        return results.build();
    }

    private JsonValue perform(JsonObject operation) {
        var action = operation.getString("action");
        return switch (action) {
            case "query_server_information" -> studio.information();
            case "query_schemas" -> rows.schemas().json();
            case "query" -> finder.query(operation);
            case "search" -> finder.search(operation);
            case "create" -> create(operation);
            case "update" -> update(operation);
            case "delete" -> delete(operation);
            case "reset_remote" -> resetRemote(operation);
            case "get_upload_metadata" -> studio.shelf().uploadMetadata(operation);
            case "complete_multipart_upload" -> studio.shelf().complete(operation);
            case "encode_media" -> encoding.begin(operation, user.id());
            case "get_widget_url" -> widgetUrl(operation);
            case "send_user_invite" -> invite("User", operation.getString("user_id"));
            case "send_review_session_invite" ->
                invite("ReviewSessionInvitee", operation.getString("review_session_invitee_id"));
            default -> throw Refused.invalid("Invalid action u'%s'", action);
        };
    }

    private JsonObject create(JsonObject operation) {
        var data = operation.getJsonObject("entity_data");
        return result("create", writes.create(operation.getString("entity_type"), data));
    }

    private JsonObject update(JsonObject operation) {
        var data = operation.getJsonObject("entity_data");
        return result("update", writes.update(operation.getString("entity_type"), key(operation), data));
    }

    private JsonObject delete(JsonObject operation) {
        writes.delete(operation.getString("entity_type"), key(operation));
        return result("delete", JsonValue.TRUE);
    }

    private JsonObject resetRemote(JsonObject operation) {
        if (!operation.getString("reset_type").equals("api_key")) {
            throw Refused.invalid("Nothing of type %s can be reset", operation.getString("reset_type"));
        }
        var reset = rows.get(operation.getString("entity_type"), key(operation));
        var name = reset.text("username").orElseThrow();
        var fresh = UUID.randomUUID().toString();
        consequences.add(() -> studio.giveKey(name, fresh));
        return result(
                "reset_remote", JSON.createObjectBuilder().add("api_key", fresh).build());
    }

    private JsonObject widgetUrl(JsonObject operation) {
        if (!WIDGETS.contains(operation.getString("name"))) {
            throw Refused.invalid("There is no widget %s", operation.getString("name"));
        }
        var url = "%s/widget/%s?theme=%s"
                .formatted(studio.origin(), operation.getString("name"), operation.getString("theme", "light"));
        return JSON.createObjectBuilder().add("widget_url", url).build();
    }

    private JsonObject invite(String type, String id) {
        var invited = rows.get(type, List.of(id));
        if (type.equals("ReviewSessionInvitee")) {
            rows.put(invited.with("last_sent_at", Values.dateTime(now)));
        }
        return JSON.createObjectBuilder().add("sent", true).build();
    }

    /** A list of values, or the only one. */
    private static List<String> key(JsonObject operation) {
        return operation.get("entity_key") instanceof JsonString text
                ? List.of(text.getString())
                : operation.getJsonArray("entity_key").getValuesAs(JsonString::getString);
    }

    private static JsonObject result(String action, JsonValue data) {
        return JSON.createObjectBuilder()
                .add("action", action)
                .add("data", data)
                .build();
    }
}
