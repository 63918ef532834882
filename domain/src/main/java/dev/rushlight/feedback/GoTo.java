package dev.rushlight.feedback;

import java.util.regex.Pattern;

/**
 * Reads the field in which a reviewer types where to go: a source frame ({@code 1044}), a frame counted from 0
 * ({@code f43}), a distance ({@code +10}, {@code -5}) or a time code ({@code 00:01:02;03}).
 */
public final class GoTo {

    private static final Pattern DISTANCE = Pattern.compile("[+-]\\d{1,10}");
    private static final Pattern FRAME = Pattern.compile("[fF]\\d{1,10}");
    private static final Pattern SOURCE_FRAME = Pattern.compile("\\d{1,10}");

    private GoTo() {}

    /** The frame that is meant; what lies outside of the medium leads to its nearer end. */
    public static Landing read(String typed, FrameClock clock, int current) {
        var text = typed.strip();
        if (DISTANCE.matcher(text).matches()) {
            return clock.land(current + Long.parseLong(text));
        }
        if (FRAME.matcher(text).matches()) {
            return clock.land(Long.parseLong(text.substring(1)));
        }
        if (SOURCE_FRAME.matcher(text).matches()) {
            return clock.land(Long.parseLong(text) - clock.startFrame());
        }
        return Timecode.parse(text).flatMap(clock::find).orElseThrow(() -> new UnreadablePosition(typed));
    }
}
