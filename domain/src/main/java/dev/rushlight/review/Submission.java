package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A submission that could be read: what somebody asks to have reviewed.
 *
 * @param replyTarget the hub client that asked and gets the receipt
 * @param step which part of the production the work belongs to, such as comp; policies may tell steps apart
 * @param version the number that the submitter gave; absent means the next one
 * @param raw the event as it came
 * @param warnings what its reader found odd; told in the receipt
 */
public record Submission(
        ConnectionId connection,
        String eventId,
        Instant receivedAt,
        String submitter,
        Optional<String> replyTarget,
        Kind kind,
        String project,
        String lineKey,
        String lineName,
        Optional<String> step,
        OptionalInt version,
        Optional<String> submissionKey,
        Optional<String> description,
        Optional<String> policy,
        List<String> reviewers,
        Content content,
        String raw,
        List<SubmissionWarning> warnings) {

    public Submission {
        reviewers = List.copyOf(reviewers);
        warnings = List.copyOf(warnings);
    }
}
