package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import java.util.EnumSet;
import java.util.Set;

/** For whose eyes a note is. */
public enum Visibility {
    /** Everybody here, and no guest. */
    TEAM,
    /** Also those who come from outside. */
    CLIENT;

    boolean isShownTo(Identity viewer) {
        return shownTo(viewer).contains(this);
    }

    static Set<Visibility> shownTo(Identity viewer) {
        return viewer.isGuest() ? CLIENT.included() : TEAM.included();
    }

    /** What those see for whose eyes this is. */
    Set<Visibility> included() {
        return this == CLIENT ? EnumSet.of(CLIENT) : EnumSet.allOf(Visibility.class);
    }
}
