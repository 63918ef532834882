package dev.rushlight.review;

import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The ways in which an item can wait for somebody, written as in policies. */
final class Selectors {

    private Selectors() {}

    /** The one that means only this person. */
    static String naming(Identity person) {
        return "user:" + person.username();
    }

    /** All that mean this person; a role means also the roles above it. */
    static List<String> meaning(Identity person) {
        var functions = person.functions().stream().sorted().map(function -> "function:" + function);
        var roles = person.kind().hasRoles()
                ? Arrays.stream(Role.values())
                        .filter(role -> role.mayVote() && role.compareTo(person.role()) <= 0)
                        .map(role -> "role:" + role.name())
                : Stream.<String>of();
        return Stream.of(Stream.of(naming(person)), functions, roles)
                .flatMap(selectors -> selectors)
                .toList();
    }
}
