package dev.rushlight.feedback;

import dev.rushlight.review.FrameRate;
import dev.rushlight.review.Media;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells the frames, times and time codes of one medium from each other.
 *
 * <p>A frame is a whole number from 0, and the only one of its names that is ever kept: its time, its source frame (which
 * begins at {@code startFrame}, often 1001) and its time code (which begins at {@code tcStart}) follow from it. The browser
 * reckons in the same way, from the same table of examples.
 *
 * @param frames how many there are, if that is known
 * @param startCount the number that time code has counted to before the first frame
 */
public record FrameClock(FrameRate rate, OptionalInt frames, int startFrame, long startCount, boolean dropFrame) {

    private static final int LAST_IMAGINABLE = 1_000_000_000;

    /** What cannot be read as the start time code of this rate counts as midnight. */
    public static FrameClock of(
            FrameRate rate, OptionalInt frames, int startFrame, Optional<String> tcStart, boolean dropFrame) {
        var counting = FrameCounting.of(rate, dropFrame);
        var start = tcStart.flatMap(Timecode::parse)
                .filter(counting::holds)
                .map(counting::count)
                .orElse(0L);
        return new FrameClock(rate, frames, startFrame, start, counting.isDropFrame());
    }

    /** Nothing for what does not move or does not say how fast. */
    public static Optional<FrameClock> of(Media medium) {
        return medium.rate()
                .map(rate -> of(rate, medium.frames(), medium.startFrame(), medium.tcStart(), medium.dropFrame()));
    }

    /** The frame that a player shows who tells this media time. */
    public int frameAt(MediaTime time) {
        var exact = BigDecimal.valueOf(time.numerator())
                .multiply(BigDecimal.valueOf(rate.numerator()))
                .divide(
                        BigDecimal.valueOf(time.denominator()).multiply(BigDecimal.valueOf(rate.denominator())),
                        0,
                        RoundingMode.HALF_UP);
        return exact.max(BigDecimal.ZERO).min(BigDecimal.valueOf(lastFrame())).intValueExact();
    }

    /** Where to seek for a frame: to its middle, so that no rounding on the way shows a neighbour. */
    public MediaTime seekTime(int frame) {
        return new MediaTime((2L * frame + 1) * rate.denominator(), 2L * rate.numerator());
    }

    /** When a frame begins; so long do all frames before it last. */
    public MediaTime begin(int frame) {
        return new MediaTime((long) frame * rate.denominator(), rate.numerator());
    }

    public int sourceFrame(int frame) {
        return startFrame + frame;
    }

    public Timecode timecode(int frame) {
        return counting().timecode(startCount + frame);
    }

    /** The frame with this time code; empty when no second has that many frames. */
    public Optional<Landing> find(Timecode timecode) {
        var counting = counting();
        if (!counting.holds(timecode)) {
            return Optional.empty();
        }
        var adjustments = new ArrayList<Adjustment>();
        if (timecode.dropFrame() != dropFrame) {
            adjustments.add(Adjustment.OTHER_COUNTING);
        }
        if (counting.skips(timecode)) {
            adjustments.add(Adjustment.ROUNDED_UP);
        }
        var sinceStart = Math.floorMod(counting.count(timecode) - startCount, counting.perDay());
        var beforeStart = counting.perDay() - sinceStart;
        var isBefore = sinceStart > lastFrame() && beforeStart <= sinceStart - lastFrame();
        var landing = land(isBefore ? -beforeStart : sinceStart);
        adjustments.addAll(landing.adjustments());
        return Optional.of(new Landing(landing.frame(), adjustments));
    }

    /** That frame, or the nearest that there is. */
    Landing land(long frame) {
        if (frame < 0) {
            return new Landing(0, List.of(Adjustment.BEFORE_FIRST));
        }
        if (frame > lastFrame()) {
            return new Landing(lastFrame(), List.of(Adjustment.AFTER_LAST));
        }
        return new Landing((int) frame, List.of());
    }

    private int lastFrame() {
        return frames.isPresent() ? Math.max(frames.getAsInt() - 1, 0) : LAST_IMAGINABLE;
    }

    private FrameCounting counting() {
        return FrameCounting.of(rate, dropFrame);
    }
}
