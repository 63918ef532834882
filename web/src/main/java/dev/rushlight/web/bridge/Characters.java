package dev.rushlight.web.bridge;

/** Which characters may be kept: JSON can carry some that databases and logs cannot. */
final class Characters {
    private Characters() {}

    static boolean fitOneLine(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    static boolean fitText(String text) {
        return text.indexOf('\0') < 0;
    }

    /** The text with everything that is not fit for one line replaced. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}|[\\x80-\\x9F]", "\uFFFD");
    }
}
