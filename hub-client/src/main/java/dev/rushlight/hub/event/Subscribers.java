package dev.rushlight.hub.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The subscribers of a hub, in the order in which they hear of an event: by priority, then as they came. */
final class Subscribers {

    private static final Logger LOG = System.getLogger(Subscribers.class.getName());

    // Replaced as a whole under this; read without it.
    private volatile List<Subscriber> all = List.of();

    synchronized void add(Subscriber subscriber) {
        if (all.stream().anyMatch(other -> other.id().equals(subscriber.id()))) {
            throw new SubscriberNotUnique(subscriber.id());
        }
        var next = new ArrayList<>(all);
        next.add(subscriber);
        next.sort(Comparator.comparingInt(Subscriber::priority));
        all = List.copyOf(next);
    }

    synchronized void remove(Subscriber subscriber) {
        all = all.stream().filter(other -> other != subscriber).toList();
    }

    List<Subscriber> all() {
        return all;
    }

    /** Who wants this event; nobody, if its target cannot be read. */
    List<Subscriber> wanting(Event event) {
        var candidates = all.stream().filter(it -> mayWant(it, event)).toList();
        if (candidates.isEmpty()) {
            return candidates;
        }
        var target = target(event);
        if (target.isEmpty() && !event.target().isEmpty()) {
            return List.of();
        }
        var json = event.toJson();
        return candidates.stream()
                .filter(it -> target.map(expression -> expression.matches(it.subscriber()))
                        .orElse(true))
                .filter(it -> it.expression().matches(json))
                .toList();
    }

    private static boolean mayWant(Subscriber subscriber, Event event) {
        return subscriber
                .expression()
                .requiredTopic()
                .map(event.topic()::equals)
                .orElse(true);
    }

    private static Optional<Expression> target(Event event) {
        if (event.target().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Expression.compile(event.target()));
        } catch (MalformedExpression e) {
            LOG.log(Level.WARNING, "Event {0} has a target that cannot be read: {1}", event.id(), e.getMessage());
            return Optional.empty();
        }
    }
}
