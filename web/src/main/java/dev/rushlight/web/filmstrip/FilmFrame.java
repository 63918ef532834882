package dev.rushlight.web.filmstrip;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Thumb;
import java.util.Locale;
import java.util.Optional;

/** One item in the filmstrip: a small picture, its name, and where it stands. */
public final class FilmFrame extends ListItem {

    /** All that a frame shows. */
    private record Look(FilmEntry entry, boolean current) {}

    private final Anchor link = new Anchor();
    private Optional<Look> shown = Optional.empty();

    FilmFrame() {
        addClassName("film-frame");
        add(link);
    }

    void show(FilmEntry entry, boolean current) {
        var look = new Look(entry, current);
        if (shown.filter(look::equals).isPresent()) {
            return;
        }
        shown = Optional.of(look);
        var appearance = Appearance.of(entry.outcome());
        link.setHref(entry.address());
        link.setClassName(appearance.tone().styleClass());
        link.setTitle("%s v%d · %s".formatted(entry.name(), entry.version(), appearance.word()));
        if (current) {
            link.getElement().setAttribute("aria-current", "true");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
        link.removeAll();
        link.add(new Thumb(entry.poster(), entry.kind()), line(entry, appearance));
    }

    private static Div line(FilmEntry entry, Appearance appearance) {
        var name = new Span(entry.name());
        name.addClassName("film-name");
        var words = new Span(", v%d, %s%s"
                .formatted(
                        entry.version(),
                        lower(appearance),
                        entry.ownVote()
                                .map(own -> ", you: " + lower(Appearance.of(own)))
                                .orElse("")));
        words.addClassName("for-readers");
        var line = new Div(new Glyph(appearance.symbol()), name, words);
        line.addClassName("film-line");
        return line;
    }

    private static String lower(Appearance appearance) {
        return appearance.word().toLowerCase(Locale.ROOT);
    }

    /** Brings it into sight within the strip, and moves nothing else. */
    void reveal() {
        getElement()
                .executeJs("const strip = this.parentElement;"
                        + "strip.scrollLeft = this.offsetLeft - (strip.clientWidth - this.offsetWidth) / 2");
    }

    void focus() {
        link.focus();
    }
}
