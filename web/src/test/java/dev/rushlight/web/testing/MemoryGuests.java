package dev.rushlight.web.testing;

import dev.rushlight.feedback.AttachmentDetail;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.EmptyNote;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteAuthor;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteExtras;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteTally;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.people.TooManyAttempts;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Content;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.reviewsession.GuestAttachmentDesk;
import dev.rushlight.reviewsession.GuestDesk;
import dev.rushlight.reviewsession.GuestFeedbackDesk;
import dev.rushlight.reviewsession.GuestItem;
import dev.rushlight.reviewsession.GuestItemSummary;
import dev.rushlight.reviewsession.GuestLinkId;
import dev.rushlight.reviewsession.GuestNote;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.GuestReviewSession;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.reviewsession.GuestSight;
import dev.rushlight.reviewsession.GuestWay;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.Progress;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.WrongPassphrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The guests' desk with one link, whose code is "code", to a review session of two items. */
public final class MemoryGuests extends GuestDesk {

    public final ReviewItemId first = ReviewItemId.random();
    public final ReviewItemId second = ReviewItemId.random();
    public final ReviewSessionId reviewSession = ReviewSessionId.random();
    public final List<String> done = new ArrayList<>();
    public final Identity guest =
            new Identity(PersonId.random(), "guest-1", "Carla", Role.VIEWER, Set.of(), PersonKind.GUEST);
    public String passphrase = "";
    public Content content = Samples.video("http://artist/sh010.mp4");
    public GuestRight right = GuestRight.VIEW;
    public Outcome outcome = Outcome.PENDING;
    public final List<NoteThread> threads = new ArrayList<>(List.of(said("The sky is not final")));
    public int version = 1;
    public boolean impatient;

    /** Happens right after an item was read. */
    public Runnable onceRead = () -> {};

    public boolean over;

    /** What the lead says of frame 4 for clients to hear. */
    public static NoteThread said(String text, AttachmentDetail... files) {
        return said(
                new NoteAuthor(Somebody.person("lena", Role.LEAD).id(), "", "Lena", Role.LEAD, PersonKind.HUMAN),
                new OnFrames(0, FrameRange.single(4)),
                OptionalInt.empty(),
                text,
                files);
    }

    /** What the guest said of the whole version. */
    public NoteThread ownWords(String text, AttachmentDetail... files) {
        return said(
                new NoteAuthor(guest.id(), "", "Carla", Role.VIEWER, PersonKind.GUEST),
                new WholeVersion(),
                OptionalInt.empty(),
                text,
                files);
    }

    /** @param carriedFrom the older version that it was said of */
    public static NoteThread said(
            NoteAuthor author, Place place, OptionalInt carriedFrom, String text, AttachmentDetail... files) {
        var note = NoteId.random();
        return new NoteThread(
                new NoteDetail(
                        note,
                        note,
                        carriedFrom.orElse(1),
                        carriedFrom,
                        author,
                        place,
                        Visibility.CLIENT,
                        text,
                        NoteState.OPEN,
                        false,
                        false,
                        Samples.NOW,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new NoteExtras(List.of(), List.of(files))),
                List.of());
    }

    @Override
    public GuestPass enter(String code, String typed, String address) {
        done.add("enter");
        if (impatient) {
            throw new TooManyAttempts(Duration.ofSeconds(29));
        }
        if (!code.equals("code")) {
            throw new LinkLeadsNowhere();
        }
        if (!typed.equals(passphrase)) {
            throw new WrongPassphrase();
        }
        return new GuestPass(GuestLinkId.random(), reviewSession, guest, right, Samples.NOW.plusSeconds(3600));
    }

    @Override
    public GuestReviewSession reviewSession(GuestPass pass) {
        requireOpen();
        return new GuestReviewSession(
                "Dailies",
                Optional.of("What we did"),
                "Carla",
                right,
                pass.expires(),
                new Progress(Map.of(Outcome.APPROVED, 1, Outcome.PENDING, 1)));
    }

    @Override
    public List<GuestItemSummary> items(GuestPass pass, Optional<EntryCursor> after, int limit) {
        requireOpen();
        return Stream.of(summary(first, "sh010"), summary(second, "sh020"))
                .filter(item -> after.filter(
                                cursor -> cursor.place() >= item.cursor().place())
                        .isEmpty())
                .toList();
    }

    @Override
    public List<GuestItemSummary> itemsBefore(GuestPass pass, EntryCursor before, int limit) {
        requireOpen();
        return before.place() == 0 ? List.of() : List.of(summary(first, "sh010"));
    }

    @Override
    public Content content(GuestSight at) {
        requireShown(at);
        return content;
    }

    private GuestItemSummary summary(ReviewItemId id, String name) {
        return new GuestItemSummary(
                id,
                Kind.ASSET,
                1,
                name,
                outcome,
                Optional.empty(),
                Optional.empty(),
                new EntryCursor(id.equals(first) ? 0 : 1, id.value(), 0));
    }

    @Override
    public GuestItem item(GuestPass pass, ReviewItemId id) {
        requireOpen();
        var read = new GuestItem(
                id,
                content.kind(),
                version,
                "sh010",
                outcome,
                Optional.of("Tom"),
                Samples.NOW,
                Optional.empty(),
                content,
                Optional.empty(),
                outcome.isAsking());
        onceRead.run();
        return read;
    }

    @Override
    public GuestWay way(GuestPass pass, ReviewItemId id) {
        requireOpen();
        var isFirst = id.equals(first);
        return new GuestWay(
                summary(id, "").cursor(),
                isFirst ? 1 : 2,
                2,
                isFirst ? Optional.empty() : Optional.of(summary(first, "sh010")),
                isFirst ? Optional.of(summary(second, "sh020")) : Optional.empty());
    }

    @Override
    public Optional<DecisionId> vote(GuestPass pass, ReviewItemId id, int versionSeen, Choice choice, String reason) {
        requireOpen();
        done.add("vote on v%d: %s %s".formatted(versionSeen, choice, reason));
        return Optional.empty();
    }

    private void requireOpen() {
        if (over) {
            throw new LinkLeadsNowhere();
        }
    }

    private void requireShown(GuestSight at) {
        requireOpen();
        if (at.version() != version) {
            throw new StaleVersion(at.version(), version, "sh010", "", Samples.NOW);
        }
    }

    /** The files beside the notes, by the same link. */
    public GuestAttachmentDesk files() {
        return new GuestAttachmentDesk() {
            @Override
            public void remove(GuestSight at, NoteId note, AttachmentId id) {
                requireOpen();
                done.add("remove " + id);
            }
        };
    }

    /** What guests say, by the same link. */
    public GuestFeedbackDesk feedback() {
        return new Feedback();
    }

    private final class Feedback extends GuestFeedbackDesk {

        @Override
        public List<NoteThread> threads(GuestSight at, NoteFilter filter, Optional<NoteCursor> after, int limit) {
            requireShown(at);
            return List.copyOf(threads);
        }

        @Override
        public Optional<NoteThread> thread(GuestSight at, NoteId note) {
            requireShown(at);
            return threads.stream()
                    .filter(thread -> thread.note().id().equals(note))
                    .findFirst();
        }

        @Override
        public NoteTally tally(GuestSight at) {
            requireShown(at);
            return new NoteTally(threads.size(), threads.size(), 0, 0, threads.size(), 0, threads.size());
        }

        @Override
        public List<NotePin> pins(GuestSight at) {
            requireShown(at);
            return threads.stream()
                    .map(NoteThread::note)
                    .map(note -> new NotePin(
                            note.id(),
                            note.place(),
                            note.state(),
                            note.blocking(),
                            note.drawn(),
                            note.author(),
                            note.text(),
                            note.carriedFrom()))
                    .toList();
        }

        @Override
        public NoteId comment(GuestSight at, GuestNote note) {
            requireShown(at);
            if (note.text().isBlank()) {
                throw new EmptyNote();
            }
            done.add("comment on v%d %s: %s".formatted(at.version(), note.place(), note.text()));
            return note.id();
        }

        @Override
        public NoteId answer(GuestSight at, NoteId to, GuestNote note) {
            requireShown(at);
            done.add("answer on v%d: %s".formatted(at.version(), note.text()));
            return note.id();
        }

        @Override
        public void resolve(GuestSight at, NoteId note) {
            requireShown(at);
            done.add("resolve " + note);
        }
    }
}
