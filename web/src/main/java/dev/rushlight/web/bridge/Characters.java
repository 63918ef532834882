package dev.rushlight.web.bridge;

/** Which characters may be kept: databases and browsers choke on some that JSON can carry. */
final class Characters {
    private Characters() {}

    static boolean fitOneLine(String text) {
        return fitText(text) && text.chars().noneMatch(Character::isISOControl);
    }

    static boolean fitText(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || isLoneSurrogate(point));
    }

    /** The text with everything that is not fit for one line replaced. */
    static String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.isISOControl(point) || isLoneSurrogate(point) ? '\uFFFD' : point)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** The same JSON text, in which halves of characters are escaped so that any database can keep it. */
    static String storableJson(String json) {
        if (json.codePoints().noneMatch(Characters::isLoneSurrogate)) {
            return json;
        }
        var storable = new StringBuilder(json.length());
        json.codePoints().forEach(point -> {
            if (isLoneSurrogate(point)) {
                storable.append("\\u%04x".formatted(point));
            } else {
                storable.appendCodePoint(point);
            }
        });
        return storable.toString();
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
