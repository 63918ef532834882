package dev.rushlight.hub;

/** What can travel in an HTTP header unchanged: the JDK's client makes question marks of everything beyond ASCII. */
final class HeaderText {

    private HeaderText() {}

    /** @throws IllegalArgumentException naming the first character that cannot travel, and nothing else of the text */
    static void require(String what, String text) {
        text.codePoints().filter(c -> c < ' ' || c > '~').findFirst().ifPresent(c -> {
            throw new IllegalArgumentException(
                    "%s has the character U+%04X, which cannot travel in an HTTP header".formatted(what, c));
        });
    }
}
