package dev.rushlight.keyboard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keys that are pressed together, written like {@code Ctrl+Shift+Z}; on a Mac, Ctrl is the command key.
 *
 * <p>Letters and signs are meant as they come out of the keyboard, wherever they are on it. A sign has no Shift: {@code ?}
 * is one on every keyboard.
 *
 * @param key one character, letters in capitals, or a name such as {@code ArrowLeft}
 */
public record Chord(boolean control, boolean alt, boolean shift, String key) {

    private static final int LONGEST = 30;

    private static final Pattern NAMED =
            Pattern.compile("Space|Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down)|Insert|Delete|F([1-9]|1[0-2])");

    /** What a browser does not hand over, or what everybody would miss. */
    private static final Set<String> RESERVED = Set.of(
            "F1",
            "F5",
            "F6",
            "F11",
            "F12",
            "Shift+F5",
            "Ctrl+F4",
            "Ctrl+F5",
            "Alt+F4",
            "Alt+Space",
            "Alt+D",
            "Alt+Home",
            "Ctrl+Space",
            "Ctrl+PageUp",
            "Ctrl+PageDown",
            "Ctrl+Shift+PageUp",
            "Ctrl+Shift+PageDown");

    private static final String KEPT_WITH_CONTROL = "ACFNPQRSTVWX0123456789+-=";
    private static final String KEPT_WITH_SHIFT_TOO = "CIJNPQRTW";

    public Chord {
        key = isLetter(key) ? key.toUpperCase(Locale.ROOT) : key;
        shift = shift && (isLetter(key) || !isCharacter(key));
    }

    public static Chord of(String text) {
        if (text.length() > LONGEST) {
            throw unknown(text.substring(0, LONGEST) + "…");
        }
        var rest = text;
        var control = rest.startsWith("Ctrl+") && rest.length() > 5;
        rest = control ? rest.substring(5) : rest;
        var alt = rest.startsWith("Alt+") && rest.length() > 4;
        rest = alt ? rest.substring(4) : rest;
        var shift = rest.startsWith("Shift+") && rest.length() > 6;
        rest = shift ? rest.substring(6) : rest;
        if (!isCharacter(rest) && !NAMED.matcher(rest).matches()) {
            throw unknown(text);
        }
        return new Chord(control, alt, shift, rest);
    }

    private static UnacceptableKeys unknown(String text) {
        return new UnacceptableKeys("“%s” is no key that can be used".formatted(text));
    }

    /** Whether pressing it in a text would write something; people who speak to their computer need such keys off. */
    public boolean isTyped() {
        return isCharacter(key) && !control && !alt;
    }

    boolean isReserved() {
        var letter = isCharacter(key);
        return RESERVED.contains(toString())
                || letter && control && alt // how some keyboards write signs
                || letter && control && (shift ? KEPT_WITH_SHIFT_TOO : KEPT_WITH_CONTROL).contains(key);
    }

    private static boolean isCharacter(String key) {
        return key.codePointCount(0, key.length()) == 1
                && key.codePoints()
                        .noneMatch(one -> Character.isWhitespace(one)
                                || Character.isISOControl(one)
                                || Character.isSpaceChar(one)
                                || !Character.isDefined(one)
                                || Character.getType(one) == Character.SURROGATE);
    }

    private static boolean isLetter(String key) {
        var capital = key.toUpperCase(Locale.ROOT);
        return isCharacter(key) && capital.length() == key.length() && !capital.equals(key.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return (control ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "") + key;
    }
}
