package dev.rushlight.reviewsession;

import dev.rushlight.people.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * One guest link as leads see it.
 *
 * @param inForce whether it is neither revoked nor expired
 * @param entered how many times somebody came in by it
 * @param lastUsed when something was last done with it, exact to a minute
 */
public record GuestLinkSummary(
        GuestLinkId id,
        PersonId guest,
        String displayName,
        Optional<String> email,
        GuestRight right,
        boolean hasPassphrase,
        Instant madeAt,
        Instant expires,
        Optional<Instant> revoked,
        boolean inForce,
        int entered,
        Optional<Instant> lastUsed,
        GuestLinkCursor cursor) {

    @Override
    public String toString() {
        return "GuestLinkSummary[id=%s, displayName=%s, right=%s, inForce=%s]"
                .formatted(id, displayName, right, inForce);
    }
}
