package dev.rushlight.hub.event;

import dev.rushlight.hub.socketio.Handshake;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether a peer is alive, judged by what it sends; times are {@link System#nanoTime}s, and all of it is confined to
 * the hub thread.
 *
 * <p>A peer that answers pings has no excuse for silence; another one may be as slow as it has shown or promised to be.
 */
final class Pulse {

    private static final double MISSED_BEATS = 2.2;

    private final Duration usual;
    private final Duration promised;
    private long lastSign;
    private long lastPing;
    private OptionalLong lastBeat = OptionalLong.empty();
    private OptionalLong longestPause = OptionalLong.empty();
    private boolean answersPings;

    Pulse(Duration usual, Handshake handshake, long now) {
        this.usual = usual;
        this.promised = handshake.heartbeat().multipliedBy(6).dividedBy(5);
        this.lastSign = now;
        this.lastPing = now;
    }

    /** Something came, whatever it is. */
    void sign(long now) {
        lastSign = now;
    }

    void pong(long now) {
        answersPings = true;
        sign(now);
    }

    void beat(long now) {
        lastBeat.ifPresent(before -> longestPause = OptionalLong.of(Math.max(longestPause.orElse(0), now - before)));
        lastBeat = OptionalLong.of(now);
    }

    /** Why the peer counts as dead, if it does. */
    Optional<String> death(long now) {
        var patience = patience();
        return now - lastSign > patience.toNanos()
                ? Optional.of("the hub was silent for more than " + patience.toMillis() + " ms")
                : Optional.empty();
    }

    /** Whether it is time to ask for a sign of life, which then counts as asked for. */
    boolean shouldPing(long now) {
        var third = usual.toNanos() / 3;
        if (now - lastSign <= third || now - lastPing <= third) {
            return false;
        }
        lastPing = now;
        return true;
    }

    private Duration patience() {
        if (answersPings) {
            return usual;
        }
        var rhythm = longestPause.isPresent()
                ? Duration.ofNanos((long) (longestPause.getAsLong() * MISSED_BEATS))
                : promised;
        return rhythm.compareTo(usual) > 0 ? rhythm : usual;
    }
}
