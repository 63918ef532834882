package dev.rushlight.exchange;

/** Fits foreign text into a column: without the character that PostgreSQL refuses, and not too long. */
final class Stored {

    private Stored() {}

    static String text(String text, int longest) {
        var clean = text.replace('\0', '\uFFFD');
        if (clean.length() <= longest) {
            return clean;
        }
        var end = Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest;
        return clean.substring(0, end);
    }
}
