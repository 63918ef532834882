package dev.rushlight.review;

import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import java.time.Instant;
import java.util.Optional;

/** One vote as it was cast; name and role are those of that moment. */
public record VoteDetail(
        PersonId voter,
        String username,
        String displayName,
        Role role,
        Choice choice,
        Optional<String> reason,
        Instant castAt,
        boolean inForce,
        boolean revoked) {}
