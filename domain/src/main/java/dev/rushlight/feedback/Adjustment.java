package dev.rushlight.feedback;

/** In what a frame that was found differs from what was asked for, so that it can be said. */
public enum Adjustment {
    ROUNDED_UP("Drop-frame time code leaves that number out; this is the next"),
    OTHER_COUNTING("Read as this clip counts its frames"),
    BEFORE_FIRST("That is before the first frame"),
    AFTER_LAST("That is after the last frame");

    private final String text;

    Adjustment(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
