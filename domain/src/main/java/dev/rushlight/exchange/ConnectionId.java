package dev.rushlight.exchange;

import java.util.UUID;

/** Names one saved connection to a hub. */
public record ConnectionId(UUID value) {

    public static ConnectionId random() {
        return new ConnectionId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
