package dev.rushlight.review;

import dev.rushlight.policy.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that is told about a vote, frozen when it was cast; whether it moved the outcome, decisions tell. */
public record VoteRecorded(
        String eventId,
        String inReplyToEvent,
        Subject subject,
        VoteId id,
        Actor actor,
        Choice choice,
        Optional<String> label,
        Optional<String> reason,
        List<String> onBehalfOf,
        boolean late,
        Instant castAt) {

    public VoteRecorded {
        onBehalfOf = List.copyOf(onBehalfOf);
    }
}
