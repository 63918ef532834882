package dev.rushlight.review;

/** There is no such version. */
public final class NoSuchVersion extends RuntimeException {
    public NoSuchVersion(VersionId id) {
        super("There is no version " + id);
    }

    public NoSuchVersion(ReviewItemId item, int number) {
        super("There is no version %d of %s".formatted(number, item));
    }
}
