package dev.rushlight.web.player;

import dev.rushlight.review.FrameRate;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Locale;

/** What is known about a medium, in one line. */
final class MediaWords {

    private MediaWords() {}

    static String of(Media media) {
        var words = new ArrayList<String>();
        words.add(media.type() == MediaType.VIDEO ? "Video" : "Image");
        media.rate().ifPresent(rate -> words.add(rate(rate)));
        media.frames().ifPresent(frames -> words.add(frames(media, frames)));
        if (media.width().isPresent() && media.height().isPresent()) {
            words.add(
                    "%d × %d".formatted(media.width().getAsInt(), media.height().getAsInt()));
        }
        media.tcStart()
                .ifPresent(start -> words.add("starts at " + start + (media.dropFrame() ? " (drop frame)" : "")));
        return String.join(" · ", words);
    }

    /** Such as "24 fps" or "23.976 fps (24000/1001)": the fraction is what counts. */
    static String rate(FrameRate rate) {
        var decimal = new BigDecimal(rate.numerator())
                .divide(new BigDecimal(rate.denominator()), 3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return rate.numerator() % rate.denominator() == 0
                ? "%s fps".formatted(decimal)
                : "%s fps (%d/%d)".formatted(decimal, rate.numerator(), rate.denominator());
    }

    private static String frames(Media media, int frames) {
        if (media.type() == MediaType.IMAGE || frames == 1) {
            return "frame " + media.startFrame();
        }
        return String.format(
                Locale.ROOT, "%d frames (%d–%d)", frames, media.startFrame(), media.startFrame() + frames - 1L);
    }
}
