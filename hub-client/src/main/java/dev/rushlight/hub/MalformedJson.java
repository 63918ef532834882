package dev.rushlight.hub;

import java.util.Optional;

/** The text is not JSON that we read: broken, too big, too deep, ambiguous or absurd. */
public final class MalformedJson extends RuntimeException {

    private final String reason;
    private final int position;
    private final String place;

    /** About the text as a whole. */
    MalformedJson(String reason) {
        super("Malformed JSON: " + reason);
        this.reason = reason;
        this.position = 0;
        this.place = "";
    }

    MalformedJson(String reason, String text, int position) {
        this(reason, position, TextPlace.of(text, position));
    }

    private MalformedJson(String reason, int position, TextPlace place) {
        super("Malformed JSON at %s: %s".formatted(place, reason));
        this.reason = reason;
        this.position = position;
        this.place = place.toString();
    }

    /** What is wrong, without where. */
    public String reason() {
        return reason;
    }

    /** Such as {@code line 3, column 7}, counted from 1; nothing if it is about the text as a whole. */
    public Optional<String> place() {
        return Optional.of(place).filter(known -> !known.isEmpty());
    }

    /** The character, counted from 0, at which it is wrong; the length of the text if it ends too early. */
    public int position() {
        return position;
    }
}
