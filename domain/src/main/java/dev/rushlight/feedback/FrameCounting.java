package dev.rushlight.feedback;

import dev.rushlight.review.FrameRate;

/**
 * How time code numbers the frames of a rate: so many to each second of the clock on the wall of time code, which at
 * 29.97 frames per second runs slow. Drop-frame time code makes up for that: it skips the first numbers of each minute
 * but every tenth. No frame is ever skipped, only numbers are.
 */
record FrameCounting(int perSecond, int dropped) {

    private static final int TENS_OF_MINUTES_A_DAY = 24 * 6;

    static FrameCounting of(FrameRate rate, boolean dropFrame) {
        var perSecond = Math.max(1, rounded(rate, 1));
        return new FrameCounting(perSecond, dropFrame && mayDrop(rate) ? perSecond / 15 : 0);
    }

    /** Only 29.97 and 59.94 frames per second know drop-frame time code. */
    private static boolean mayDrop(FrameRate rate) {
        var hundredths = rounded(rate, 100);
        return hundredths == 2997 || hundredths == 5994;
    }

    private static int rounded(FrameRate rate, int parts) {
        return (int) ((2L * parts * rate.numerator() + rate.denominator()) / (2L * rate.denominator()));
    }

    boolean isDropFrame() {
        return dropped > 0;
    }

    long perDay() {
        return TENS_OF_MINUTES_A_DAY * perTenMinutes();
    }

    private long perTenMinutes() {
        return 10 * perMinute() + dropped;
    }

    private long perMinute() {
        return 60L * perSecond - dropped;
    }

    /** After the last time code of a day comes the first. */
    Timecode timecode(long count) {
        var frame = Math.floorMod(count, perDay());
        var tens = frame / perTenMinutes();
        var rest = frame % perTenMinutes();
        var number = frame + 9L * dropped * tens;
        if (rest >= dropped) {
            number += dropped * ((rest - dropped) / perMinute());
        }
        var seconds = number / perSecond;
        return new Timecode(
                (int) (seconds / 3600),
                (int) (seconds / 60 % 60),
                (int) (seconds % 60),
                (int) (number % perSecond),
                isDropFrame());
    }

    /** Whether a second has that many frames. */
    boolean holds(Timecode timecode) {
        return timecode.frames() < perSecond;
    }

    /** Whether drop-frame time code leaves this number out. */
    boolean skips(Timecode timecode) {
        return timecode.frames() < dropped && timecode.seconds() == 0 && timecode.minutes() % 10 != 0;
    }

    /** How many frames come before this one since midnight; for a number that is left out, before the next that is not. */
    long count(Timecode timecode) {
        var minutes = 60L * timecode.hours() + timecode.minutes();
        var frames = skips(timecode) ? dropped : timecode.frames();
        return (60L * minutes + timecode.seconds()) * perSecond + frames - dropped * (minutes - minutes / 10);
    }
}
