package dev.rushlight.hub.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The subscribers of a hub, in the order in which they hear of an event: by priority, then as they came. */
final class Subscribers {

    private final Targets targets = new Targets();

    // Replaced as a whole under this; read without it.
    private volatile TopicIndex index = new TopicIndex(List.of());

    synchronized void add(Subscriber subscriber) {
        var next = new ArrayList<>(index.all());
        for (var other : next) {
            if (other.id().equals(subscriber.id())) {
                throw new SubscriberNotUnique(subscriber.id());
            }
        }
        next.add(subscriber);
        next.sort(Comparator.comparingInt(Subscriber::priority));
        index = new TopicIndex(next);
    }

    synchronized void remove(Subscriber subscriber) {
        index = new TopicIndex(
                index.all().stream().filter(other -> other != subscriber).toList());
    }

    List<Subscriber> all() {
        return index.all();
    }

    /** Who wants this event; nobody, if its target cannot be read. */
    List<Subscriber> wanting(Event event) {
        var wanting = index.candidates(event.topic());
        if (!event.target().isEmpty() && !wanting.isEmpty()) {
            var target = targets.read(event.target());
            wanting.removeIf(it -> target.isEmpty() || !target.get().matches(it.subscriber()));
        }
        if (!wanting.isEmpty()) {
            var subject = event.asSubject();
            wanting.removeIf(it -> !it.expression().matches(event.topic(), subject));
        }
        return wanting;
    }
}
