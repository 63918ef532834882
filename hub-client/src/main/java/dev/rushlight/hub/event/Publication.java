package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** One event on its way out, from the call to its settlement. */
final class Publication {

    private static final int LARGE = 64 << 10;

    final String json;
    final long bytes;
    final CompletableFuture<Delivery> promise = new CompletableFuture<>();

    // Confined to the hub thread.
    boolean settled;
    boolean sent;
    int cuts;
    Optional<Future<?>> deadline = Optional.empty();
    OptionalLong packetId = OptionalLong.empty();

    /** @param bytes how many it takes on the wire, in whichever packet */
    Publication(String json, long bytes) {
        this.json = json;
        this.bytes = bytes;
    }

    /** Whether a hub may have taken offence at its size. */
    boolean isLarge() {
        return bytes > LARGE;
    }
}
