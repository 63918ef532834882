package dev.rushlight.feedback;

import dev.rushlight.exchange.Audience;
import dev.rushlight.exchange.Outbox;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Installation;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.PersonKind;
import dev.rushlight.review.LineVersion;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVersion;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewLine;
import dev.rushlight.review.ReviewLines;
import dev.rushlight.review.TooLateToUndo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where notes are written, answered, and worked off.
 *
 * <p>Whoever may vote may write, and guests may, for the eyes of clients only; whether a guest may comment on this item
 * at all is known to whoever let the guest in. A note of another item, or one that is not for the eyes of whoever acts,
 * is as if it were not there.
 */
@ApplicationScoped
@Transactional
public class FeedbackDesk {

    static final int MOST_ON_A_VERSION = 5_000;
    static final int MOST_IN_A_THREAD = 500;

    private final ReviewLines lines;
    private final JpaNotes notes;
    private final Drawings drawings;
    private final FeedbackTime time;
    private final OpenNotesHearing hearing;
    private final PeopleDesk people;
    private final Outbox outbox;
    private final FeedbackJournal journal;
    private final Installation installation;

    @Inject
    FeedbackDesk(
            ReviewLines lines,
            JpaNotes notes,
            Drawings drawings,
            FeedbackTime time,
            OpenNotesHearing hearing,
            PeopleDesk people,
            Outbox outbox,
            FeedbackJournal journal,
            Installation installation) {
        this.lines = lines;
        this.notes = notes;
        this.drawings = drawings;
        this.time = time;
        this.hearing = hearing;
        this.people = people;
        this.outbox = outbox;
        this.journal = journal;
        this.installation = installation;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected FeedbackDesk() { // for CDI
        this(null, null, null, null, null, null, null, null, null);
    }

    /** Begins a thread on a version, be it the current one or not; what was written under this id already stays. */
    public NoteId add(Identity by, NoteDraft draft) {
        requireMayWrite(by, draft.visibility());
        if (draft.blocking()) {
            requireMayBlock(by);
        }
        var text = NoteText.of(draft.text());
        var line = locked(draft.item());
        if (isWritten(by, draft.id(), draft.item())) {
            return draft.id();
        }
        var version = lines.version(draft.item(), draft.version())
                .orElseThrow(() -> new NoSuchVersion(draft.item(), draft.version()));
        draft.place().requireIn(lines.content(version.id()));
        var note = Note.beginning(draft, text, version, by, time.now(line));
        write(by, line, note, draft.strokes(), draft.causeEventId());
        judge(by, line);
        return note.id();
    }

    /** Answers in a thread; what was written under this id already stays. */
    public NoteId reply(Identity by, ReplyDraft draft) {
        requireMayWrite(by, draft.visibility());
        var text = NoteText.of(draft.text());
        var line = locked(draft.item());
        if (isWritten(by, draft.id(), draft.item())) {
            return draft.id();
        }
        var thread = thread(by, draft.item(), draft.to());
        var last = notes.lastNumber(thread.id());
        if (last >= MOST_IN_A_THREAD) {
            throw new TooManyNotes("A note may have %d answers".formatted(MOST_IN_A_THREAD));
        }
        var answer = thread.answer(draft, text, last, by, time.now(line));
        write(by, line, answer, draft.strokes(), draft.causeEventId());
        return answer.id();
    }

    private boolean isWritten(Identity by, NoteId id, ReviewItemId item) {
        var known = notes.find(id);
        if (known.filter(note -> !note.isBy(by) || !note.item().equals(item)).isPresent()) {
            throw new NoteIdTaken(id);
        }
        return known.isPresent();
    }

    private void write(Identity by, ReviewLine line, Note note, List<Stroke> strokes, Optional<String> causeEventId) {
        if (note.isWordless() && strokes.isEmpty()) {
            throw new EmptyNote();
        }
        if (notes.countOn(note.version()) >= MOST_ON_A_VERSION) {
            throw new TooManyNotes("A version may have %d notes".formatted(MOST_ON_A_VERSION));
        }
        notes.add(note);
        if (!strokes.isEmpty()) {
            drawings.add(note, lines.content(note.version()), strokes, note.createdAt());
        }
        var revision = notes.revise(note.revised(by, note.createdAt()));
        notes.mention(note, mentioned(by, note.text()));
        tellOpen(line, note, revision.id(), installation.undoGrace());
        journal.record(
                Act.NOTE_CREATED,
                line.item(),
                by,
                JsonValue.EMPTY_JSON_OBJECT,
                NoteJson.of(note).add("strokes", strokes.size()).build(),
                causeEventId);
    }

    /**
     * Changes the words of one's own note, while nobody has answered and the note has not left for a hub. A note that was
     * begun by drawing gets its first words whenever they come.
     */
    public void edit(Identity by, ReviewItemId item, NoteId id, String typed) {
        var text = NoteText.of(typed);
        var line = locked(item);
        var note = own(by, item, id);
        note.requireNotDeleted();
        if (note.text().equals(text)) {
            return;
        }
        if (text.isEmpty() && !note.isDrawn()) {
            throw new EmptyNote();
        }
        if (notes.lastNumber(note.thread()) > note.number()) {
            throw new TooLateToEdit("Somebody answered already; write another note instead");
        }
        var now = time.now(line);
        var left = note.left(installation.undoGrace(), now);
        var isTakenBack = !left.isZero() && isTakenBack(note.toldOpen(), now);
        if (!isTakenBack && !note.isWordless()) {
            throw new TooLateToEdit("The note is out already; write another one instead");
        }
        var before = Json.createObjectBuilder().add("note", id.toString()).add("text", note.text());
        note.edit(text, now);
        var revision = notes.revise(note.revised(by, now));
        notes.mention(note, mentioned(by, text));
        tellOpen(line, note, revision.id(), isTakenBack ? left : installation.undoGrace());
        journal.record(
                Act.NOTE_EDITED,
                item,
                by,
                before,
                Json.createObjectBuilder().add("note", id.toString()).add("text", text));
    }

    /** Takes one's own note back; others see that something was there. */
    public void delete(Identity by, ReviewItemId item, NoteId id) {
        var line = locked(item);
        var note = own(by, item, id);
        if (note.isDeleted()) {
            return;
        }
        var now = time.now(line);
        var before = NoteJson.of(note);
        note.delete(now);
        var revision = notes.revise(note.revised(by, now));
        if (isTakenBack(note.toldOpen(), now)) {
            note.toldSettled().ifPresent(outbox::cancel);
            note.untold();
        } else {
            tellSettled(line, note, revision.id());
        }
        journal.record(Act.NOTE_DELETED, item, by, before, NoteJson.naming(note).add("deleted", true));
        judge(by, line);
    }

    /** Undoes the deletion of one's own note, for as long as anything can be undone. */
    public void restore(Identity by, ReviewItemId item, NoteId id) {
        var line = locked(item);
        var note = own(by, item, id);
        if (!note.isDeleted()) {
            return;
        }
        var now = time.now(line);
        if (!note.wasDeletedWithin(installation.undoGrace(), now)) {
            throw new TooLateToUndo("The note was deleted too long ago; write another one instead");
        }
        note.restore();
        var revision = notes.revise(note.revised(by, now));
        if (!isTakenBack(note.toldSettled(), now)) {
            tellOpen(line, note, revision.id(), installation.undoGrace());
        }
        journal.record(Act.NOTE_EDITED, item, by, NoteJson.naming(note).add("deleted", true), NoteJson.of(note));
        judge(by, line);
    }

    /** Settles a thread: its author may, the submitter, and a lead. */
    public void resolve(Identity by, ReviewItemId item, NoteId id) {
        var line = locked(item);
        var note = settleable(by, line, id);
        if (note.isResolved()) {
            return;
        }
        var now = time.now(line);
        note.resolve(by, now);
        var revision = notes.revise(note.revised(by, now));
        tellSettled(line, note, revision.id());
        journal.record(Act.NOTE_RESOLVED, item, by, resolved(note, false), resolved(note, true));
        judge(by, line);
    }

    /** The thread is not settled after all; whoever may resolve it may say so. */
    public void reopen(Identity by, ReviewItemId item, NoteId id) {
        var line = locked(item);
        var note = settleable(by, line, id);
        if (!note.isResolved()) {
            return;
        }
        var now = time.now(line);
        note.reopen();
        var revision = notes.revise(note.revised(by, now));
        if (!isTakenBack(note.toldSettled(), now)) {
            tellOpen(line, note, revision.id(), installation.undoGrace());
        }
        journal.record(Act.NOTE_REOPENED, item, by, resolved(note, true), resolved(note, false));
        judge(by, line);
    }

    /** The submitter has seen it and will do it; that settles nothing. */
    public void acknowledge(Identity by, ReviewItemId item, NoteId id) {
        var line = locked(item);
        var note = thread(by, item, id);
        if (!isSubmitter(by, line, note)) {
            throw new NotAllowed("Only the submitter can say that it will be done");
        }
        if (note.isAcknowledged()) {
            return;
        }
        note.acknowledge(by, time.now(line));
        journal.record(
                Act.NOTE_ACKNOWLEDGED,
                item,
                by,
                NoteJson.naming(note).add("acknowledged", false),
                NoteJson.naming(note).add("acknowledged", true));
    }

    /** Says whether a thread keeps its version from being approved; guests say so of their own notes only. */
    public void block(Identity by, ReviewItemId item, NoteId id, boolean blocking) {
        requireMayBlock(by);
        var line = locked(item);
        var note = thread(by, item, id);
        if (by.isGuest()) {
            note.requireAuthor(by);
        }
        if (note.isBlocking() == blocking) {
            return;
        }
        note.block(blocking);
        notes.revise(note.revised(by, time.now(line)));
        journal.record(
                Act.NOTE_EDITED,
                item,
                by,
                NoteJson.naming(note).add("blocking", !blocking),
                NoteJson.naming(note).add("blocking", blocking));
        judge(by, line);
    }

    private ReviewLine locked(ReviewItemId item) {
        return lines.locked(item).orElseThrow(() -> new NoSuchReviewItem(item));
    }

    private Note own(Identity by, ReviewItemId item, NoteId id) {
        var note = notes.shown(by, item, id);
        note.requireAuthor(by);
        return note;
    }

    /** The first note of the thread that this one is in. */
    private Note thread(Identity by, ReviewItemId item, NoteId id) {
        var thread = notes.shown(by, item, notes.shown(by, item, id).thread());
        thread.requireNotDeleted();
        return thread;
    }

    private Note settleable(Identity by, ReviewLine line, NoteId id) {
        var note = thread(by, line.item(), id);
        if (!note.isBy(by) && !isLead(by) && !isSubmitter(by, line, note)) {
            throw new NotAllowed("A note is settled by its author, the submitter or a lead");
        }
        return note;
    }

    private static boolean isLead(Identity by) {
        return by.kind() == PersonKind.HUMAN && by.role().holdsVeto();
    }

    /** Whether the version that the note is about came from them, or the one that is to follow it up. */
    private boolean isSubmitter(Identity by, ReviewLine line, Note note) {
        return Stream.of(note.versionNumber(), line.currentVersion())
                .flatMap(number -> lines.version(line.item(), number).stream())
                .map(LineVersion::submitter)
                .anyMatch(submitter -> !by.isGuest() && submitter.equalsIgnoreCase(by.username()));
    }

    private static void requireMayWrite(Identity by, Visibility visibility) {
        if (!by.isGuest() && !by.role().mayVote()) {
            throw new NotAllowed("%s may look, but not write".formatted(by.username()));
        }
        if (!visibility.isShownTo(by)) {
            throw new NotAllowed("A guest writes for the eyes of clients only");
        }
    }

    private static void requireMayBlock(Identity by) {
        if (!by.role().mayVote()) {
            throw new NotAllowed("Only those who may vote say what blocks");
        }
    }

    /** Guests learn nothing about who is here. */
    private List<Identity> mentioned(Identity by, String text) {
        if (by.isGuest()) {
            return List.of();
        }
        return NoteText.mentioned(text).stream()
                .flatMap(name -> people.active(name).stream())
                .filter(person -> person.kind() == PersonKind.HUMAN)
                .toList();
    }

    private void judge(Identity by, ReviewLine line) {
        var open = notes.open(line.item(), line.currentVersion());
        lines.version(line.item(), line.currentVersion())
                .ifPresent(current -> hearing.feedbackStands(by, current.id(), open.open(), open.blocking()));
    }

    /** Whether hubs will not hear of it after all, be it that none of them had to. */
    private boolean isTakenBack(Optional<UUID> told, Instant now) {
        return told.flatMap(notes::revision)
                .filter(revision -> now.isBefore(revision.since().plus(installation.undoGrace())))
                .map(NoteRevision::id)
                .filter(id -> outbox.cancel(id) || outbox.standing(List.of(id)).isEmpty())
                .isPresent();
    }

    private void tellOpen(ReviewLine line, Note note, UUID revision, Duration grace) {
        owe(OwedKind.NOTE_CREATED, line, note, revision, grace);
        note.toldOpen(revision);
    }

    private void tellSettled(ReviewLine line, Note note, UUID revision) {
        owe(OwedKind.NOTE_RESOLVED, line, note, revision, installation.undoGrace());
        note.toldSettled(revision);
    }

    /** What is for the team goes to no hub where clients listen. */
    private void owe(OwedKind kind, ReviewLine line, Note note, UUID revision, Duration grace) {
        var audience = switch (note.visibility()) {
            case TEAM -> Audience.TEAM;
            case CLIENT -> Audience.CLIENT;
        };
        outbox.owe(line.connection(), kind, line.item().value(), revision, grace, audience);
    }

    private static JsonObjectBuilder resolved(Note note, boolean whether) {
        return NoteJson.naming(note).add("resolved", whether);
    }
}
