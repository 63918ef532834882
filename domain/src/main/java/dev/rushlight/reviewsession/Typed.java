package dev.rushlight.reviewsession;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Function;

/** Text as people type it, made fit to be kept: trimmed, bounded, and without what no database takes. */
final class Typed {

    private Typed() {}

    /** One line, which may be empty. */
    static String line(String typed, String what, int longest, Function<String, RuntimeException> refusal) {
        var text = text(typed, what, longest, refusal);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw refusal.apply("%s may not contain control characters".formatted(what));
        }
        return text;
    }

    /** Any number of lines. */
    static String text(String typed, String what, int longest, Function<String, RuntimeException> refusal) {
        // Halves of surrogate pairs do not survive this; a text area cuts them.
        var text = new String(typed.getBytes(UTF_8), UTF_8).replace("\0", "").strip();
        if (text.length() > longest) {
            throw refusal.apply("%s may have %d characters, not %d".formatted(what, longest, text.length()));
        }
        return text;
    }
}
