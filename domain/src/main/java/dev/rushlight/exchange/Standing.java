package dev.rushlight.exchange;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * How far an owed event has come.
 *
 * @param notBefore the end of the undo grace while HELD, the time of the next try while READY
 */
public record Standing(
        OutboxState state, int attempts, Optional<String> lastError, Instant notBefore, Optional<Instant> settledAt) {

    /** Of two hubs, the one that is less far: something still owed before something dead before something settled. */
    static Standing lessFar(Standing one, Standing other) {
        return Comparator.<Standing>comparingInt(standing -> standing.state.isOwed() ? 0 : 1)
                                .thenComparingInt(standing -> standing.state == OutboxState.DEAD ? 0 : 1)
                                .thenComparingInt(standing -> -standing.attempts)
                                .thenComparing(standing -> standing.notBefore, Comparator.reverseOrder())
                                .compare(one, other)
                        <= 0
                ? one
                : other;
    }
}
