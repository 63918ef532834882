package dev.rushlight.reviewsession;

import java.time.Instant;
import java.util.List;

/** One review session in full, but for its entries and guests, which are read page by page. */
public record ReviewSessionDetail(
        ReviewSessionId id,
        ReviewSessionPlan plan,
        ReviewSessionState state,
        String creator,
        Instant createdAt,
        List<Participant> participants,
        Progress progress) {

    public ReviewSessionDetail {
        participants = List.copyOf(participants);
    }
}
