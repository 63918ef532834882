package dev.rushlight.feedback;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours, minutes, seconds and frames as SMPTE writes them; the last separator of drop-frame time code is a semicolon. */
public record Timecode(int hours, int minutes, int seconds, int frames, boolean dropFrame) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[:;.](\\d{1,2})[:;.](\\d{1,2})([:;.])(\\d{1,3})");

    public Timecode {
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 || frames < 0) {
            throw new IllegalArgumentException(
                    "There is no time code %d:%d:%d:%d".formatted(hours, minutes, seconds, frames));
        }
    }

    /** Reads what has the form of a time code; how many frames a second has is not known here. */
    public static Optional<Timecode> parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches() || number(written, 1) > 23 || number(written, 2) > 59 || number(written, 3) > 59) {
            return Optional.empty();
        }
        return Optional.of(new Timecode(
                number(written, 1),
                number(written, 2),
                number(written, 3),
                number(written, 5),
                !written.group(4).equals(":")));
    }

    private static int number(Matcher written, int group) {
        return Integer.parseInt(written.group(group));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d%s%02d", hours, minutes, seconds, dropFrame ? ";" : ":", frames);
    }
}
