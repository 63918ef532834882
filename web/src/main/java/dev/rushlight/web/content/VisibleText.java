package dev.rushlight.web.content;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import java.util.regex.Pattern;

/** Somebody else's text as plain text, in which no character can hide or turn the others around. */
final class VisibleText extends Span {

    /** Control and format characters, separators and fillers; but not what breaks lines. */
    private static final Pattern HIDING = Pattern.compile(
            "(?![\\t\\n])[\\p{Cc}\\p{Cf}\\x{2028}\\x{2029}\\x{115F}\\x{1160}\\x{2800}\\x{3164}\\x{FFA0}]");

    private static final int JOINER = 0x200D;
    private static final int VARIANT = 0xFE0F;

    VisibleText(String text) {
        getElement().setAttribute("dir", "auto");
        addClassName("isolated");
        var unified = text.replace("\r\n", "\n");
        var hiding = HIDING.matcher(unified);
        var from = 0;
        while (hiding.find()) {
            if (joinsSymbols(unified, hiding.start())) {
                continue;
            }
            addText(unified.substring(from, hiding.start()));
            add(stand(hiding.group().codePointAt(0)));
            from = hiding.end();
        }
        addText(unified.substring(from));
    }

    /** Emojis such as families are made of several. */
    private static boolean joinsSymbols(String text, int at) {
        if (at == 0 || text.codePointAt(at) != JOINER) {
            return false;
        }
        var before = text.codePointBefore(at);
        return before == VARIANT || Character.getType(before) == Character.OTHER_SYMBOL;
    }

    private void addText(String text) {
        if (!text.isEmpty()) {
            add(new Text(text));
        }
    }

    private static Span stand(int character) {
        var stand = new Span("U+%04X".formatted(character));
        stand.addClassName("hidden-character");
        stand.setTitle(String.valueOf(Character.getName(character)));
        return stand;
    }
}
