package dev.rushlight.server.account;

import java.util.UUID;

/** Identifies a key without being it. */
public record KeyId(UUID value) {
    static KeyId random() {
        return new KeyId(UUID.randomUUID());
    }
}
