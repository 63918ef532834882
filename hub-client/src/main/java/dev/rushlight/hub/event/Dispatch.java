package dev.rushlight.hub.event;

/** One event's way through the subscribers of one hub, from low priority numbers to high ones. */
public interface Dispatch {

    /**
     * Keeps the event from the subscribers that would come next in this hub. What the handler answers still counts, and
     * other hubs hear of the event all the same.
     */
    void stop();

    boolean isStopped();
}
