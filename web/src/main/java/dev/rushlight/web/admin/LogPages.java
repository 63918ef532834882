package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A log, newest first, one page at a time: each older page begins after the last entry of the one before.
 *
 * @param <T> an entry
 */
final class LogPages<T> extends Div {

    private static final int PAGE = 50;

    /** Reads the entries older than the given one, or the newest. */
    @FunctionalInterface
    interface Source<T> {
        List<T> before(Optional<Long> id, int limit);
    }

    private final Source<T> source;
    private final ToLongFunction<T> id;
    private final Function<T, ListItem> line;
    private final Component nothing;
    private final OrderedList list = new OrderedList();
    private final Button newer = new Button("Newer", click -> newer());
    private final Button older = new Button("Older", click -> older());

    /** Where each page that was left for an older one began. */
    private final Deque<Optional<Long>> left = new ArrayDeque<>();

    private Optional<Long> before = Optional.empty();
    private List<T> shown = List.of();
    private final Map<T, ListItem> lines = new HashMap<>();

    LogPages(Source<T> source, ToLongFunction<T> id, Function<T, ListItem> line, Component nothing) {
        this.source = source;
        this.id = id;
        this.line = line;
        this.nothing = nothing;
        list.addClassName("log");
        newer.setId("newer");
        older.setId("older");
        var paging = new Div(newer, older);
        paging.addClassName("paging");
        add(nothing, list, paging);
    }

    /** Goes back to the newest entries. */
    void restart() {
        left.clear();
        before = Optional.empty();
        refresh();
    }

    /** Reads the page on the screen anew; lines that say the same stay, and with them the focus and a mouse held down. */
    void refresh() {
        var read = source.before(before, PAGE + 1);
        shown = read.subList(0, Math.min(PAGE, read.size()));
        var gone = new HashSet<>(lines.keySet());
        shown.forEach(gone::remove);
        gone.forEach(entry -> list.remove(lines.remove(entry)));
        for (var index = 0; index < shown.size(); index++) {
            var entry = shown.get(index);
            if (!lines.containsKey(entry)) {
                var fresh = line.apply(entry);
                lines.put(entry, fresh);
                list.addComponentAtIndex(index, fresh);
            }
        }
        nothing.setVisible(shown.isEmpty());
        older.setVisible(read.size() > PAGE);
        newer.setVisible(!left.isEmpty());
    }

    private void older() {
        left.push(before);
        before = Optional.of(id.applyAsLong(shown.get(shown.size() - 1)));
        refresh();
    }

    private void newer() {
        before = left.pop();
        refresh();
    }
}
