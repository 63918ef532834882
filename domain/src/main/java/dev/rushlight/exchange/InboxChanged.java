package dev.rushlight.exchange;

/** Something was taken in from this connection; heard after the commit. */
public record InboxChanged(ConnectionId id) {}
