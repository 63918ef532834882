package dev.rushlight.review;

import dev.rushlight.policy.Choice;

/** This choice or act needs a reason. */
public final class ReasonMissing extends RuntimeException {
    public ReasonMissing(Choice choice) {
        super("%s needs a reason".formatted(choice));
    }

    ReasonMissing(String act) {
        super("%s needs a reason".formatted(act));
    }
}
