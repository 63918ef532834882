/** The event part of the hub: handshake, WebSocket connections, subscriptions and routing. */
@NullMarked
package dev.rushlight.server.event;

import org.jspecify.annotations.NullMarked;
