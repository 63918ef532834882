package dev.rushlight.review;

import dev.rushlight.ledger.Author;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import java.util.Set;

/** The person who acted, as named and entitled at that moment. */
public record Actor(
        PersonId id, String username, String displayName, Role role, PersonKind kind, Set<String> functions) {

    public Actor {
        functions = Set.copyOf(functions);
    }

    /** Somebody who logs in and has no function. */
    public Actor(PersonId id, String username, String displayName, Role role) {
        this(id, username, displayName, role, PersonKind.HUMAN, Set.of());
    }

    static Actor of(Identity person) {
        return new Actor(
                person.id(), person.username(), person.displayName(), person.role(), person.kind(), person.functions());
    }

    Author author() {
        return new Author(id.value(), username, displayName, role.name());
    }
}
