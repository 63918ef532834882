package dev.rushlight.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;

/**
 * One thing that was drawn in one go, and never changes: it can only be taken back.
 *
 * @param frames where it is seen: on one frame, or held over several
 * @param width how thick the line is under full pressure, or how high a line of text, in heights of the picture
 */
public record Stroke(
        StrokeId id,
        FrameRange frames,
        StrokeKind kind,
        Colour colour,
        double width,
        List<StrokePoint> points,
        Optional<String> text) {

    public static final int MOST_POINTS = 5_000;
    public static final int LONGEST_TEXT = 1_000;

    private static final double THINNEST = 0.0001;

    public Stroke {
        StrokePoint.require("width", width, THINNEST, StrokePoint.THICKEST);
        width = StrokePoint.inSteps(width);
        if (!kind.isGivenBy(points.size())) {
            throw new UnacceptableStroke("%s cannot be drawn through %d points".formatted(kind, points.size()));
        }
        points = kind.inOrder(points, width);
        text = text.map(Stroke::wellFormed).filter(words -> !words.isBlank());
        if (text.isPresent() != kind.hasText()) {
            throw new UnacceptableStroke(kind.hasText() ? "A text needs words" : "%s has no words".formatted(kind));
        }
        if (text.filter(words -> words.length() > LONGEST_TEXT).isPresent()) {
            throw new UnacceptableStroke("A text on a picture may have %d characters, not %d"
                    .formatted(LONGEST_TEXT, text.get().length()));
        }
    }

    /** Without halves of surrogate pairs and without the character that PostgreSQL refuses. */
    private static String wellFormed(String typed) {
        return new String(typed.getBytes(UTF_8), UTF_8).replace("\0", "");
    }
}
