package dev.rushlight.web.note;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.feedback.NoteTally;
import dev.rushlight.web.note.NoteFilters.Part;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The buttons that narrow the threads down, each with how many there are of its sort. */
final class FilterBar extends Div {

    private final NativeButton all = new NativeButton();
    private final Map<Part, NativeButton> buttons = new EnumMap<>(Part.class);
    private NoteFilters chosen = NoteFilters.ALL;

    FilterBar(Consumer<NoteFilters> listener) {
        addClassName("note-filters");
        getElement().setAttribute("role", "group").setAttribute("aria-label", "Which notes");
        all.setId("notes-all");
        all.addClickListener(click -> listener.accept(NoteFilters.ALL));
        add(all);
        for (var part : Part.values()) {
            var button = new NativeButton("", click -> listener.accept(chosen.toggle(part)));
            button.setId("notes-" + part.name().toLowerCase(Locale.ROOT));
            buttons.put(part, button);
            add(button);
        }
    }

    void show(NoteFilters filters, NoteTally tally, int version, boolean guest) {
        chosen = filters;
        show(all, "All", tally.all(), filters.isAll());
        buttons.forEach((part, button) -> {
            var eyes = part == Part.TEAM || part == Part.CLIENT;
            button.setVisible(!(guest && eyes));
            show(button, part.word(version), part.of(tally), filters.has(part));
        });
        setVisible(tally.all() > 0 || !filters.isAll());
    }

    private static void show(NativeButton button, String word, int count, boolean pressed) {
        var number = new Span(Integer.toString(count));
        number.addClassName("filter-count");
        button.removeAll();
        button.add(new Span(word), number);
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
        button.setClassName("none", count == 0);
    }
}
