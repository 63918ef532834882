package dev.rushlight.people;

import java.time.Instant;
import java.util.Optional;

/** One person as the list of people shows them. */
public record PersonSummary(
        PersonId id, String username, String displayName, Role role, PersonState state, Optional<Instant> lastLogin) {}
