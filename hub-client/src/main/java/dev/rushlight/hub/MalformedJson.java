package dev.rushlight.hub;

/** The text is not JSON that we read: broken, too big, too deep, ambiguous or absurd. */
public final class MalformedJson extends RuntimeException {

    private final long position;

    MalformedJson(String reason, long position) {
        super("Malformed JSON at position " + position + ": " + reason);
        this.position = position;
    }

    /** The character, counted from 0, where reading ended. */
    public long position() {
        return position;
    }
}
