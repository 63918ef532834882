package dev.rushlight.server.event;

import jakarta.websocket.SendResult;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * The messages on their way to one client: in order, one at a time, bounded, and never blocking whoever adds one.
 *
 * <p>{@link #end} drops what waits, says {@code 0::} and closes when that has left. The farewell matters: a close frame
 * alone leaves the Python client deaf for good, after {@code 0::} it connects again.
 *
 * <p>All mutable fields are guarded by this; the wire is called without the lock.
 */
final class Outbound {
    private final Wire wire;
    private final EventLimits limits;
    private final LongSupplier nanoTime;

    private final Queue<Message> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private State state = State.OPEN;
    private Ending ending = Ending.CLIENT_LEFT;
    /** A thread is in {@link #pump}; whoever comes meanwhile leaves the work to it. */
    private boolean pumping;
    /** The wire has a message that has not left yet. */
    private boolean sending;
    /** When the message that is being sent was handed to the wire. */
    private long sendingSince;
    /** When the ending began. */
    private long endingSince;

    private enum State {
        OPEN,
        /** Only the farewell is still to go. */
        ENDING,
        CLOSED
    }

    Outbound(Wire wire, EventLimits limits, LongSupplier nanoTime) {
        this.wire = wire;
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /** Adds a message; false when there is no room for it. On an ended connection it goes nowhere. */
    boolean offer(Message message) {
        synchronized (this) {
            if (state != State.OPEN) {
                return true;
            }
            if (waiting.size() >= limits.queuedMessages() || waitingBytes + message.bytes() > limits.queuedBytes()) {
                return false;
            }
            waiting.add(message);
            waitingBytes += message.bytes();
        }
        pump();
        return true;
    }

    /** Ends the connection with a farewell; true for the first ending, the only one that counts. */
    boolean end(Ending why) {
        synchronized (this) {
            if (state != State.OPEN) {
                return false;
            }
            state = State.ENDING;
            ending = why;
            endingSince = nanoTime.getAsLong();
            waiting.clear();
            waiting.add(Packets.DISCONNECT);
            waitingBytes = Packets.DISCONNECT.bytes();
        }
        pump();
        return true;
    }

    /** Forgets everything: the socket is gone. */
    synchronized void closed() {
        state = State.CLOSED;
        waiting.clear();
        waitingBytes = 0;
    }

    /** Whether a message has been on its way out for longer than its reader may take. */
    synchronized boolean isStuck(long now) {
        return state == State.OPEN
                && sending
                && now - sendingSince > limits.times().drain().toNanos();
    }

    /** Whether the end has begun or is over. */
    synchronized boolean isEnding() {
        return state != State.OPEN;
    }

    /** Whether nothing can be sent any more; an ending whose farewell does not leave in time is over by this. */
    boolean isOver(long now) {
        synchronized (this) {
            if (state == State.CLOSED) {
                return true;
            }
            if (state == State.OPEN
                    || now - endingSince <= limits.times().farewell().toNanos()) {
                return false;
            }
            closed();
        }
        wire.send(Packets.DISCONNECT.text(), result -> {});
        wire.close(ending);
        return true;
    }

    /** Hands messages to the wire until one does not leave at once; its completion goes on from there. */
    private void pump() {
        synchronized (this) {
            if (pumping) {
                return;
            }
            pumping = true;
        }
        for (var next = next(); next.isPresent(); next = next()) {
            wire.send(next.get().text(), this::sent);
        }
    }

    private synchronized Optional<Message> next() {
        if (sending || waiting.isEmpty()) {
            pumping = false;
            return Optional.empty();
        }
        var next = waiting.remove();
        waitingBytes -= next.bytes();
        sending = true;
        sendingSince = nanoTime.getAsLong();
        return Optional.of(next);
    }

    private void sent(SendResult result) {
        boolean over;
        synchronized (this) {
            sending = false;
            over = state != State.CLOSED && (!result.isOK() || state == State.ENDING && waiting.isEmpty());
            if (over) {
                closed();
            }
        }
        if (over) {
            wire.close(ending);
        } else {
            pump();
        }
    }
}
