package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;

/** Which version of which item an event tells of, under the name that it had. */
public record Subject(
        ConnectionId connection,
        ReviewItemId item,
        String project,
        String lineKey,
        String name,
        Kind kind,
        int version) {}
