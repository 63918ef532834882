package dev.rushlight.people;

import java.util.EnumSet;
import java.util.Set;

/** Where an account stands: INVITED → ACTIVE ⇄ DEACTIVATED; whoever was deactivated before accepting goes back to INVITED. */
public enum PersonState {
    INVITED,
    ACTIVE,
    DEACTIVATED;

    public Set<PersonState> next() {
        return switch (this) {
            case INVITED -> EnumSet.of(ACTIVE, DEACTIVATED);
            case ACTIVE -> EnumSet.of(DEACTIVATED);
            case DEACTIVATED -> EnumSet.of(ACTIVE, INVITED);
        };
    }
}
