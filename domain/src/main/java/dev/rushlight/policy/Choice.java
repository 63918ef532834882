package dev.rushlight.policy;

/** What one reviewer says of one version. */
public enum Choice {
    APPROVE,
    APPROVE_WITH_NOTES,
    REQUEST_CHANGES,
    REJECT,
    ABSTAIN;

    public boolean needsReason() {
        return switch (this) {
            case APPROVE, ABSTAIN -> false;
            case APPROVE_WITH_NOTES, REQUEST_CHANGES, REJECT -> true;
        };
    }

    public boolean approves() {
        return this == APPROVE || this == APPROVE_WITH_NOTES;
    }
}
