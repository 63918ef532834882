package dev.rushlight.feedback;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;

/**
 * What was drawn in one note.
 *
 * @param width of the medium that it was drawn on, in pixels, as far as that is known
 * @param height of the medium
 */
public record Annotation(Drawing drawing, OptionalInt width, OptionalInt height) {

    /** Pixels that a picture has at most: what is drawn can be seen on it, and many may ask for one. */
    static final int MOST_PIXELS = 1920 * 1080;

    private static final int LONGEST_SIDE = 4096;
    private static final int USUAL_WIDTH = 1920;
    private static final int USUAL_HEIGHT = 1080;

    /** The strokes as other review tools read them, as {@code docs/annotations.md} shows. */
    public JsonObject commands() {
        return AnnotationWriter.write(drawing.strokes());
    }

    /**
     * The strokes of one frame on a transparent picture of the medium's shape, as PNG.
     *
     * @param frame counted from 0; the first one that was drawn on when it is not told
     */
    public byte[] png(OptionalInt frame) {
        var wide = known() ? width.getAsInt() : USUAL_WIDTH;
        var high = known() ? height.getAsInt() : USUAL_HEIGHT;
        var scale = Math.min(1, Math.sqrt((double) MOST_PIXELS / wide / high));
        return AnnotationPicture.render(strokes(frame), scaled(wide, scale), scaled(high, scale))
                .png();
    }

    private boolean known() {
        return width.isPresent() && height.isPresent();
    }

    private static int scaled(int side, double scale) {
        return Math.min(LONGEST_SIDE, Math.max(1, (int) (side * scale)));
    }

    private List<Stroke> strokes(OptionalInt frame) {
        var strokes = drawing.strokes().stream().map(DrawnStroke::stroke).toList();
        var shown = frame.orElseGet(() -> strokes.stream()
                .mapToInt(stroke -> stroke.frames().first())
                .min()
                .orElse(0));
        return strokes.stream()
                .filter(stroke -> stroke.frames().includes(shown))
                .toList();
    }
}
