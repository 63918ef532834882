package dev.rushlight.tools.hub;

/**
 * Text from strangers, made safe for a terminal: what would move the cursor, change colours or reorder what is read is
 * written as {@code \\uXXXX}, which inside a JSON text means the same.
 */
public final class Printable {

    private Printable() {}

    public static String of(CharSequence text) {
        var printable = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isWholePair(text, i)) {
                printable.append(c).append(text.charAt(++i));
            } else if (isHarmless(c)) {
                printable.append(c);
            } else {
                printable.append('\\').append('u').append(hex(c));
            }
        }
        return printable.toString();
    }

    /** As {@link #of}, and no longer than this; what is left out shows as an ellipsis. */
    static String of(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return of(text);
        }
        return of(text.substring(0, text.offsetByCodePoints(0, longest - 1))) + "…";
    }

    private static boolean isWholePair(CharSequence text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1))
                && Character.getType(Character.codePointAt(text, at)) != Character.FORMAT;
    }

    private static boolean isHarmless(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static String hex(char c) {
        var digits = Integer.toHexString(c);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
