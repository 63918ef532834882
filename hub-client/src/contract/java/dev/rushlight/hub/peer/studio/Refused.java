package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

/** The server says no to a whole batch: the name of its error, its words, and the status that strict clients see. */
final class Refused extends RuntimeException {

    private final String exception;
    private final String content;
    private final int status;

    Refused(String exception, String content, int status) {
        super(exception + ": " + content);
        this.exception = exception;
        this.content = content;
        this.status = status;
    }

    static Refused invalid(String content, Object... values) {
        return new Refused("ValidationError", content.formatted(values), 422);
    }

    static Refused unreadable(String content, Object... values) {
        return new Refused("ParseError", content.formatted(values), 400);
    }

    int status() {
        return status;
    }

    JsonObject json() {
        return JsonProvider.provider()
                .createObjectBuilder()
                .add("exception", exception)
                .add("content", content)
                .add("error_code", JsonValue.NULL)
                .build();
    }
}
