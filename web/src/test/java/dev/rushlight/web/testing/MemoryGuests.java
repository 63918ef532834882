package dev.rushlight.web.testing;

import dev.rushlight.feedback.EmptyNote;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteAuthor;
import dev.rushlight.feedback.NoteCursor;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteExtras;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.people.TooManyAttempts;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.reviewsession.GuestDesk;
import dev.rushlight.reviewsession.GuestItem;
import dev.rushlight.reviewsession.GuestItemSummary;
import dev.rushlight.reviewsession.GuestLinkId;
import dev.rushlight.reviewsession.GuestNote;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.GuestReviewSession;
import dev.rushlight.reviewsession.GuestRight;
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

/** The guests' desk with one link, whose code is "code", to a review session of two items. */
public final class MemoryGuests extends GuestDesk {

    public final ReviewItemId first = ReviewItemId.random();
    public final ReviewItemId second = ReviewItemId.random();
    public final List<String> done = new ArrayList<>();
    public String passphrase = "";
    public GuestRight right = GuestRight.VIEW;
    public Outcome outcome = Outcome.PENDING;
    public boolean impatient;
    public boolean over;

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
        return new GuestPass(
                GuestLinkId.random(),
                ReviewSessionId.random(),
                Somebody.person("carla", Role.VIEWER),
                right,
                Samples.NOW.plusSeconds(3600));
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
        return List.of(summary(first, "sh010"), summary(second, "sh020"));
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
                new EntryCursor(0, id.value(), 0));
    }

    @Override
    public GuestItem item(GuestPass pass, ReviewItemId id) {
        requireOpen();
        return new GuestItem(
                id,
                Kind.ASSET,
                1,
                "sh010",
                outcome,
                Optional.of("Tom"),
                Samples.NOW,
                Optional.empty(),
                Samples.video("http://artist/sh010.mp4"),
                Optional.empty(),
                outcome.isAsking());
    }

    @Override
    public List<NoteThread> notes(GuestPass pass, ReviewItemId id, Optional<NoteCursor> after, int limit) {
        var note = NoteId.random();
        return List.of(new NoteThread(
                new NoteDetail(
                        note,
                        note,
                        1,
                        OptionalInt.empty(),
                        new NoteAuthor(
                                Somebody.person("lena", Role.LEAD).id(), "", "Lena", Role.LEAD, PersonKind.HUMAN),
                        new OnFrames(0, FrameRange.single(4)),
                        Visibility.CLIENT,
                        "The sky is not final",
                        NoteState.OPEN,
                        false,
                        false,
                        Samples.NOW,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        NoteExtras.NONE),
                List.of()));
    }

    @Override
    public Optional<DecisionId> vote(GuestPass pass, ReviewItemId id, int versionSeen, Choice choice, String reason) {
        requireOpen();
        done.add("vote on v%d: %s %s".formatted(versionSeen, choice, reason));
        return Optional.empty();
    }

    @Override
    public NoteId comment(GuestPass pass, ReviewItemId id, int versionSeen, GuestNote note) {
        requireOpen();
        if (note.text().isBlank()) {
            throw new EmptyNote();
        }
        done.add("comment on v%d: %s".formatted(versionSeen, note.text()));
        return note.id();
    }

    @Override
    public NoteId answer(GuestPass pass, ReviewItemId id, int versionSeen, NoteId to, GuestNote note) {
        done.add("answer on v%d: %s".formatted(versionSeen, note.text()));
        return note.id();
    }

    private void requireOpen() {
        if (over) {
            throw new LinkLeadsNowhere();
        }
    }
}
