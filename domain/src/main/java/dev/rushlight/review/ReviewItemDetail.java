package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.policy.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One review item with all its versions and decisions, both newest first. */
public record ReviewItemDetail(
        ReviewItemId id,
        ConnectionId connection,
        String connectionName,
        String project,
        String lineKey,
        String name,
        Kind kind,
        Optional<String> step,
        int currentVersion,
        Outcome outcome,
        Instant updatedAt,
        List<VersionDetail> versions,
        List<DecisionDetail> decisions) {

    public ReviewItemDetail {
        versions = List.copyOf(versions);
        decisions = List.copyOf(decisions);
    }
}
