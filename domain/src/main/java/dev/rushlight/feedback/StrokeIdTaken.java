package dev.rushlight.feedback;

/** Something else has this id already. */
public final class StrokeIdTaken extends RuntimeException {
    public StrokeIdTaken(StrokeId id) {
        super("The id %s belongs to another stroke".formatted(id));
    }
}
