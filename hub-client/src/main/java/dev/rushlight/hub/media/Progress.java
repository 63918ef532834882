package dev.rushlight.hub.media;

/**
 * Hears how far a transfer is: about ten times a second while bytes move, and once at the end.
 *
 * <p>It is called on the thread that runs the transfer; what it throws ends the transfer.
 */
@FunctionalInterface
public interface Progress {

    /**
     * @param done never less than in the call before, although a part may have to be sent again
     * @param total -1 while nobody knows it
     */
    void moved(long done, long total);
}
