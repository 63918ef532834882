package dev.rushlight.feedback;

import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewLine;
import dev.rushlight.review.ReviewLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/**
 * Where strokes are added to a note and taken back, in batches, by whoever wrote the note. What others draw on the same
 * frame is theirs, in their own notes.
 */
@ApplicationScoped
@Transactional
public class DrawingDesk {

    private final ReviewLines lines;
    private final JpaNotes notes;
    private final Drawings drawings;
    private final JpaAttachments attachments;
    private final FeedbackDesk feedback;
    private final FeedbackTime time;
    private final FeedbackJournal journal;

    @Inject
    DrawingDesk(
            ReviewLines lines,
            JpaNotes notes,
            Drawings drawings,
            JpaAttachments attachments,
            FeedbackDesk feedback,
            FeedbackTime time,
            FeedbackJournal journal) {
        this.lines = lines;
        this.notes = notes;
        this.drawings = drawings;
        this.attachments = attachments;
        this.feedback = feedback;
        this.time = time;
        this.journal = journal;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected DrawingDesk() { // for CDI
        this(null, null, null, null, null, null, null);
    }

    /** Those that are there already stay as they are. */
    public void add(Identity by, ReviewItemId item, NoteId id, List<Stroke> strokes) {
        var line = locked(item);
        var note = own(by, item, id);
        var added = drawings.add(note, lines.content(note.version()), strokes, time.now(line));
        if (added.isEmpty()) {
            return;
        }
        follow(by, line, note);
        journal.record(Act.STROKES_ADDED, item, by, JsonValue.EMPTY_JSON_OBJECT, strokes(note, added));
    }

    /** Draws in a note that is begun by it if it is not there yet; those strokes that are there already stay as they are. */
    public void draw(Identity by, NoteDraft draft) {
        feedback.add(by, draft);
        add(by, draft.item(), draft.id(), draft.strokes());
    }

    /**
     * Takes strokes back; they can be put back until they are purged. A note that says nothing else goes with the last of
     * them.
     */
    public void remove(Identity by, ReviewItemId item, NoteId id, Collection<StrokeId> strokes) {
        var line = locked(item);
        var note = own(by, item, id);
        var removed = drawings.remove(note, strokes, time.now(line));
        if (removed.isEmpty()) {
            return;
        }
        follow(by, line, note);
        journal.record(Act.STROKES_REMOVED, item, by, strokes(note, removed), JsonValue.EMPTY_JSON_OBJECT);
        if (saysNothing(note)) {
            feedback.delete(by, item, id);
        }
    }

    private boolean saysNothing(Note note) {
        return note.isWordless()
                && !note.isDrawn()
                && notes.lastNumber(note.thread()) == note.number()
                && attachments.of(List.of(note.id())).isEmpty();
    }

    /** Puts strokes back that were taken back, and the note that went with them for as long as anything can be undone. */
    public void restore(Identity by, ReviewItemId item, NoteId id, Collection<StrokeId> strokes) {
        var line = locked(item);
        if (notes.shown(by, item, id).isGoneWithItsDrawing()) {
            feedback.restore(by, item, id);
        }
        var note = own(by, item, id);
        var back = drawings.restore(note, strokes);
        if (back.isEmpty()) {
            return;
        }
        follow(by, line, note);
        journal.record(Act.STROKES_ADDED, item, by, JsonValue.EMPTY_JSON_OBJECT, strokes(note, back));
    }

    /** The note says whether anything is drawn in it. */
    private void follow(Identity by, ReviewLine line, Note note) {
        var isDrawn = !drawings.isEmpty(note);
        if (isDrawn != note.isDrawn()) {
            note.draw(isDrawn);
            notes.revise(note.revised(by, time.now(line)));
        }
    }

    private ReviewLine locked(ReviewItemId item) {
        return lines.locked(item).orElseThrow(() -> new NoSuchReviewItem(item));
    }

    private Note own(Identity by, ReviewItemId item, NoteId id) {
        var note = notes.shown(by, item, id);
        note.requireAuthor(by);
        note.requireNotDeleted();
        return note;
    }

    private static JsonObject strokes(Note note, List<StrokeId> strokes) {
        return NoteJson.naming(note)
                .add(
                        "strokes",
                        Json.createArrayBuilder(
                                strokes.stream().map(StrokeId::toString).toList()))
                .build();
    }
}
