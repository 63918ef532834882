package dev.rushlight.people;

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

    public boolean mayAdminister() {
        return this == ADMIN;
    }
}
