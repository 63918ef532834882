package dev.rushlight.web.look;

import java.time.Duration;

/** Durations in the words that people use. */
public final class Spoken {

    private Spoken() {}

    /** Such as "8 s", "3 min" or "2 h". */
    public static String duration(Duration duration) {
        var seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        var minutes = seconds / 60;
        if (minutes < 120) {
            return minutes + " min";
        }
        var hours = minutes / 60;
        return hours < 48 ? hours + " h" : hours / 24 + " d";
    }
}
