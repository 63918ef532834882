package dev.rushlight.people;

/** Who acts, and in which role: handed to every desk that has to know. */
public record Identity(PersonId id, String username, String displayName, Role role) {

    /** Refuses whoever does not administer. */
    public void requireAdmin() {
        if (!role.mayAdminister()) {
            throw new NotAllowed("Only an administrator may do this, and %s is not one".formatted(username));
        }
    }
}
