package dev.rushlight.review;

import dev.rushlight.policy.Choice;
import java.util.Optional;

/** Why somebody chose as they did, trimmed; some choices cannot do without. */
final class Reason {

    static final int LONGEST = 10_000;

    private Reason() {}

    static Optional<String> of(Choice choice, String typed) {
        var reason = typed.replace("\0", "").strip();
        if (reason.length() > LONGEST) {
            throw new ReasonTooLong(reason.length());
        }
        if (reason.isEmpty() && choice.needsReason()) {
            throw new ReasonMissing(choice);
        }
        return Optional.of(reason).filter(text -> !text.isEmpty());
    }
}
