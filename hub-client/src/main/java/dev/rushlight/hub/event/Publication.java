package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** One event on its way out, from the call to its settlement. */
final class Publication {

    final String eventId;
    final String json;
    final CompletableFuture<Delivery> promise = new CompletableFuture<>();

    // Confined to the hub thread.
    boolean settled;
    boolean sent;
    Optional<Future<?>> deadline = Optional.empty();
    Optional<Future<?>> acknowledgementDue = Optional.empty();
    final List<Long> packetIds = new ArrayList<>(1);

    Publication(String eventId, String json) {
        this.eventId = eventId;
        this.json = json;
    }
}
