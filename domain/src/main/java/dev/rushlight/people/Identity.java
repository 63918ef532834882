package dev.rushlight.people;

import java.util.Set;

/**
 * Who acts, and in which role: handed to every desk that has to know.
 *
 * @param functions what this person is in production, such as {@code vfx_supervisor}; policies ask for them
 */
public record Identity(
        PersonId id, String username, String displayName, Role role, Set<String> functions, PersonKind kind) {

    public Identity {
        functions = Set.copyOf(functions);
    }

    /** Somebody who logs in and has no function. */
    public Identity(PersonId id, String username, String displayName, Role role) {
        this(id, username, displayName, role, Set.of(), PersonKind.HUMAN);
    }

    /** Refuses whoever does not administer. */
    public void requireAdmin() {
        if (!role.mayAdminister() || kind != PersonKind.HUMAN) {
            throw new NotAllowed("Only an administrator may do this, and %s is not one".formatted(username));
        }
    }

    /** Whether this is somebody from outside, who sees only what is meant for clients. */
    public boolean isGuest() {
        return kind == PersonKind.GUEST;
    }
}
