package dev.rushlight.reviewsession;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rushlight.feedback.AttachmentDetail;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.FeedbackRoom;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteFilter;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Stroke;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.HeardEvents;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.ledger.RememberedLedger;
import dev.rushlight.people.CountedPasswords;
import dev.rushlight.people.Identity;
import dev.rushlight.people.LoginBackOff;
import dev.rushlight.people.PeopleBench;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewRoom;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Review sessions on one database, in a project of their own: each call is one transaction, as in the container. */
final class ReviewSessionBench {

    final String project = "p" + UUID.randomUUID();
    final RememberedLedger ledger = new RememberedLedger();
    final HeardEvents<ReviewSessionChanged> changes = new HeardEvents<>();
    final HeardEvents<GuestLinkRevoked> revocations = new HeardEvents<>();
    final Database database;
    final ReviewRoom room;
    final SteppingClock clock;
    private final FeedbackRoom feedback;
    final Identity lead;
    final CountedPasswords passwords = new CountedPasswords();
    private final LoginBackOff backOff;
    final GuestPace pace;

    ReviewSessionBench(Database database) {
        this(database, Path.of("unused"));
    }

    /** @param data where attached files are kept */
    ReviewSessionBench(Database database, Path data) {
        this.database = database;
        room = new ReviewRoom(database, entities -> new InvitedGuests(new JpaGuestLinks(entities)));
        clock = room.clock();
        feedback = new FeedbackRoom(clock, data);
        lead = room.somebody("lead", Role.LEAD);
        backOff = new LoginBackOff(clock);
        pace = new GuestPace(clock);
    }

    private ReviewSessionDesk desk(EntityManager entities) {
        return new ReviewSessionDesk(
                new JpaReviewSessions(entities),
                new JpaGuestLinks(entities),
                PeopleBench.desk(entities, clock),
                room.queue(entities),
                new Journal(ledger),
                clock,
                changes);
    }

    GuestLinkDesk linkDesk(EntityManager entities) {
        return new GuestLinkDesk(
                new JpaReviewSessions(entities),
                new JpaGuestLinks(entities),
                PeopleBench.desk(entities, clock),
                PeopleBench.tokens(),
                PeopleBench.passwords(),
                new Journal(ledger),
                clock,
                changes,
                revocations);
    }

    private GuestDoorDesk doorDesk(EntityManager entities) {
        return new GuestDoorDesk(
                new JpaGuestLinks(entities), PeopleBench.desk(entities, clock), new Journal(ledger), clock);
    }

    private GuestDesk guestDesk(EntityManager entities) {
        return new GuestDesk(
                new OwnTransactions(),
                admittance(entities),
                new JpaReviewSessions(entities),
                new JpaEntryOrder(entities),
                room.desk(entities),
                room.items(entities),
                PeopleBench.tokens(),
                passwords,
                pace,
                backOff);
    }

    private GuestAdmittance admittance(EntityManager entities) {
        return new GuestAdmittance(new JpaGuestLinks(entities), PeopleBench.desk(entities, clock), pace, clock);
    }

    void at(Consumer<ReviewSessionDesk> work) {
        database.doInTransaction(entities -> work.accept(desk(entities)));
    }

    <T> T asked(Function<ReviewSessionDesk, T> work) {
        return database.inTransaction(entities -> work.apply(desk(entities)));
    }

    <T> T links(Function<GuestLinkDesk, T> work) {
        return database.inTransaction(entities -> work.apply(linkDesk(entities)));
    }

    void revoke(GuestLinkId link) {
        database.doInTransaction(entities -> linkDesk(entities).revoke(lead, link));
    }

    <T> T guest(Function<GuestDesk, T> work) {
        return database.inTransaction(entities -> work.apply(guestDesk(entities)));
    }

    <T> T says(Function<GuestFeedbackDesk, T> work) {
        return database.inTransaction(entities -> work.apply(
                new GuestFeedbackDesk(admittance(entities), feedback.desk(entities), feedback.notes(entities))));
    }

    void does(Consumer<GuestFeedbackDesk> work) {
        says(desk -> {
            work.accept(desk);
            return true;
        });
    }

    <T> T draws(Function<GuestDrawingDesk, T> work) {
        return database.inTransaction(entities -> work.apply(new GuestDrawingDesk(
                admittance(entities), feedback.annotations(entities), feedback.drawings(entities))));
    }

    void drew(Consumer<GuestDrawingDesk> work) {
        draws(desk -> {
            work.accept(desk);
            return true;
        });
    }

    /** What a guest does about files, but for sending them. */
    <T> T files(Function<GuestAttachmentDesk, T> work) {
        return database.inTransaction(entities -> work.apply(new GuestAttachmentDesk(
                admittance(entities), feedback.notes(entities), feedback.attachments(entities))));
    }

    AttachmentDetail attach(GuestSight at, NoteId note, AttachmentId id, String name, InputStream bytes) {
        try {
            return new GuestUploadDesk(new OwnPermits(), feedback.uploads(database)).attach(at, note, id, name, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file that somebody of the team puts beside their note. */
    AttachmentId attached(ReviewItemId item, NoteId note, String name, String text) {
        var id = AttachmentId.random();
        try {
            feedback.uploads(database)
                    .attach(lead, item, note, id, name, new ByteArrayInputStream(text.getBytes(UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return id;
    }

    <T> T notes(Function<FeedbackNotes, T> question) {
        return database.inTransaction(entities -> question.apply(feedback.notes(entities)));
    }

    /** What the lead says to the team. */
    NoteId internalNote(ReviewItemId item, String text) {
        return leadsNote(item, text, Visibility.TEAM);
    }

    /** What the lead says for the client to hear. */
    NoteId clientNote(ReviewItemId item, String text) {
        return leadsNote(item, text, Visibility.CLIENT);
    }

    List<NoteThread> threads(ReviewItemId item) {
        return notes(notes -> notes.threads(lead, item, 1, NoteFilter.ALL, Optional.empty(), 10));
    }

    private NoteId leadsNote(ReviewItemId item, String text, Visibility visibility) {
        var draft = new NoteDraft(
                NoteId.random(), item, 1, new WholeVersion(), text, visibility, false, List.of(), Optional.empty());
        return database.inTransaction(entities -> feedback.desk(entities).add(lead, draft));
    }

    NoteId leadDraws(ReviewItemId item, Stroke stroke, Visibility visibility) {
        var draft = new NoteDraft(
                NoteId.random(),
                item,
                1,
                new OnFrames(0, stroke.frames()),
                "",
                visibility,
                false,
                List.of(stroke),
                Optional.empty());
        return database.inTransaction(entities -> feedback.desk(entities).add(lead, draft));
    }

    void settled(ReviewItemId item, NoteId note) {
        database.doInTransaction(entities -> feedback.desk(entities).resolve(lead, item, note));
    }

    GuestNote note(String text) {
        return new GuestNote(NoteId.random(), new WholeVersion(), text, List.of());
    }

    <T> T read(Function<ReviewSessions, T> question) {
        return database.inTransaction(entities -> question.apply(new ReviewSessions(
                new JpaReviewSessions(entities), new JpaEntryOrder(entities), new JpaGuestLinks(entities), clock)));
    }

    /** Each look of the door is a transaction of its own, whatever the caller does. */
    private final class OwnTransactions extends GuestDoorDesk {

        @Override
        public Optional<Door> door(String codeHash) {
            return database.inTransaction(entities -> doorDesk(entities).door(codeHash));
        }

        @Override
        public Optional<GuestPass> enter(Door door) {
            return database.inTransaction(entities -> doorDesk(entities).enter(door));
        }
    }

    /** As above, for the looks at whether a guest may go on. */
    private final class OwnPermits extends GuestPermitDesk {

        @Override
        public Identity beginning(GuestSight at) {
            return database.inTransaction(entities -> new GuestPermitDesk(admittance(entities)).beginning(at));
        }

        @Override
        public Identity goingOn(GuestSight at) {
            return database.inTransaction(entities -> new GuestPermitDesk(admittance(entities)).goingOn(at));
        }
    }

    /** An open review session with so many items. */
    ReviewSessionId opened(int items) {
        var id = prepared(items);
        at(desk -> desk.open(lead, id));
        return id;
    }

    /** An open review session with so many shots, which have frames. */
    ReviewSessionId openedWithShots(int items) {
        var id = prepared(0);
        for (var item = 0; item < items; item++) {
            var shot = List.of(shot(id, item));
            at(desk -> desk.add(lead, id, shot, Keeping.KEEP_LATEST));
        }
        at(desk -> desk.open(lead, id));
        return id;
    }

    /** The next version of one of those shots. */
    ReviewItemId shot(ReviewSessionId id, int number) {
        return room.shot("%s %s".formatted(project, id), "shot " + number);
    }

    ReviewSessionId prepared(int items) {
        var id = asked(desk -> desk.create(lead, ReviewSessionPlan.named("Dailies " + UUID.randomUUID())));
        if (items > 0) {
            var added = room.submitted("%s %s".formatted(project, id), items);
            at(desk -> desk.add(lead, id, added, Keeping.KEEP_LATEST));
        }
        return id;
    }

    ReviewItemId submitted(String lineKey) {
        return room.submitted(project, lineKey);
    }

    void vote(Identity voter, ReviewItemId item, int version, Choice choice) {
        room.vote(voter, item, version, choice);
    }

    void decided(ReviewItemId item, int version) {
        room.vote(lead, item, version, Choice.APPROVE);
    }

    GuestForm form(GuestRight right) {
        return GuestForm.client("Anna Client", right, clock.instant().plus(Duration.ofDays(7)));
    }

    GuestInvitation invited(ReviewSessionId id, GuestForm form) {
        return links(desk -> desk.invite(lead, id, form));
    }

    GuestPass entered(GuestInvitation invitation) {
        return entered(invitation.code(), "", "192.0.2.1");
    }

    GuestPass entered(String code, String passphrase, String address) {
        return guest(desk -> desk.enter(code, passphrase, address));
    }

    GuestPass entered(ReviewSessionId id, GuestRight right) {
        return entered(invited(id, form(right)));
    }

    List<ReviewItemId> order(ReviewSessionId id) {
        return entries(id).stream().map(EntrySummary::item).toList();
    }

    List<EntrySummary> entries(ReviewSessionId id) {
        return read(reviewSessions -> reviewSessions.entries(lead, id, Optional.empty(), 500));
    }

    Optional<ReviewSessionDetail> detail(ReviewSessionId id) {
        return read(reviewSessions -> reviewSessions.detail(lead, id));
    }

    List<GuestLinkSummary> guests(ReviewSessionId id) {
        return read(reviewSessions -> reviewSessions.guests(lead, id, Optional.empty(), 500));
    }

    int progress(ReviewSessionId id, Outcome outcome) {
        return read(reviewSessions -> reviewSessions.progress(lead, id)).of(outcome);
    }

    /** What the database was sent for this piece of work. */
    List<String> statementsOf(Runnable work) {
        var before = database.statements().size();
        work.run();
        var statements = database.statements();
        return statements.subList(before, statements.size());
    }

    /** Copies of one item under other keys, many at once; they have no versions. */
    List<ReviewItemId> copies(ReviewItemId original, int count) {
        var series = database == Database.H2
                ? "select random_uuid(), x from system_range(1, :count)"
                : "select gen_random_uuid(), x from generate_series(1, :count) as x";
        var lineKeys = "copy of %s ".formatted(original);
        return database.inTransaction(entities -> {
            entities.createNativeQuery(
                            "insert into review.review_item (id, connection_id, project, line_key, name, kind,"
                                    + " current_version, outcome, open_for_review, submitter, submitted_at, poster_url,"
                                    + " decision_sequence, updated_at, revision) select n.id, i.connection_id, i.project,"
                                    + " concat('" + lineKeys + "', n.x), i.name, i.kind, i.current_version, i.outcome,"
                                    + " i.open_for_review, i.submitter, i.submitted_at, i.poster_url, i.decision_sequence,"
                                    + " i.updated_at, i.revision from review.review_item i, ("
                                    + series.replace(":count", Integer.toString(count))
                                    + ") as n(id, x) where i.id = '" + original + "'")
                    .executeUpdate();
            return entities.createQuery(
                            "select i.id from ReviewItem i where i.lineKey like :keys order by i.lineKey", UUID.class)
                    .setParameter("keys", lineKeys + "%")
                    .getResultStream()
                    .map(ReviewItemId::new)
                    .toList();
        });
    }
}
