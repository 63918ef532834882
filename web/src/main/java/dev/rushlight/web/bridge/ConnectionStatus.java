package dev.rushlight.web.bridge;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.hub.HubStatus;
import java.time.Duration;
import java.util.Optional;

/** Where a connection stands, and how long ago its hub was last heard. */
public record ConnectionStatus(ConnectionId id, HubStatus status, Optional<Duration> sinceLastFrame) {}
