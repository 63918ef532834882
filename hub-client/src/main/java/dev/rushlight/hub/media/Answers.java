package dev.rushlight.hub.media;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Reads what a server answered to an operation; what is not as the protocol says is refused by the operation's name. */
final class Answers {

    private Answers() {}

    static JsonObject object(JsonValue value, String action) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw unexpected(action);
    }

    static String text(JsonObject object, String key, String action) {
        if (object.get(key) instanceof JsonString text) {
            return text.getString();
        }
        throw unexpected(action);
    }

    static int number(JsonObject object, String key, String action) {
        if (object.get(key) instanceof JsonNumber number && number.isIntegral()) {
            return number.intValue();
        }
        throw unexpected(action);
    }

    static JsonArray list(JsonObject object, String key, String action) {
        if (object.get(key) instanceof JsonArray list) {
            return list;
        }
        throw unexpected(action);
    }

    /** The entities that a query found. */
    static JsonArray data(JsonValue result) {
        return list(object(result, "query"), "data", "query");
    }

    static TransferFailed unexpected(String action) {
        return new TransferFailed("The server's answer to %s has an unexpected form".formatted(action));
    }
}
