package dev.rushlight.people;

/** The only active administrator cannot be demoted or deactivated. */
public final class LastAdmin extends RuntimeException {
    public LastAdmin(String username) {
        super("%s is the only active administrator".formatted(username));
    }
}
