package dev.rushlight.review;

import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A vote that was in force when a decision was taken. */
public record DecidedVote(
        String username,
        Role role,
        Set<String> functions,
        Choice choice,
        Optional<String> label,
        List<String> onBehalfOf,
        Instant castAt) {

    public DecidedVote {
        functions = Set.copyOf(functions);
        onBehalfOf = List.copyOf(onBehalfOf);
    }

    /** The vote of somebody without a function, for themselves. */
    public DecidedVote(String username, Role role, Choice choice, Instant castAt) {
        this(username, role, Set.of(), choice, Optional.empty(), List.of(), castAt);
    }
}
