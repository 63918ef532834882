package dev.rushlight.policy;

/** What takes a version out of the hands of its reviewers, for a while or for good. */
public enum SideState {
    NONE,
    ON_HOLD,
    SUPERSEDED,
    WITHDRAWN;

    /** The outcome that follows whatever was voted; nothing to ask for {@link #NONE}. */
    Outcome outcome() {
        return switch (this) {
            case ON_HOLD -> Outcome.ON_HOLD;
            case SUPERSEDED -> Outcome.SUPERSEDED;
            case WITHDRAWN -> Outcome.WITHDRAWN;
            case NONE -> throw new IllegalStateException("The votes decide");
        };
    }
}
