package dev.rushlight.policy;

import java.util.regex.Pattern;

/** What the words that policies are made of may look like. */
final class Words {

    static final Pattern FUNCTION = Pattern.compile("[a-z0-9][a-z0-9_]{0,63}");
    static final Pattern ROLE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:/-]{0,59}");

    private Words() {}

    /** Whether the text says something, in one line. */
    static boolean fitOneLine(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.codePoints().allMatch(Words::isPrintable);
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
