package dev.rushlight.web.look;

import dev.rushlight.policy.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the queue can be narrowed to by outcome: one of them, or some that belong together. */
public record OutcomeChoice(String name, String words, Set<Outcome> outcomes) {

    private static final List<Outcome> OF_ITEMS = Arrays.stream(Outcome.values())
            .filter(outcome -> outcome != Outcome.SUPERSEDED) // only versions are
            .toList();

    public static final List<OutcomeChoice> ALL = Stream.concat(
                    Stream.of(some("open", "Open", Outcome::isOpen), some("decided", "Decided", Outcome::isVerdict)),
                    OF_ITEMS.stream().map(OutcomeChoice::only))
            .toList();

    private static OutcomeChoice some(String name, String words, Predicate<Outcome> which) {
        return new OutcomeChoice(name, words, OF_ITEMS.stream().filter(which).collect(Collectors.toUnmodifiableSet()));
    }

    private static OutcomeChoice only(Outcome outcome) {
        return new OutcomeChoice(
                outcome.name().toLowerCase(Locale.ROOT), Appearance.of(outcome).word(), Set.of(outcome));
    }

    static Optional<OutcomeChoice> named(String name) {
        return ALL.stream().filter(choice -> choice.name().equals(name)).findFirst();
    }

    public static Optional<OutcomeChoice> of(Set<Outcome> outcomes) {
        return ALL.stream().filter(choice -> choice.outcomes().equals(outcomes)).findFirst();
    }
}
