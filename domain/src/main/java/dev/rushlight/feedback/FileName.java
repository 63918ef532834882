package dev.rushlight.feedback;

/** What a file was called where it came from, fit to be shown. */
final class FileName {

    private static final int LONGEST = 200;
    private static final String NAMELESS = "file";

    private FileName() {}

    /** The last part of a path, without what cannot be seen or turns the direction of writing. */
    static String of(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var name = last.codePoints()
                .filter(FileName::isShown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return NAMELESS;
        }
        if (name.length() <= LONGEST) {
            return name;
        }
        var end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return name.substring(0, end);
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
