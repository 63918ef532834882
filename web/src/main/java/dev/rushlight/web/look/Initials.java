package dev.rushlight.web.look;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first letters of somebody's names in a circle; the name itself stands beside it. */
public final class Initials extends Span {

    public Initials(String name) {
        super(of(name));
        addClassName("initials");
        getElement().setAttribute("aria-hidden", "true");
    }

    /** At most two letters: of the first word and of the last. */
    public static String of(String name) {
        var words = name.strip().split("\\s+");
        return Stream.of(words[0], words.length > 1 ? words[words.length - 1] : "")
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
