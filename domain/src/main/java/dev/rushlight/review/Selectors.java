package dev.rushlight.review;

import dev.rushlight.people.Identity;
import dev.rushlight.policy.Selector;
import java.util.List;
import java.util.stream.Stream;

/** The ways in which an item can wait for somebody, written as in policies. */
final class Selectors {

    private Selectors() {}

    /** The one that means only this person. */
    static String naming(Identity person) {
        return Selector.user(person.username()).text();
    }

    /** All that mean somebody, or those whom they stand in for. */
    static List<String> meaning(Identity person, List<Identity> absent) {
        return Stream.concat(Stream.of(person), absent.stream())
                .flatMap(one -> meaning(one).stream())
                .distinct()
                .toList();
    }

    /** All that mean this person; none for those who may not vote, whom nothing waits for. */
    static List<String> meaning(Identity person) {
        if (!person.role().mayVote()) {
            return List.of();
        }
        return Stream.of(
                        Stream.of(Selector.user(person.username())),
                        person.functions().stream().sorted().map(Selector::function),
                        person.roles().stream().sorted().map(Selector::role))
                .flatMap(selectors -> selectors)
                .map(Selector::text)
                .toList();
    }
}
