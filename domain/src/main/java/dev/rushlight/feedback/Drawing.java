package dev.rushlight.feedback;

import java.util.List;

/**
 * What was drawn, in the order in which it was.
 *
 * @param truncated whether there is more than that
 */
public record Drawing(List<DrawnStroke> strokes, boolean truncated) {

    public Drawing {
        strokes = List.copyOf(strokes);
    }
}
