package dev.rushlight.hub.event;

/** The text is not an expression, and where reading it ended. */
public final class MalformedExpression extends RuntimeException {

    private final int position;

    MalformedExpression(String reason, int position) {
        super("%s, at position %s".formatted(reason, position));
        this.position = position;
    }

    public int position() {
        return position;
    }
}
