package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A submission that could not be read, kept as it came together with the reasons. */
public record RefusedSubmission(
        ConnectionId connection,
        String eventId,
        Instant receivedAt,
        String topic,
        Optional<String> submitter,
        Optional<String> replyTarget,
        List<SubmissionError> errors,
        String raw) {

    public RefusedSubmission {
        errors = List.copyOf(errors);
    }
}
