package dev.rushlight.web.filmstrip;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The items of a review session around the one on the page, as many as are wanted at once, and the way to the others. */
@CssImport("./rush/filmstrip.css")
public final class Filmstrip extends Nav {

    /** How many items are shown at once. */
    public static final int MOST = 40;

    private static final int BEFORE = 12;

    private final OrderedList list = new OrderedList();
    private final Button earlier = slide("strip-earlier", "Earlier items", () -> asked(this::showEarlier));
    private final Button later = slide("strip-later", "Later items", () -> asked(this::showLater));
    private final Map<EntryCursor, FilmFrame> frames = new HashMap<>();
    private Optional<Film> film = Optional.empty();
    private Optional<ReviewItemId> current = Optional.empty();
    private List<FilmEntry> shown = List.of();

    /** What the entries that are shown come after; from the beginning without it. */
    private Optional<EntryCursor> start = Optional.empty();

    public Filmstrip() {
        setId("filmstrip");
        addClassName("filmstrip");
        setAriaLabel("Items of this review session");
        earlier.addClassName("strip-earlier");
        list.addClassName("filmstrip-frames");
        setVisible(false);
        add(earlier, list, later);
    }

    /**
     * Shows the surroundings of an item; those that are there already stay where they are.
     *
     * @param here the item's place; nothing if it is not in the review session
     */
    public void enter(Film through, ReviewItemId item, Optional<EntryCursor> here) {
        var isAnother = film.map(Film::id).filter(through.id()::equals).isEmpty();
        if (isAnother) {
            clear();
        }
        film = Optional.of(through);
        current = Optional.of(item);
        if (isAnother) {
            start = here.flatMap(cursor -> startBefore(cursor, BEFORE));
        }
        read();
        if (here.isPresent() && !isShown()) {
            start = startBefore(here.get(), BEFORE);
            read();
        }
        setVisible(!shown.isEmpty());
        currentFrame().ifPresent(FilmFrame::reveal);
    }

    /** Shows what has become of the entries. */
    public void refresh() {
        if (film.isPresent()) {
            read();
            setVisible(!shown.isEmpty());
        }
    }

    public void clear() {
        film = Optional.empty();
        current = Optional.empty();
        start = Optional.empty();
        shown = List.of();
        frames.clear();
        list.removeAll();
        setVisible(false);
    }

    private void asked(Runnable reading) {
        film.ifPresent(known -> known.asked(reading));
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
        var before = film.orElseThrow().before(cursor, count + 1);
        return before.size() > count ? Optional.of(before.get(0).cursor()) : Optional.empty();
    }

    private void read() {
        var found = film.orElseThrow().after(start, MOST + 1);
        show(found.subList(0, Math.min(MOST, found.size())));
        earlier.setVisible(start.isPresent());
        later.setVisible(found.size() > MOST);
    }

    private void show(List<FilmEntry> entries) {
        var cursors = entries.stream().map(FilmEntry::cursor).collect(Collectors.toList());
        if (!shown.stream().map(FilmEntry::cursor).toList().equals(cursors)) {
            list.removeAll();
            frames.keySet().retainAll(cursors);
            entries.forEach(entry -> list.add(frames.computeIfAbsent(entry.cursor(), cursor -> new FilmFrame())));
        }
        shown = List.copyOf(entries);
        for (var entry : shown) {
            frame(entry).ifPresent(frame -> frame.show(entry, isCurrent(entry)));
        }
    }

    private boolean isShown() {
        return shown.stream().anyMatch(this::isCurrent);
    }

    private boolean isCurrent(FilmEntry entry) {
        return current.filter(entry.item()::equals).isPresent();
    }

    private Optional<FilmFrame> currentFrame() {
        return shown.stream().filter(this::isCurrent).findFirst().flatMap(this::frame);
    }

    private Optional<FilmFrame> frame(FilmEntry entry) {
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
