package dev.rushlight.hub.event;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A part of an expression that holds or does not. */
interface Condition {

    boolean holds(Subject subject);

    /** What an event's topic alone says of this. */
    default Verdict onTopic(String topic) {
        return Verdict.OPEN;
    }

    /** The topics of which an event must have one for this to hold; empty if it may have any. */
    default Optional<Set<String>> topics() {
        return Optional.empty();
    }

    /** What is known of a condition before all is seen. */
    enum Verdict {
        HOLDS,
        FAILS,
        OPEN
    }

    /** Holds if one of its parts does. */
    record AnyOf(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            for (var part : parts) {
                if (part.holds(subject)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Verdict onTopic(String topic) {
            return decide(parts, topic, Verdict.HOLDS, Verdict.FAILS);
        }

        @Override
        public Optional<Set<String>> topics() {
            var all = new HashSet<String>();
            for (var part : parts) {
                var topics = part.topics();
                if (topics.isEmpty()) {
                    return topics;
                }
                all.addAll(topics.get());
            }
            return Optional.of(Set.copyOf(all));
        }
    }

    /** Holds if all of its parts do. */
    record AllOf(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            for (var part : parts) {
                if (!part.holds(subject)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Verdict onTopic(String topic) {
            return decide(parts, topic, Verdict.FAILS, Verdict.HOLDS);
        }

        @Override
        public Optional<Set<String>> topics() {
            var known = parts.stream().flatMap(part -> part.topics().stream()).toList();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            var common = new HashSet<>(known.get(0));
            known.forEach(common::retainAll);
            return Optional.of(Set.copyOf(common));
        }
    }

    /** Holds if its part does not. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return !part.holds(subject);
        }

        @Override
        public Verdict onTopic(String topic) {
            return switch (part.onTopic(topic)) {
                case HOLDS -> Verdict.FAILS;
                case FAILS -> Verdict.HOLDS;
                case OPEN -> Verdict.OPEN;
            };
        }
    }

    /** One part with the first verdict settles it; all parts with the second do. */
    private static Verdict decide(List<Condition> parts, String topic, Verdict one, Verdict all) {
        var verdict = all;
        for (var part : parts) {
            var its = part.onTopic(topic);
            if (its == one) {
                return one;
            }
            if (its == Verdict.OPEN) {
                verdict = Verdict.OPEN;
            }
        }
        return verdict;
    }
}
