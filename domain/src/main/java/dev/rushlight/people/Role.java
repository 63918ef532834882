package dev.rushlight.people;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person may do here; each role may also do what the roles before it may. */
public enum Role {
    VIEWER,
    REVIEWER,
    LEAD,
    ADMIN;

    public boolean mayVote() {
        return compareTo(REVIEWER) >= 0;
    }

    /** Whether this role's rejection sticks until the same person takes it back. */
    public boolean holdsVeto() {
        return compareTo(LEAD) >= 0;
    }

    public boolean mayLead() {
        return compareTo(LEAD) >= 0;
    }

    /** This role and those that it includes, by name. */
    public Set<String> included() {
        return Stream.of(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(Role::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean mayAdminister() {
        return this == ADMIN;
    }
}
