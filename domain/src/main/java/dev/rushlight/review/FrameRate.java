package dev.rushlight.review;

/** Frames per second as the exact fraction that the industry means: 24000/1001, not 23.976. */
public record FrameRate(int numerator, int denominator) {

    public FrameRate {
        if (numerator < 1 || denominator < 1) {
            throw new IllegalArgumentException(
                    "A frame rate needs two positive numbers, not %d/%d".formatted(numerator, denominator));
        }
    }
}
