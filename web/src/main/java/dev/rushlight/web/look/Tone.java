package dev.rushlight.web.look;

import java.util.Locale;

/** The colour that goes with a word and a symbol; it never speaks alone. */
public enum Tone {
    GOOD,
    CARE,
    BAD,
    BUSY,
    QUIET;

    /** The style class that colours it. */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
