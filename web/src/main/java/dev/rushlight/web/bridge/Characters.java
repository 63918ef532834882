package dev.rushlight.web.bridge;

/** Which characters may be kept: JSON can carry some that databases and logs cannot. */
final class Characters {
    private Characters() {}

    static boolean fitOneLine(String text) {
        return text.chars().noneMatch(Characters::isUnfitForLine);
    }

    static boolean isUnfitForLine(int character) {
        return Character.isISOControl(character);
    }

    static boolean isUnfitForText(int character) {
        return character == '\0';
    }

    /** The text with everything that is not fit for one line replaced. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}|[\\x80-\\x9F]", "\uFFFD");
    }
}
