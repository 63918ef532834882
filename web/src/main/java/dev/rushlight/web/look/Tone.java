package dev.rushlight.web.look;

/** The colour that goes with a word and a symbol; it never speaks alone. */
public enum Tone {
    GOOD,
    CARE,
    BAD,
    BUSY,
    QUIET;

    /** The style class that colours it. */
    public String styleClass() {
        return "tone-" + name().toLowerCase();
    }
}
