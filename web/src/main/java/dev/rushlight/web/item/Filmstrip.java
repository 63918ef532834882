package dev.rushlight.web.item;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.reviewsession.EntrySummary;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.ReviewSessions;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The items of a review session around the one on the page, as many as are wanted at once, and the way to the others. */
@CssImport("./rush/filmstrip.css")
final class Filmstrip extends Nav {

    static final int MOST = 40;

    private static final int BEFORE = 12;

    private final ReviewSessions reviewSessions;
    private final Room room;
    private final OrderedList list = new OrderedList();
    private final Button earlier = slide("strip-earlier", "Earlier items", this::showEarlier);
    private final Button later = slide("strip-later", "Later items", this::showLater);
    private final Map<EntryCursor, FilmFrame> frames = new HashMap<>();
    private Optional<ReviewSessionId> id = Optional.empty();
    private List<EntrySummary> shown = List.of();

    /** What the entries that are shown come after; from the beginning without it. */
    private Optional<EntryCursor> start = Optional.empty();

    Filmstrip(ReviewSessions reviewSessions, Room room) {
        this.reviewSessions = reviewSessions;
        this.room = room;
        setId("filmstrip");
        addClassName("filmstrip");
        setAriaLabel("Items of this review session");
        earlier.addClassName("strip-earlier");
        list.addClassName("filmstrip-frames");
        setVisible(false);
        add(earlier, list, later);
    }

    /** Shows the surroundings of the item on the page; those that are there already stay where they are. */
    void enter(SessionWalk walk) {
        var here = walk.entry().map(EntrySummary::cursor);
        if (!id.equals(Optional.of(walk.id()))) {
            clear();
            id = Optional.of(walk.id());
            start = here.flatMap(cursor -> startBefore(cursor, BEFORE));
        }
        read();
        if (here.isPresent() && !isShown()) {
            start = startBefore(here.get(), BEFORE);
            read();
        }
        setVisible(!shown.isEmpty());
        current().ifPresent(FilmFrame::reveal);
    }

    /** Shows what has become of the entries. */
    void refresh() {
        read();
        setVisible(!shown.isEmpty());
    }

    void clear() {
        id = Optional.empty();
        start = Optional.empty();
        shown = List.of();
        frames.clear();
        list.removeAll();
        setVisible(false);
    }

    private void showEarlier() {
        shown.stream().findFirst().ifPresent(first -> {
            start = startBefore(first.cursor(), MOST);
            read();
            list.getElement().setProperty("scrollLeft", 0);
            ifGone(earlier);
        });
    }

    private void showLater() {
        shown.stream().reduce((one, other) -> other).ifPresent(last -> {
            start = Optional.of(last.cursor());
            read();
            ifGone(later);
        });
    }

    private void ifGone(Button pressed) {
        if (!pressed.isVisible()) {
            shown.stream().findFirst().flatMap(this::frame).ifPresent(FilmFrame::focus);
        }
    }

    private Optional<EntryCursor> startBefore(EntryCursor cursor, int count) {
        var before = reviewSessions.entriesBefore(room.person(), id.orElseThrow(), cursor, count + 1);
        return before.size() > count ? Optional.of(before.get(0).cursor()) : Optional.empty();
    }

    private void read() {
        var found = reviewSessions.entries(room.person(), id.orElseThrow(), start, MOST + 1);
        show(found.subList(0, Math.min(MOST, found.size())));
        earlier.setVisible(start.isPresent());
        later.setVisible(found.size() > MOST);
    }

    private void show(List<EntrySummary> entries) {
        var cursors = entries.stream().map(EntrySummary::cursor).collect(Collectors.toList());
        if (!shown.stream().map(EntrySummary::cursor).toList().equals(cursors)) {
            list.removeAll();
            frames.keySet().retainAll(cursors);
            entries.forEach(entry -> list.add(frames.computeIfAbsent(entry.cursor(), cursor -> new FilmFrame())));
        }
        shown = List.copyOf(entries);
        for (var entry : shown) {
            frame(entry)
                    .ifPresent(frame -> frame.show(
                            entry,
                            id.orElseThrow(),
                            entry.item().equals(room.item().id())));
        }
    }

    private boolean isShown() {
        return shown.stream().anyMatch(entry -> entry.item().equals(room.item().id()));
    }

    private Optional<FilmFrame> current() {
        return shown.stream()
                .filter(entry -> entry.item().equals(room.item().id()))
                .findFirst()
                .flatMap(this::frame);
    }

    private Optional<FilmFrame> frame(EntrySummary entry) {
        return Optional.ofNullable(frames.get(entry.cursor()));
    }

    private static Button slide(String id, String words, Runnable act) {
        var button = new Button(new Glyph(Symbol.NEXT), click -> act.run());
        button.setId(id);
        button.setAriaLabel(words);
        button.setTooltipText(words);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        return button;
    }
}
