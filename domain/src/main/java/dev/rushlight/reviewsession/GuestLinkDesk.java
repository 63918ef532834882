package dev.rushlight.reviewsession;

import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Passwords;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Where leads make and revoke guest links. */
@ApplicationScoped
@Transactional
public class GuestLinkDesk {

    private final JpaReviewSessions reviewSessions;
    private final JpaGuestLinks links;
    private final PeopleDesk people;
    private final Tokens tokens;
    private final Passwords passwords;
    private final Journal journal;
    private final Clock clock;
    private final Event<ReviewSessionChanged> changes;
    private final Event<GuestLinkRevoked> revocations;

    @Inject
    GuestLinkDesk(
            JpaReviewSessions reviewSessions,
            JpaGuestLinks links,
            PeopleDesk people,
            Tokens tokens,
            Passwords passwords,
            Journal journal,
            Clock clock,
            Event<ReviewSessionChanged> changes,
            Event<GuestLinkRevoked> revocations) {
        this.reviewSessions = reviewSessions;
        this.links = links;
        this.people = people;
        this.tokens = tokens;
        this.passwords = passwords;
        this.journal = journal;
        this.clock = clock;
        this.changes = changes;
        this.revocations = revocations;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected GuestLinkDesk() { // for CDI
        this(null, null, null, null, null, null, null, null, null);
    }

    /** Makes a link for one guest, and the person whom votes and notes will name. */
    public GuestInvitation invite(Identity lead, ReviewSessionId id, GuestForm form) {
        Leads.require(lead);
        var now = clock.instant();
        form.requireExpiryAfter(now);
        var passphraseHash = form.passphrase().map(passwords::hash);
        var reviewSession = reviewSessions.locked(id).orElseThrow(() -> new NoSuchReviewSession(id));
        reviewSession.requireEditable();
        ReviewSessionDesk.requireRoom(reviewSessions.countParticipations(id) + links.countInForce(id, now) + 1);

        var guest = people.createGuest(form.displayName(), form.functions(), form.right() == GuestRight.DECIDE);
        var code = tokens.fresh();
        var link = new GuestLink(id, guest, form, tokens.hash(code), passphraseHash, lead, now);
        links.add(link);
        journal.record(
                Act.GUEST_INVITED,
                id,
                lead,
                JsonValue.EMPTY_JSON_OBJECT,
                Json.createObjectBuilder()
                        .add("link", link.id().toString())
                        .add("guest", guest.username())
                        .add("name", guest.displayName())
                        .add("right", form.right().name())
                        .add("expires", form.expires().toString())
                        .add("passphrase", passphraseHash.isPresent())
                        .build());
        changes.fire(new ReviewSessionChanged(id));
        return new GuestInvitation(link.id(), guest, code);
    }

    /** The link opens nothing any more from now on; revoking it again changes nothing. */
    public void revoke(Identity lead, GuestLinkId id) {
        Leads.require(lead);
        var link = links.locked(id).orElseThrow(() -> new NoSuchGuestLink(id));
        if (!link.isValid()) {
            return;
        }
        link.revoke(clock.instant());
        people.retireGuest(link.guest());
        journal.record(
                Act.GUEST_REVOKED,
                link.reviewSession(),
                lead,
                Json.createObjectBuilder().add("link", id.toString()).build(),
                JsonValue.EMPTY_JSON_OBJECT);
        announceEnd(link);
    }

    /**
     * Retires the guests of links whose time is over, and clears code, passphrase and e-mail address of those that
     * ended 90 days ago; the rest stays, as long as votes, notes and the ledger name the guests. To be called again and
     * again.
     *
     * @return how many links something was done about, at most as many as allowed
     */
    public int tend(int most) {
        var now = clock.instant();
        var due = links.due(now, most);
        for (var link : due) {
            if (link.isValid()) {
                people.retireGuest(link.guest());
                announceEnd(link);
            }
            link.tend();
        }
        return due.size();
    }

    private void announceEnd(GuestLink link) {
        revocations.fire(new GuestLinkRevoked(link.id()));
        changes.fire(new ReviewSessionChanged(link.reviewSession()));
    }
}
