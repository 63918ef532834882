package dev.rushlight.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Makes of a text one that both databases give back as it was written, for it is hashed before it is kept. */
final class Kept {

    private Kept() {}

    /** Without halves of surrogate pairs, and without the character that PostgreSQL refuses. */
    static String text(String text) {
        return new String(text.getBytes(UTF_8), UTF_8).replace('\0', '\uFFFD');
    }

    /** The same, and no longer than its column. */
    static String text(String text, int longest) {
        var clean = text(text);
        if (clean.length() <= longest) {
            return clean;
        }
        var end = Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest;
        return clean.substring(0, end);
    }
}
