package dev.rushlight.people;

/** A one-time invitation, good for seven days; its token is shown here once and kept only as a hash. */
public record Invitation(PersonId person, String username, String token) {

    @Override
    public String toString() {
        return "Invitation[person=%s, username=%s, token=***]".formatted(person, username);
    }
}
