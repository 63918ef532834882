package dev.rushlight.reviewsession;

import dev.rushlight.people.LoginBackOff;
import dev.rushlight.people.Passwords;
import dev.rushlight.people.Tokens;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.Content;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How guests come in, what they look at, and how they vote. Each call looks up in the database whether the link still
 * opens the review session and shows the item; if not, there is one answer for all reasons, which takes the same work to
 * find.
 */
@ApplicationScoped
@Transactional
public class GuestDesk {

    private static final int LARGEST_PAGE = 500;
    private static final String NO_LINK = ""; // all codes that open nothing count as one

    private final GuestDoorDesk door;
    private final GuestAdmittance admittance;
    private final JpaReviewSessions reviewSessions;
    private final JpaEntryOrder order;
    private final ReviewDesk reviews;
    private final ReviewItems items;
    private final Tokens tokens;
    private final Passwords passwords;
    private final LoginBackOff backOff;
    private final GuestPace pace;

    @Inject
    GuestDesk(
            GuestDoorDesk door,
            GuestAdmittance admittance,
            JpaReviewSessions reviewSessions,
            JpaEntryOrder order,
            ReviewDesk reviews,
            ReviewItems items,
            Tokens tokens,
            Passwords passwords,
            GuestPace pace,
            Clock clock) {
        this(door, admittance, reviewSessions, order, reviews, items, tokens, passwords, pace, new LoginBackOff(clock));
    }

    GuestDesk(
            GuestDoorDesk door,
            GuestAdmittance admittance,
            JpaReviewSessions reviewSessions,
            JpaEntryOrder order,
            ReviewDesk reviews,
            ReviewItems items,
            Tokens tokens,
            Passwords passwords,
            GuestPace pace,
            LoginBackOff backOff) {
        this.door = door;
        this.admittance = admittance;
        this.reviewSessions = reviewSessions;
        this.order = order;
        this.reviews = reviews;
        this.items = items;
        this.tokens = tokens;
        this.passwords = passwords;
        this.backOff = backOff;
        this.pace = pace;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected GuestDesk() { // for CDI
        this(null, null, null, null, null, null, null, null, null, (LoginBackOff) null);
    }

    /**
     * Lets a guest in. Takes equally long whatever the code is, and slows down whoever keeps failing from one address
     * (which may be empty). Not a transaction itself, so that a flood of tries waits without a connection to the
     * database.
     *
     * @param passphrase empty for a link that has none
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public GuestPass enter(String code, String passphrase, String address) {
        var found = door.door(tokens.hash(code.strip()));
        var counted = found.map(link -> link.link().toString()).orElse(NO_LINK);
        backOff.attempt(counted, address);
        var right = passwords.matches(passphrase, found.flatMap(GuestDoorDesk.Door::passphraseHash));
        var opened = found.orElseThrow(LinkLeadsNowhere::new);
        if (opened.passphraseHash().isPresent() && !right) {
            throw new WrongPassphrase();
        }
        backOff.succeeded(counted, address);
        pace.spend(opened.link(), GuestPace.ACT);
        return door.enter(opened).orElseThrow(LinkLeadsNowhere::new);
    }

    public GuestReviewSession reviewSession(GuestPass pass) {
        var opened = admittance.opened(pass);
        var plan = opened.reviewSession().plan();
        var link = opened.link();
        return new GuestReviewSession(
                plan.name(),
                plan.description(),
                admittance.guest(link).displayName(),
                link.right(),
                opened.reviewSession().until(link.expiresAt()),
                reviewSessions.progress(link.reviewSession()));
    }

    /** The items of the review session in their order. */
    public List<GuestItemSummary> items(GuestPass pass, Optional<EntryCursor> after, int limit) {
        var opened = admittance.opened(pass);
        return summaries(opened, order.after(opened.reviewSession(), after, Math.min(limit, LARGEST_PAGE)));
    }

    /** The nearest items before that place, in their order. */
    public List<GuestItemSummary> itemsBefore(GuestPass pass, EntryCursor before, int limit) {
        var opened = admittance.opened(pass);
        return summaries(opened, order.before(opened.reviewSession(), before, Math.min(limit, LARGEST_PAGE)));
    }

    private List<GuestItemSummary> summaries(JpaGuestLinks.Opened opened, List<EntryRow> rows) {
        var votes = reviewSessions.votes(
                opened.link().guest(), rows.stream().map(EntryRow::shown).toList());
        return rows.stream()
                .map(row -> row.guestSummary(votes, opened.reviewSession().spacing()))
                .toList();
    }

    public GuestItem item(GuestPass pass, ReviewItemId id) {
        var shown = admittance.shown(pass, id, GuestPace.LOOK);
        var guest = admittance.guest(shown.link());
        var entry = shown.entry();
        var version = items.version(guest, id, entry.version()).orElseThrow();
        return entry.guestItem(
                version, items.content(guest, version.id()), reviewSessions.displayName(entry.submitter()), guest.id());
    }

    /** What there is to look at in just this version. */
    public Content content(GuestSight at) {
        var shown = admittance.shown(at.pass(), at.item(), GuestPace.LOOK);
        shown.entry().requireShown(at.version());
        return items.content(admittance.guest(shown.link()), shown.entry().shown())
                .readBy(new GuestContent());
    }

    /** Where the item stands in the order, and what is before and after it. */
    public GuestWay way(GuestPass pass, ReviewItemId id) {
        var shown = admittance.shown(pass, id, GuestPace.LOOK);
        var reviewSession = reviewSessions.find(shown.link().reviewSession()).orElseThrow(LinkLeadsNowhere::new);
        var here = shown.entry().cursor(reviewSession.spacing());
        return new GuestWay(
                here,
                order.countBefore(reviewSession.id(), here) + 1,
                reviewSessions.progress(reviewSession.id()).total(),
                order.before(reviewSession, here, 1).stream()
                        .findFirst()
                        .map(row -> row.guestSummary(Map.of(), reviewSession.spacing())),
                order.after(reviewSession, Optional.of(here), 1).stream()
                        .findFirst()
                        .map(row -> row.guestSummary(Map.of(), reviewSession.spacing())));
    }

    /** A vote like everybody's, on the version that the guest saw; what it is worth, the policy knows. */
    public Optional<DecisionId> vote(GuestPass pass, ReviewItemId id, int versionSeen, Choice choice, String reason) {
        var shown = admittance.shown(pass, id, GuestPace.ACT);
        shown.link().require(GuestRight.DECIDE);
        shown.entry().requireShown(versionSeen);
        shown.entry().requireTakesVotes();
        return reviews.vote(admittance.guest(shown.link()), id, versionSeen, choice, reason)
                .decision();
    }
}
