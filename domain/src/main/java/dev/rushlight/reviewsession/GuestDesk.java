package dev.rushlight.reviewsession;

import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.ReplyDraft;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.people.Identity;
import dev.rushlight.people.LoginBackOff;
import dev.rushlight.people.Passwords;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.Tokens;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that guests can do. Each call looks up in the database whether the link still opens the review session and shows
 * the item; if not, there is one answer for all reasons, which takes the same work to find.
 */
@ApplicationScoped
@Transactional
public class GuestDesk {

    private static final int LARGEST_PAGE = 500;
    private static final String NO_LINK = ""; // all codes that open nothing count as one

    private final GuestDoorDesk door;
    private final JpaGuestLinks links;
    private final JpaReviewSessions reviewSessions;
    private final JpaEntryOrder order;
    private final PeopleDesk people;
    private final ReviewDesk reviews;
    private final ReviewItems items;
    private final FeedbackDesk feedback;
    private final FeedbackNotes notes;
    private final Tokens tokens;
    private final Passwords passwords;
    private final Clock clock;
    private final LoginBackOff backOff;
    private final GuestPace pace;

    @Inject
    GuestDesk(
            GuestDoorDesk door,
            JpaGuestLinks links,
            JpaReviewSessions reviewSessions,
            JpaEntryOrder order,
            PeopleDesk people,
            ReviewDesk reviews,
            ReviewItems items,
            FeedbackDesk feedback,
            FeedbackNotes notes,
            Tokens tokens,
            Passwords passwords,
            Clock clock) {
        this(
                door,
                links,
                reviewSessions,
                order,
                people,
                reviews,
                items,
                feedback,
                notes,
                tokens,
                passwords,
                clock,
                new LoginBackOff(clock),
                new GuestPace(clock));
    }

    GuestDesk(
            GuestDoorDesk door,
            JpaGuestLinks links,
            JpaReviewSessions reviewSessions,
            JpaEntryOrder order,
            PeopleDesk people,
            ReviewDesk reviews,
            ReviewItems items,
            FeedbackDesk feedback,
            FeedbackNotes notes,
            Tokens tokens,
            Passwords passwords,
            Clock clock,
            LoginBackOff backOff,
            GuestPace pace) {
        this.door = door;
        this.links = links;
        this.reviewSessions = reviewSessions;
        this.order = order;
        this.people = people;
        this.reviews = reviews;
        this.items = items;
        this.feedback = feedback;
        this.notes = notes;
        this.tokens = tokens;
        this.passwords = passwords;
        this.clock = clock;
        this.backOff = backOff;
        this.pace = pace;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected GuestDesk() { // for CDI
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
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
        var opened = opened(pass);
        var plan = opened.reviewSession().plan();
        var link = opened.link();
        return new GuestReviewSession(
                plan.name(),
                plan.description(),
                guest(link).displayName(),
                link.right(),
                opened.reviewSession().until(link.expiresAt()),
                reviewSessions.progress(link.reviewSession()));
    }

    /** The items of the review session in their order. */
    public List<GuestItemSummary> items(GuestPass pass, Optional<EntryCursor> after, int limit) {
        var opened = opened(pass);
        var rows = order.after(opened.reviewSession(), after, Math.min(limit, LARGEST_PAGE));
        var votes = reviewSessions.votes(
                opened.link().guest(), rows.stream().map(EntryRow::shown).toList());
        return rows.stream()
                .map(row -> row.guestSummary(votes, opened.reviewSession().spacing()))
                .toList();
    }

    public GuestItem item(GuestPass pass, ReviewItemId id) {
        var shown = shown(pass, id, GuestPace.LOOK);
        var guest = guest(shown.link());
        var entry = shown.entry();
        var version = items.version(guest, id, entry.version()).orElseThrow();
        return entry.guestItem(
                version, items.content(guest, version.id()), reviewSessions.displayName(entry.submitter()), guest.id());
    }

    /** A vote like everybody's, on the version that the guest saw; what it is worth, the policy knows. */
    public Optional<DecisionId> vote(GuestPass pass, ReviewItemId id, int versionSeen, Choice choice, String reason) {
        var shown = shown(pass, id, GuestPace.ACT);
        shown.link().require(GuestRight.DECIDE);
        shown.entry().requireShown(versionSeen);
        shown.entry().requireTakesVotes();
        return reviews.vote(guest(shown.link()), id, versionSeen, choice, reason)
                .decision();
    }

    /** What was said for clients to hear of the version that the guest looks at, newest first, page by page. */
    public List<NoteThread> notes(GuestPass pass, ReviewItemId id, Optional<NoteCursor> after, int limit) {
        var shown = shown(pass, id, GuestPace.LOOK);
        return notes.threads(guest(shown.link()), id, shown.entry().version(), NoteFilter.ALL, after, limit);
    }

    /** A note on the version that the guest saw, for the eyes of clients like every word of a guest. */
    public NoteId comment(GuestPass pass, ReviewItemId id, int versionSeen, GuestNote note) {
        var guest = commenting(pass, id, versionSeen);
        return feedback.add(
                guest,
                new NoteDraft(
                        note.id(),
                        id,
                        versionSeen,
                        note.place(),
                        note.text(),
                        Visibility.CLIENT,
                        false,
                        note.strokes(),
                        Optional.empty()));
    }

    /** An answer to a note that the guest may see; it is about the same place. */
    public NoteId answer(GuestPass pass, ReviewItemId id, int versionSeen, NoteId to, GuestNote note) {
        var guest = commenting(pass, id, versionSeen);
        return feedback.reply(
                guest,
                new ReplyDraft(note.id(), id, to, note.text(), Visibility.CLIENT, note.strokes(), Optional.empty()));
    }

    private Identity commenting(GuestPass pass, ReviewItemId id, int versionSeen) {
        var shown = shown(pass, id, GuestPace.ACT);
        shown.link().require(GuestRight.COMMENT);
        shown.entry().requireShown(versionSeen);
        return guest(shown.link());
    }

    private JpaGuestLinks.Opened opened(GuestPass pass) {
        pace.spend(pass.link(), GuestPace.LOOK);
        var now = clock.instant();
        var opened = links.openedBy(pass.link(), now).orElseThrow(LinkLeadsNowhere::new);
        noteUse(opened.link());
        return opened;
    }

    private JpaGuestLinks.Shown shown(GuestPass pass, ReviewItemId id, Duration cost) {
        pace.spend(pass.link(), cost);
        var shown = links.shownBy(pass.link(), id, clock.instant()).orElseThrow(LinkLeadsNowhere::new);
        noteUse(shown.link());
        return shown;
    }

    private void noteUse(GuestLink link) {
        var now = clock.instant();
        if (link.isUseWorthNoting(now)) {
            links.noteUse(link.id(), now);
        }
    }

    private Identity guest(GuestLink link) {
        return people.identity(link.guest()).orElseThrow();
    }
}
