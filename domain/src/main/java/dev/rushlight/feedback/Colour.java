package dev.rushlight.feedback;

/** Red, green, blue and opacity, each from 0 to 255. */
public record Colour(int red, int green, int blue, int alpha) {

    public Colour {
        require("red", red);
        require("green", green);
        require("blue", blue);
        require("alpha", alpha);
    }

    private static void require(String what, int value) {
        if (value < 0 || value > 255) {
            throw new UnacceptableStroke("%s must be from 0 to 255, not %d".formatted(what, value));
        }
    }
}
