package dev.rushlight.exchange;

/** Something new is owed to this connection, or due sooner; heard after the commit. */
public record OutboxChanged(ConnectionId id) {}
