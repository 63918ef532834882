package dev.rushlight.feedback;

import dev.rushlight.exchange.ExchangeBench;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.HeardEvents;
import dev.rushlight.installation.Installation;
import dev.rushlight.ledger.RememberedLedger;
import dev.rushlight.people.PeopleBench;
import dev.rushlight.review.LineBench;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Notes for tests of what is built around them: desks that join a transaction. */
public final class FeedbackRoom {

    private final RememberedLedger ledger = new RememberedLedger();
    private final HeardEvents<NotesChanged> changes = new HeardEvents<>();
    private final ExchangeBench exchange;
    private final Clock clock;
    private final Path data;

    /** @param data where attached files are kept */
    public FeedbackRoom(Clock clock, Path data) {
        this.clock = clock;
        this.data = data;
        this.exchange = new ExchangeBench(clock);
    }

    public FeedbackDesk desk(EntityManager entities) {
        return new FeedbackDesk(
                LineBench.linesIn(entities),
                new JpaNotes(entities),
                new Drawings(new JpaStrokes(entities)),
                new FeedbackTime(clock),
                (by, version, notes, blockers) -> {},
                PeopleBench.desk(entities, clock),
                exchange.outbox(entities),
                new FeedbackJournal(ledger, changes),
                installation());
    }

    public FeedbackNotes notes(EntityManager entities) {
        return new FeedbackNotes(
                LineBench.linesIn(entities),
                new JpaNotes(entities),
                new JpaStrokes(entities),
                new JpaAttachments(entities),
                new AttachmentFiles(installation()));
    }

    public DrawingDesk drawings(EntityManager entities) {
        return new DrawingDesk(
                LineBench.linesIn(entities),
                new JpaNotes(entities),
                new Drawings(new JpaStrokes(entities)),
                new JpaAttachments(entities),
                desk(entities),
                new FeedbackTime(clock),
                new FeedbackJournal(ledger, changes));
    }

    public Annotations annotations(EntityManager entities) {
        return new Annotations(
                LineBench.linesIn(entities),
                new JpaNotes(entities),
                new JpaStrokes(entities),
                exchange.outbox(entities));
    }

    public AttachmentDesk attachments(EntityManager entities) {
        return new AttachmentDesk(
                LineBench.linesIn(entities),
                new JpaNotes(entities),
                new JpaAttachments(entities),
                new FeedbackTime(clock),
                new FeedbackJournal(ledger, changes));
    }

    /** Where files come in; this one is no transaction itself. */
    public UploadDesk uploads(Database database) {
        return new UploadDesk(
                new AttachmentsInTransactions(database, this::attachments), new AttachmentFiles(installation()));
    }

    /** A dot on one frame. */
    public static Stroke dot(int frame) {
        return Strokes.dot(frame);
    }

    private Installation installation() {
        return new Installation(
                data,
                "127.0.0.1",
                8080,
                URI.create("https://review.example"),
                new DatabaseSettings("jdbc:h2:mem:unused", "u", "p"),
                Duration.ofSeconds(10));
    }
}
