package dev.rushlight.web.live;

import dev.rushlight.exchange.ConnectionId;

/** The state of a hub connection is another one than before; fired from the hub's threads, never while holding a lock. */
public record ConnectionStateChanged(ConnectionId id) {}
