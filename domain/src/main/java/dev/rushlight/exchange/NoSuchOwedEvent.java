package dev.rushlight.exchange;

/** There is no such owed event. */
public final class NoSuchOwedEvent extends RuntimeException {
    public NoSuchOwedEvent(long id) {
        super("There is no owed event " + id);
    }
}
