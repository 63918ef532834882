package dev.rushlight.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an owed event has come.
 *
 * @param notBefore the end of the undo grace while HELD, the time of the next try while READY
 */
public record Standing(
        OutboxState state, int attempts, Optional<String> lastError, Instant notBefore, Optional<Instant> settledAt) {}
