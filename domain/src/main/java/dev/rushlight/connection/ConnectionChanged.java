package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;

/** A connection was saved, enabled, disabled or deleted; heard after the commit. */
public record ConnectionChanged(ConnectionId id) {}
