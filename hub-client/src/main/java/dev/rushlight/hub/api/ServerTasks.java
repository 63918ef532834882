package dev.rushlight.hub.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a server does for people when it is asked to: it invites them, shows them pages, and gives them new API keys. */
public final class ServerTasks {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private final Function<List<JsonObject>, JsonArray> calls;

    /** @param calls sends one batch of operations; see {@link Session#call} */
    ServerTasks(Function<List<JsonObject>, JsonArray> calls) {
        this.calls = calls;
    }

    /**
     * Sends a user the mail to join with.
     *
     * @return whether the server says that it was sent
     */
    public boolean inviteUser(String userId) {
        return isSent(action("send_user_invite").add("user_id", userId));
    }

    /**
     * Sends the mail that a review session is entered with.
     *
     * @return whether the server says that it was sent
     */
    public boolean inviteReviewer(String reviewSessionInviteeId) {
        return isSent(action("send_review_session_invite").add("review_session_invitee_id", reviewSessionInviteeId));
    }

    /**
     * The address of a page about an entity, to be shown inside another application.
     *
     * <p>It lets in whoever has it, for some minutes.
     *
     * @param name {@code info}, {@code tasks} or {@code tasks_browser}
     * @param theme {@code dark} or {@code light}; the server's choice if empty
     * @param entity what it is about, for pages that are about something
     */
    public URI widgetUrl(String name, Optional<String> theme, Optional<EntityKey> entity) {
        var operation = action("get_widget_url").add("name", name);
        theme.ifPresentOrElse(value -> operation.add("theme", value), () -> operation.addNull("theme"));
        entity.ifPresent(key ->
                operation.add("entity_type", key.type()).add("entity_key", JSON.createArrayBuilder(key.values())));
        try {
            return new URI(text(call(operation), "widget_url", "get_widget_url"));
        } catch (URISyntaxException e) {
            // The exception holds the text, which is as good as a password.
            throw unexpected("get_widget_url");
        }
    }

    /** Gives a user a new API key, which is returned; the old one is void from then on. */
    public String resetApiKey(String userId) {
        var answer = call(action("reset_remote")
                .add("reset_type", "api_key")
                .add("entity_type", "User")
                .add("entity_key", userId));
        return text(answer.getOrDefault("data", JsonValue.NULL), "api_key", "reset_remote");
    }

    private boolean isSent(JsonObjectBuilder operation) {
        return JsonValue.TRUE.equals(call(operation).get("sent"));
    }

    private JsonObject call(JsonObjectBuilder operation) {
        var request = operation.build();
        if (calls.apply(List.of(request)).get(0) instanceof JsonObject answer) {
            return answer;
        }
        throw unexpected(request.getString("action"));
    }

    private static JsonObjectBuilder action(String name) {
        return JSON.createObjectBuilder().add("action", name);
    }

    private static String text(JsonValue answer, String key, String action) {
        if (answer instanceof JsonObject object && object.get(key) instanceof JsonString text) {
            return text.getString();
        }
        throw unexpected(action);
    }

    private static ServerError unexpected(String action) {
        return new ServerError(
                ServerError.UNEXPECTED_FORMAT,
                "the answer to %s has an unexpected form".formatted(action),
                Optional.empty(),
                200);
    }
}
