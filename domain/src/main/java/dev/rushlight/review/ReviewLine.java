package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import java.time.Instant;
import java.util.Optional;

/** What a line of work is, without its versions. */
public record ReviewLine(
        ReviewItemId item,
        ConnectionId connection,
        String project,
        String lineKey,
        String name,
        Kind kind,
        int currentVersion,
        Optional<Instant> lastDecidedAt) {}
