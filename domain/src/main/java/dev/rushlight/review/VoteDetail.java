package dev.rushlight.review;

import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One vote as it was cast; name, role and functions are those of that moment.
 *
 * @param label what an automatic check is about
 * @param onBehalfOf the absent reviewers whose deputy the voter was
 * @param inForce whether it counts: cast, not taken out, and not replaced by a later one
 * @param ending who took it out
 * @param copiedFrom the version that it was cast on, when the same picture came again
 * @param outdated whether it was in force on a version that another has superseded
 */
public record VoteDetail(
        VoteId id,
        PersonId voter,
        String username,
        String displayName,
        Role role,
        PersonKind kind,
        Set<String> functions,
        Choice choice,
        Optional<String> label,
        Optional<String> reason,
        List<String> onBehalfOf,
        Instant castAt,
        VoteStanding standing,
        boolean inForce,
        Optional<VoteEnding> ending,
        OptionalInt copiedFrom,
        boolean outdated) {

    public VoteDetail {
        functions = Set.copyOf(functions);
        onBehalfOf = List.copyOf(onBehalfOf);
    }

    /** Whether its voter took it back. */
    public boolean revoked() {
        return standing == VoteStanding.REVOKED;
    }
}
