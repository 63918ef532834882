package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.socketio.EventPacket;
import dev.rushlight.hub.socketio.PacketCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes events from any thread, refuses what cannot travel, and hands the rest to the hub thread in order. */
final class Publisher {

    static final Delivery CLOSED = Delivery.unconfirmed("the hub connection was closed");

    private static final Delivery FULL = Delivery.unconfirmed("too much is waiting to be sent");

    // The packet puts an event into an array in an object, and a head before that which is longer in later packets.
    private static final int LEVELS_AROUND_AN_EVENT = 2;
    private static final int LONGEST_HEAD =
            PacketCodec.encode(EventPacket.withAck(Long.MAX_VALUE, "")).length();

    private final OwnSource source;
    private final JsonLimits limits;
    private final HubThread thread;
    private final Publications publications;

    /** @param limits of one packet with an event */
    Publisher(OwnSource source, JsonLimits limits, HubThread thread, Publications publications) {
        this.source = source;
        this.limits = limits;
        this.thread = thread;
        this.publications = publications;
    }

    CompletionStage<Delivery> publish(Event event, Duration deadline) {
        var complete = source.complete(event);
        var deepest = limits.maxDepth() - LEVELS_AROUND_AN_EVENT;
        if (!complete.isWithinDepth(deepest)) {
            return settled(Delivery.refused("the event is nested deeper than " + deepest));
        }
        var frame = EventFrame.write(complete);
        if (!JsonText.isWholeText(frame)) {
            return settled(Delivery.refused("the event holds half of a surrogate pair"));
        }
        var size = JsonText.utf8Length(frame) + LONGEST_HEAD;
        if (size > limits.maxBytes()) {
            return settled(Delivery.refused(
                    "the event has %s bytes, and at most %s are sent".formatted(size, limits.maxBytes())));
        }
        var publication = new Publication(frame, size);
        if (!publications.reserve(publication)) {
            return settled(FULL);
        }
        if (!thread.post(() -> publications.add(publication, deadline))) {
            publications.release(publication);
            return settled(CLOSED);
        }
        return publication.promise.minimalCompletionStage();
    }

    private static CompletionStage<Delivery> settled(Delivery delivery) {
        return CompletableFuture.completedStage(delivery);
    }
}
