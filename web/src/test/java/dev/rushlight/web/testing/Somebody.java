package dev.rushlight.web.testing;

import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** Whoever sits in front of the page. */
public final class Somebody extends CurrentPerson {

    private Optional<Identity> identity;

    private Somebody(Optional<Identity> identity) {
        this.identity = identity;
    }

    public static Somebody as(Role role) {
        return new Somebody(Optional.of(person("maria", role)));
    }

    public static Somebody unknown() {
        return new Somebody(Optional.empty());
    }

    public static Identity person(String username, Role role) {
        var id = new PersonId(UUID.nameUUIDFromBytes(username.getBytes()));
        return new Identity(id, username, username.substring(0, 1).toUpperCase() + username.substring(1), role);
    }

    public void leave() {
        identity = Optional.empty();
    }

    @Override
    public Optional<Identity> find() {
        return identity;
    }

    @Override
    public Optional<Identity> find(HttpServletRequest request) {
        return identity;
    }
}
