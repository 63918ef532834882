package dev.rushlight.reviewsession;

import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;

/** Who may do what with review sessions; what guests may do is decided by their links alone. */
final class Leads {

    private Leads() {}

    static void require(Identity identity) {
        if (identity.kind() != PersonKind.HUMAN || identity.role().compareTo(Role.LEAD) < 0) {
            throw new NotAllowed(
                    "Only leads arrange review sessions, and %s is not one".formatted(identity.username()));
        }
    }
}
