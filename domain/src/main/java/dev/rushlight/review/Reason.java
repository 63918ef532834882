package dev.rushlight.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rushlight.policy.Choice;
import java.util.Optional;

/** Why somebody chose as they did, trimmed; some choices cannot do without. */
final class Reason {

    static final int LONGEST = 10_000;

    private Reason() {}

    static Optional<String> of(Choice choice, String typed, int openNotes) {
        var reason = optional(typed);
        if (reason.isEmpty() && isNeeded(choice, openNotes)) {
            throw new ReasonMissing(choice);
        }
        return reason;
    }

    /** Open notes on the version say what is to be done, except where the whole direction is wrong. */
    static boolean isNeeded(Choice choice, int openNotes) {
        return choice.needsReason() && (choice == Choice.REJECT || openNotes == 0);
    }

    /** For an act that nobody has to accept without hearing why. */
    static String require(String typed, String act) {
        return optional(typed).orElseThrow(() -> new ReasonMissing(act));
    }

    static Optional<String> optional(String typed) {
        var reason = wellFormed(typed).replace("\0", "").strip();
        if (reason.length() > LONGEST) {
            throw new ReasonTooLong(reason.length());
        }
        return Optional.of(reason).filter(text -> !text.isEmpty());
    }

    /** Without halves of surrogate pairs, which a text area cuts and no hub takes. */
    private static String wellFormed(String typed) {
        return new String(typed.getBytes(UTF_8), UTF_8);
    }
}
