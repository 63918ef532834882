package dev.rushlight.feedback;

/** What was typed names no frame in any way that is known. */
public final class UnreadablePosition extends RuntimeException {
    public UnreadablePosition(String typed) {
        super("\"%s\" is none of 1044, f43, +10, -5 and 00:00:01:19".formatted(typed));
    }
}
