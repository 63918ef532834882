package dev.rushlight.reviewsession;

import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.review.ReviewItemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Looks up, at each call anew, what a guest's pass opens now; if that is nothing, there is one answer for all reasons. */
@Dependent
class GuestAdmittance {

    private final JpaGuestLinks links;
    private final PeopleDesk people;
    private final GuestPace pace;
    private final Clock clock;

    @Inject
    GuestAdmittance(JpaGuestLinks links, PeopleDesk people, GuestPace pace, Clock clock) {
        this.links = links;
        this.people = people;
        this.pace = pace;
        this.clock = clock;
    }

    /** The review session. */
    JpaGuestLinks.Opened opened(GuestPass pass) {
        pace.spend(pass.link(), GuestPace.LOOK);
        var now = clock.instant();
        var opened = links.openedBy(pass.link(), now).orElseThrow(LinkLeadsNowhere::new);
        noteUse(opened.link());
        return opened;
    }

    /** The item that the guest looks at, whatever its version. */
    JpaGuestLinks.Shown shown(GuestPass pass, ReviewItemId item, Duration cost) {
        pace.spend(pass.link(), cost);
        var shown = links.shownBy(pass.link(), item, clock.instant()).orElseThrow(LinkLeadsNowhere::new);
        noteUse(shown.link());
        return shown;
    }

    /** Whoever looks at just this version. */
    Identity looking(GuestSight sight) {
        var shown = shown(sight.pass(), sight.item(), GuestPace.LOOK);
        shown.entry().requireShown(sight.version());
        return guest(shown.link());
    }

    /** Whoever does something to just this version. */
    Identity acting(GuestSight sight, GuestRight right) {
        return acting(sight, right, GuestPace.ACT);
    }

    /** As above, for what they began before: that it is not over yet costs them nothing. */
    Identity stillActing(GuestSight sight, GuestRight right) {
        return acting(sight, right, Duration.ZERO);
    }

    private Identity acting(GuestSight sight, GuestRight right, Duration cost) {
        var shown = shown(sight.pass(), sight.item(), cost);
        shown.link().require(right);
        shown.entry().requireShown(sight.version());
        return guest(shown.link());
    }

    Identity guest(GuestLink link) {
        return people.identity(link.guest()).orElseThrow();
    }

    private void noteUse(GuestLink link) {
        var now = clock.instant();
        if (link.isUseWorthNoting(now)) {
            links.noteUse(link.id(), now);
        }
    }
}
