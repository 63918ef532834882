package dev.rushlight.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One person as the list of people shows them. */
public record PersonSummary(
        PersonId id,
        String username,
        String displayName,
        Role role,
        PersonState state,
        PersonKind kind,
        Set<String> functions,
        Optional<Instant> lastLogin) {

    public PersonSummary {
        functions = Set.copyOf(functions);
    }

    /** Somebody who logs in and has no function. */
    public PersonSummary(
            PersonId id,
            String username,
            String displayName,
            Role role,
            PersonState state,
            Optional<Instant> lastLogin) {
        this(id, username, displayName, role, state, PersonKind.HUMAN, Set.of(), lastLogin);
    }
}
