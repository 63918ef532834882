package dev.rushlight.tools.hub;

import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.MetaTopics;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Prints events one after the other until there were enough, or until nobody reads them any more. */
final class EventPrinter {

    /** What a client tells itself of its connection is nothing that the hub sent. */
    private static final Set<String> OF_THE_CLIENT = Set.of(MetaTopics.CONNECTED, MetaTopics.DISCONNECTED);

    private final Consumer<Event> lines;
    private final long enough;
    private final CompletableFuture<Exit> ended;

    // Confined to the handlers' thread.
    private long printed;

    EventPrinter(Consumer<Event> lines, long enough, CompletableFuture<Exit> ended) {
        this.lines = lines;
        this.enough = enough;
        this.ended = ended;
    }

    void take(Event event) {
        if (ended.isDone() || OF_THE_CLIENT.contains(event.topic())) {
            return;
        }
        try {
            lines.accept(event);
        } catch (Lines.ReaderGone gone) {
            ended.completeExceptionally(gone);
            return;
        }
        printed++;
        if (printed >= enough) {
            ended.complete(Exit.DONE);
        }
    }
}
