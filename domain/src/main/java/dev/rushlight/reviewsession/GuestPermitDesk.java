package dev.rushlight.reviewsession;

import dev.rushlight.people.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Whether a guest may say something of the version that they look at, each time in a short transaction of its own: for
 * what takes so long that no connection is to be held meanwhile.
 */
@ApplicationScoped
@Transactional
public class GuestPermitDesk {

    private final GuestAdmittance admittance;

    @Inject
    GuestPermitDesk(GuestAdmittance admittance) {
        this.admittance = admittance;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected GuestPermitDesk() { // for CDI
        this(null);
    }

    /** Whoever begins to say something now, if they may. */
    public Identity beginning(GuestSight at) {
        return admittance.acting(at, GuestRight.COMMENT);
    }

    /** As above, for what they began before. */
    public Identity goingOn(GuestSight at) {
        return admittance.stillActing(at, GuestRight.COMMENT);
    }
}
