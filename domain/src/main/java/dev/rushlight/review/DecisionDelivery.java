package dev.rushlight.review;

import dev.rushlight.exchange.Standing;
import java.time.Instant;
import java.util.Optional;

/** How far the event that tells of a decision has come. */
public record DecisionDelivery(
        DeliveryState state,
        int attempts,
        Optional<String> lastError,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> heldUntil) {

    static DecisionDelivery of(Standing standing, Instant now) {
        var state = DeliveryState.of(standing, now);
        return new DecisionDelivery(
                state,
                standing.attempts(),
                standing.lastError(),
                standing.settledAt().filter(at -> state == DeliveryState.DELIVERED),
                Optional.of(standing.notBefore()).filter(until -> state == DeliveryState.HELD));
    }
}
