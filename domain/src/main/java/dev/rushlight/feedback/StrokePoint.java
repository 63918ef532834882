package dev.rushlight.feedback;

/**
 * A point of a stroke in the coordinates of the Open Review Initiative: the origin is the middle of the picture, y points
 * up, and the height of the picture is 1, so that x lies between minus and plus half its aspect ratio. A millionth is the
 * smallest step.
 *
 * @param size how thick the line is here: what is left of its width under the pressure of the pen
 * @param alpha how opaque it is here, from 0 to 1
 */
public record StrokePoint(double x, double y, double size, double alpha) {

    /** Enough for a picture that is thirty times as wide as high. */
    static final double FARTHEST = 16;

    static final double THICKEST = 4;

    private static final double STEPS = 1_000_000;

    public StrokePoint {
        require("x", x, -FARTHEST, FARTHEST);
        require("y", y, -FARTHEST, FARTHEST);
        require("size", size, 0, THICKEST);
        require("alpha", alpha, 0, 1);
        x = inSteps(x);
        y = inSteps(y);
        size = inSteps(size);
        alpha = inSteps(alpha);
    }

    /** Also keeps out what is no number. */
    static void require(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new UnacceptableStroke("%s must be from %s to %s, not %s".formatted(what, least, most, value));
        }
    }

    static double inSteps(double value) {
        return Math.round(value * STEPS) / STEPS;
    }
}
