package dev.rushlight.web.admin;

import dev.rushlight.people.PersonState;
import dev.rushlight.people.PersonSummary;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Selector;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whom a policy asks, as the page calls them; what is no selector is shown as it was typed. */
final class SelectorWords {

    private SelectorWords() {}

    static String of(String text) {
        try {
            var selector = Selector.parse(text);
            return switch (selector.kind()) {
                case USER -> selector.name();
                case FUNCTION -> selector.name() + " (function)";
                case ROLE -> role(selector.name());
                case SUBMISSION -> "Named by the submitter";
            };
        } catch (IllegalArgumentException notYet) {
            return text;
        }
    }

    private static String role(String name) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .map(role -> role == Role.VIEWER ? "Everybody here" : RoleWords.of(role) + "s")
                .orElse("Role " + name);
    }

    /** Whom there is to ask: the higher roles, whom the submitter names, functions, and people by name. */
    static List<String> choices(Collection<PersonSummary> people) {
        return Stream.of(
                        Stream.of(Role.REVIEWER, Role.LEAD, Role.ADMIN).map(role -> Selector.role(role.name())),
                        Stream.of(Selector.namedBySubmitter()),
                        functions(people).stream().map(Selector::function),
                        people.stream()
                                .filter(person -> person.state() != PersonState.DEACTIVATED)
                                .map(PersonSummary::username)
                                .sorted()
                                .map(Selector::user))
                .flatMap(selectors -> selectors.map(Selector::text))
                .toList();
    }

    /** What people here are in production; guests are clients. */
    static List<String> functions(Collection<PersonSummary> people) {
        return Stream.concat(Stream.of("client"), people.stream().flatMap(person -> person.functions().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /** What was typed as a selector: a bare word is somebody's name. */
    static String read(String typed) {
        return typed.contains(":") || typed.isEmpty() ? typed : "user:" + typed.toLowerCase(Locale.ROOT);
    }
}
