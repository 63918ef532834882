package dev.rushlight.review;

import java.util.UUID;

/** Names one vote that was cast. */
public record VoteId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
