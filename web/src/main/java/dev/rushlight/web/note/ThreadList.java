package dev.rushlight.web.note;

import com.vaadin.flow.component.HasOrderedComponents;
import com.vaadin.flow.component.html.OrderedList;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteThread;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The threads on the page; news changes cards in their place, so that nothing that is being read or typed is lost. */
final class ThreadList extends OrderedList implements HasOrderedComponents {

    private final Deeds deeds;
    private final Clock clock;
    private final Duration grace;
    private final Map<NoteId, ThreadCard> cards = new LinkedHashMap<>();

    ThreadList(Deeds deeds, Clock clock, Duration grace) {
        this.deeds = deeds;
        this.clock = clock;
        this.grace = grace;
        addClassName("threads");
        getElement().setAttribute("aria-label", "Notes, newest first");
    }

    void clear() {
        cards.clear();
        removeAll();
    }

    /** Shows these threads in this order, and takes away what is not among them unless somebody writes there. */
    void show(Subject subject, List<NoteThread> threads) {
        var stay = threads.stream().map(thread -> thread.note().id()).collect(Collectors.toCollection(HashSet::new));
        cards.forEach((id, card) -> {
            if (card.isBusy()) {
                stay.add(id);
            }
        });
        removeOthers(stay);
        var index = 0;
        for (var thread : threads) {
            var known = cards.get(thread.note().id());
            if (known == null) {
                addComponentAtIndex(Math.min(index, getComponentCount()), show(subject, thread));
                index++;
            } else {
                show(subject, thread);
                index = indexOf(known) + 1;
            }
        }
    }

    private void removeOthers(Set<NoteId> stay) {
        cards.entrySet().removeIf(entry -> {
            var leaves = !stay.contains(entry.getKey());
            if (leaves) {
                remove(entry.getValue());
            }
            return leaves;
        });
    }

    /** Shows one thread more, at the end. */
    void append(Subject subject, NoteThread thread) {
        var card = show(subject, thread);
        if (card.getParent().isEmpty()) {
            add(card);
        }
    }

    /** Shows one thread before all others, wherever it belongs. */
    void prepend(Subject subject, NoteThread thread) {
        var card = show(subject, thread);
        if (card.getParent().isEmpty()) {
            addComponentAsFirst(card);
        }
    }

    private ThreadCard show(Subject subject, NoteThread thread) {
        var card = cards.computeIfAbsent(thread.note().id(), id -> new ThreadCard(deeds, thread));
        card.show(subject, thread, clock.instant(), grace);
        return card;
    }

    Optional<ThreadCard> card(NoteId thread) {
        return Optional.ofNullable(cards.get(thread));
    }

    List<NoteId> shown() {
        return List.copyOf(cards.keySet());
    }

    /** Whether somebody answers or edits. */
    boolean isBusy() {
        return cards.values().stream().anyMatch(ThreadCard::isBusy);
    }

    void choose(NoteId thread) {
        cards.forEach((id, card) -> card.choose(id.equals(thread)));
    }

    boolean isEmpty() {
        return cards.isEmpty();
    }
}
