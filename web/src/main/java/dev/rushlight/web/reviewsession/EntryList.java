package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropEffect;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.Destination;
import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.reviewsession.EntrySummary;
import dev.rushlight.reviewsession.ReviewSessionDesk;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.ReviewSessions;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The entries of a review session in their order, which leads change by dragging or with buttons. */
final class EntryList extends Div {

    private static final int PAGE = 100;

    private final ReviewSessions reviewSessions;
    private final ReviewSessionDesk desk;
    private final CurrentPerson current;
    private final ReviewSessionId session;
    private final Runnable changed;
    private final OrderedList list = new OrderedList();
    private final Div foot = new Div();
    private final List<EntryLine> lines = new ArrayList<>();
    private int wanted = PAGE;
    private boolean editable;
    private Optional<Drawn> drawn = Optional.empty();

    private record Drawn(List<EntrySummary> entries, boolean isWhole, boolean editable) {

        boolean isArrangedAs(Drawn before) {
            return isWhole == before.isWhole && editable == before.editable && items().equals(before.items());
        }

        private List<ReviewItemId> items() {
            return entries.stream().map(EntrySummary::item).toList();
        }
    }

    /** @param changed called after each change; it is to show the list anew */
    EntryList(
            ReviewSessions reviewSessions,
            ReviewSessionDesk desk,
            CurrentPerson current,
            ReviewSessionId session,
            Runnable changed) {
        this.reviewSessions = reviewSessions;
        this.desk = desk;
        this.current = current;
        this.session = session;
        this.changed = changed;
        addClassName("entries");
        list.addClassName("entry-list");
        foot.addClassName("paging");
        add(list, foot);
    }

    /** Draws only what is not there already: news of what was done here would take the focus away otherwise. */
    void show(boolean mayChange) {
        var entries = read();
        var isWhole = entries.size() <= wanted;
        var next = new Drawn(entries.stream().limit(wanted).toList(), isWhole, mayChange);
        if (drawn.filter(next::equals).isPresent()) {
            return;
        }
        var isInPlace = drawn.filter(next::isArrangedAs).isPresent();
        drawn = Optional.of(next);
        editable = mayChange;
        if (isInPlace) {
            redraw(next.entries());
            return;
        }
        lines.clear();
        list.removeAll();
        next.entries().forEach(entry -> lines.add(line(entry)));
        for (var index = 0; index < lines.size(); index++) {
            offer(index);
            list.add(lines.get(index));
        }
        foot.removeAll();
        if (!isWhole) {
            var more = new Button("Show more", click -> {
                wanted += PAGE;
                show(editable);
            });
            more.setId("more-entries");
            foot.add(more);
        }
        if (lines.isEmpty()) {
            foot.add(new EmptyState(
                    Symbol.SESSION,
                    "Nothing in it yet",
                    editable ? "Add items by search, or everything that a filter shows." : "A lead adds the items."));
        }
    }

    /** Only the lines that say something else, so that whatever is being dragged or pressed on others stays. */
    private void redraw(List<EntrySummary> entries) {
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            var entry = entries.get(index);
            if (!line.entry().equals(entry)) {
                lines.set(index, line(entry));
                offer(index);
                list.remove(line);
                list.addComponentAtIndex(index, lines.get(index));
            }
        }
    }

    private void offer(int index) {
        if (editable) {
            var isLast = drawn.filter(Drawn::isWhole).isPresent() && index == lines.size() - 1;
            lines.get(index).offer(acts, index == 0, isLast);
        }
    }

    Optional<ReviewItemId> first() {
        return lines.stream().findFirst().map(line -> line.entry().item());
    }

    boolean shows(ReviewItemId item) {
        return lines.stream().anyMatch(line -> line.entry().item().equals(item));
    }

    /** One more than is wanted, to know whether there are more. */
    private List<EntrySummary> read() {
        var entries = new ArrayList<EntrySummary>();
        var after = Optional.<EntryCursor>empty();
        var complete = false;
        while (!complete && entries.size() <= wanted) {
            var page = reviewSessions.entries(me(), session, after, PAGE + 1);
            entries.addAll(page);
            complete = page.size() <= PAGE;
            after = page.stream().reduce((earlier, later) -> later).map(EntrySummary::cursor);
        }
        return entries;
    }

    private EntryLine line(EntrySummary entry) {
        var line = new EntryLine(session, entry);
        if (editable) {
            line.addClassName("entry-movable");
            DragSource.create(line).setEffectAllowed(EffectAllowed.MOVE);
            var target = DropTarget.create(line);
            target.setDropEffect(DropEffect.MOVE);
            target.addDropListener(drop -> drop.getDragSourceComponent()
                    .filter(EntryLine.class::isInstance)
                    .map(EntryLine.class::cast)
                    .ifPresent(dragged -> drop(dragged, line)));
        }
        return line;
    }

    /** Whatever is dragged takes the place of what it is dropped on. */
    private void drop(EntryLine dragged, EntryLine on) {
        var from = lines.indexOf(dragged);
        var to = lines.indexOf(on);
        if (from >= 0 && to >= 0 && from != to) {
            var neighbour = on.entry().item();
            move(dragged.entry(), from > to ? Destination.before(neighbour) : Destination.after(neighbour));
        }
    }

    private void move(EntrySummary entry, Destination destination) {
        act(me -> desk.move(me, session, entry.item(), destination));
    }

    private void act(Consumer<Identity> act) {
        Arranging.attempt(() -> act.accept(me()));
        changed.run();
    }

    private Identity me() {
        return current.require();
    }

    private final EntryLine.Acts acts = new EntryLine.Acts() {
        @Override
        public void up(EntrySummary entry) {
            beside(entry, -1).ifPresent(above -> move(entry, Destination.before(above)));
            focus(entry, "up");
        }

        @Override
        public void down(EntrySummary entry) {
            move(entry, beside(entry, 1).map(Destination::after).orElseGet(Destination::last));
            focus(entry, "down");
        }

        @Override
        public void remove(EntrySummary entry) {
            act(me -> desk.remove(me, session, Set.of(entry.item())));
        }

        @Override
        public void pin(EntrySummary entry) {
            act(me -> desk.pin(me, session, entry.item(), entry.version()));
        }

        @Override
        public void keepLatest(EntrySummary entry) {
            act(me -> desk.keepLatest(me, session, entry.item()));
        }

        private Optional<ReviewItemId> beside(EntrySummary entry, int step) {
            for (var index = 0; index < lines.size(); index++) {
                var other = index + step;
                if (lines.get(index).entry().item().equals(entry.item()) && other >= 0 && other < lines.size()) {
                    return Optional.of(lines.get(other).entry().item());
                }
            }
            return Optional.empty();
        }

        private void focus(EntrySummary entry, String button) {
            lines.stream()
                    .filter(line -> line.entry().item().equals(entry.item()))
                    .findFirst()
                    .ifPresent(line -> line.focus(button));
        }
    };
}
