package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import java.time.Instant;
import java.util.List;

/** Everything that is told about a version that came in. */
public record ItemReceived(
        String eventId,
        String inReplyToEvent,
        ConnectionId connection,
        ReviewItemId item,
        VersionId versionId,
        String project,
        String lineKey,
        String name,
        Kind kind,
        int version,
        String submitter,
        Instant submittedAt,
        String policy,
        int policyRevision,
        List<String> reviewers) {

    public ItemReceived {
        reviewers = List.copyOf(reviewers);
    }
}
