package dev.rushlight.feedback;

/** Frames from the first to the last, both included, counted from 0. */
public record FrameRange(int first, int last) {

    public FrameRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("There are no frames %d to %d".formatted(first, last));
        }
    }

    public static FrameRange single(int frame) {
        return new FrameRange(frame, frame);
    }

    public boolean includes(int frame) {
        return first <= frame && frame <= last;
    }

    public boolean isSingle() {
        return first == last;
    }
}
