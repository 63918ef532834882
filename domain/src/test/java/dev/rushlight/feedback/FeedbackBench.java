package dev.rushlight.feedback;

import dev.rushlight.exchange.Outbox;
import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.HeardEvents;
import dev.rushlight.installation.Installation;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.ledger.RememberedLedger;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleBench;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.review.LineBench;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.VersionId;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A room in which versions are talked about, on one database: each call is one transaction, as in the container. */
final class FeedbackBench {

    /** What a judge heard. */
    record Heard(VersionId version, int openNotes, int openBlockers) {}

    final RememberedLedger ledger = new RememberedLedger();
    final HeardEvents<NotesChanged> changes = new HeardEvents<>();
    final List<Heard> heard = new CopyOnWriteArrayList<>();
    final LineBench lines;
    final SteppingClock clock;
    final Identity maria;
    final Identity tom;
    final Identity lena;
    final Identity viewer;

    /** Who submitted everything; may do no more than look otherwise. */
    final Identity artist;

    final Identity client;
    private final Database database;
    private final Path data;
    private final Duration grace;

    FeedbackBench(Database database, Path data) {
        this(database, data, LineBench.GRACE);
    }

    FeedbackBench(Database database, Path data, Duration grace) {
        this.database = database;
        this.data = data;
        this.grace = grace;
        lines = new LineBench(database);
        clock = lines.clock();
        maria = lines.somebody("maria", Role.REVIEWER);
        tom = lines.somebody("tom", Role.REVIEWER);
        lena = lines.somebody("lena", Role.LEAD);
        viewer = lines.somebody("victor", Role.VIEWER);
        var account = lines.somebody("artist", Role.VIEWER);
        artist = new Identity(account.id(), lines.submitter(), "The artist", Role.VIEWER);
        client = guest("Client", Role.VIEWER);
    }

    Identity guest(String name, Role role) {
        var account = lines.somebody(name, role);
        return new Identity(account.id(), account.username(), name, role, Set.of(), PersonKind.GUEST);
    }

    Installation installation() {
        return new Installation(
                data,
                "127.0.0.1",
                8080,
                URI.create("https://review.example"),
                new DatabaseSettings("jdbc:h2:mem:unused", "u", "p"),
                grace);
    }

    private FeedbackDesk desk(EntityManager entities) {
        return new FeedbackDesk(
                lines.lines(entities),
                new JpaNotes(entities),
                drawings(entities),
                new FeedbackTime(clock),
                (by, version, notes, blockers) -> heard.add(new Heard(version, notes, blockers)),
                PeopleBench.desk(entities, clock),
                lines.outbox(entities),
                new FeedbackJournal(ledger, changes),
                installation());
    }

    private static Drawings drawings(EntityManager entities) {
        return new Drawings(new JpaStrokes(entities));
    }

    private DrawingDesk drawingDesk(EntityManager entities) {
        return new DrawingDesk(
                lines.lines(entities),
                new JpaNotes(entities),
                drawings(entities),
                new JpaAttachments(entities),
                desk(entities),
                new FeedbackTime(clock),
                new FeedbackJournal(ledger, changes));
    }

    private AttachmentDesk attachmentDesk(EntityManager entities) {
        return new AttachmentDesk(
                lines.lines(entities),
                new JpaNotes(entities),
                new JpaAttachments(entities),
                new FeedbackTime(clock),
                new FeedbackJournal(ledger, changes));
    }

    private FeedbackNotes notes(EntityManager entities) {
        return new FeedbackNotes(
                lines.lines(entities),
                new JpaNotes(entities),
                new JpaStrokes(entities),
                new JpaAttachments(entities),
                new AttachmentFiles(installation()));
    }

    <T> T annotations(Function<Annotations, T> question) {
        return database.inTransaction(entities -> question.apply(new Annotations(
                lines.lines(entities), new JpaNotes(entities), new JpaStrokes(entities), lines.outbox(entities))));
    }

    void routes(Consumer<Outbox> work) {
        database.doInTransaction(entities -> work.accept(lines.outbox(entities)));
    }

    void at(Consumer<FeedbackDesk> work) {
        database.doInTransaction(entities -> work.accept(desk(entities)));
    }

    void drawing(Consumer<DrawingDesk> work) {
        database.doInTransaction(entities -> work.accept(drawingDesk(entities)));
    }

    void attachments(Consumer<AttachmentDesk> work) {
        database.doInTransaction(entities -> work.accept(attachmentDesk(entities)));
    }

    <T> T purging(Function<FeedbackPurgeDesk, T> work) {
        return database.inTransaction(entities -> work.apply(new FeedbackPurgeDesk(
                new JpaNotes(entities),
                new JpaStrokes(entities),
                new JpaAttachments(entities),
                new AttachmentFiles(installation()),
                new FeedbackJournal(ledger, changes),
                clock)));
    }

    <T> T read(Function<FeedbackNotes, T> question) {
        return database.inTransaction(entities -> question.apply(notes(entities)));
    }

    /** Each call of the desk is a transaction of its own, whatever the uploader does. */
    AttachmentDetail attach(
            Identity by, ReviewItemId item, NoteId note, AttachmentId id, String name, InputStream bytes) {
        try {
            return new UploadDesk(
                            new AttachmentsInTransactions(database, this::attachmentDesk),
                            new AttachmentFiles(installation()))
                    .attach(by, item, note, id, name, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    NoteDraft draft(ReviewItemId item, String text) {
        return draft(item, 1, new WholeVersion(), text, Visibility.TEAM, false, List.of());
    }

    NoteDraft draft(
            ReviewItemId item,
            int version,
            Place place,
            String text,
            Visibility visibility,
            boolean blocking,
            List<Stroke> strokes) {
        return new NoteDraft(
                NoteId.random(), item, version, place, text, visibility, blocking, strokes, Optional.empty());
    }

    static Place frame(int frame) {
        return new OnFrames(0, FrameRange.single(frame));
    }

    NoteId write(Identity by, NoteDraft draft) {
        at(desk -> desk.add(by, draft));
        return draft.id();
    }

    NoteId note(Identity by, ReviewItemId item, String text) {
        return write(by, draft(item, text));
    }

    NoteId note(Identity by, ReviewItemId item, String text, Visibility visibility) {
        return write(by, draft(item, 1, new WholeVersion(), text, visibility, false, List.of()));
    }

    NoteId blocker(Identity by, ReviewItemId item, String text) {
        return write(by, draft(item, 1, new WholeVersion(), text, Visibility.TEAM, true, List.of()));
    }

    NoteId drawn(Identity by, ReviewItemId item, int frame, Stroke... strokes) {
        return write(by, draft(item, 1, frame(frame), "", Visibility.TEAM, false, List.of(strokes)));
    }

    NoteId answer(Identity by, ReviewItemId item, NoteId to, String text, Visibility visibility) {
        var id = NoteId.random();
        at(desk -> desk.reply(by, new ReplyDraft(id, item, to, text, visibility, List.of(), Optional.empty())));
        return id;
    }

    NoteId answer(Identity by, ReviewItemId item, NoteId to, String text) {
        return answer(by, item, to, text, Visibility.TEAM);
    }

    List<NoteThread> threads(Identity viewer, ReviewItemId item, int version) {
        return read(notes -> notes.threads(viewer, item, version, NoteFilter.ALL, Optional.empty(), 100));
    }

    NoteDetail detail(ReviewItemId item, NoteId id) {
        return read(notes -> notes.thread(maria, item, 1, id)).stream()
                .flatMap(thread -> Stream.concat(Stream.of(thread.note()), thread.answers().stream()))
                .filter(note -> note.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Drawing drawing(Identity viewer, ReviewItemId item, int version, int frame) {
        return read(notes -> notes.drawing(viewer, item, version, 0, frame));
    }

    /** What leaves for the hub once nothing can be undone. */
    List<OwedEvent> leavesLater() {
        clock.advance(grace);
        return lines.deliverEverything();
    }

    static Identity nobody() {
        return new Identity(PersonId.random(), "nobody", "Nobody", Role.ADMIN);
    }
}
