package dev.rushlight.feedback;

/** There is no such stroke in this note. */
public final class NoSuchStroke extends RuntimeException {
    public NoSuchStroke(StrokeId id) {
        super("There is no stroke " + id);
    }
}
