package dev.rushlight.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;

/**
 * Forgets what was taken back long ago, a bounded number at a time: strokes, deleted notes with all that belongs to them,
 * removed files, and files that nobody knows. A deleted note that a decision may have told of is kept, because what a
 * decision says never changes; a deleted note that was answered is kept with its answers. What is written in the ledger
 * stays there, and that a note was purged is added.
 */
@ApplicationScoped
@Transactional
public class FeedbackPurgeDesk {

    private final JpaNotes notes;
    private final JpaStrokes strokes;
    private final JpaAttachments attachments;
    private final AttachmentFiles files;
    private final FeedbackJournal journal;
    private final Clock clock;

    @Inject
    FeedbackPurgeDesk(
            JpaNotes notes,
            JpaStrokes strokes,
            JpaAttachments attachments,
            AttachmentFiles files,
            FeedbackJournal journal,
            Clock clock) {
        this.notes = notes;
        this.strokes = strokes;
        this.attachments = attachments;
        this.files = files;
        this.journal = journal;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected FeedbackPurgeDesk() { // for CDI
        this(null, null, null, null, null, null);
    }

    /**
     * Forgets at most so many of each that are older than that. A file whose row is gone and that could not be deleted is
     * an orphan from then on, and swept with the others.
     */
    public Purged purge(Duration age, int max) {
        var before = clock.instant().minus(age);
        var deleted = notes.forgettable(before, max);
        var forgotten = deleted.stream().map(Note::id).toList();
        var removed = new ArrayList<>(attachments.removedBefore(before, max));
        attachments.allOf(forgotten).stream()
                .filter(file -> !removed.contains(file))
                .forEach(removed::add);
        attachments.forget(removed);
        var drawn = strokes.forgetRemoved(before, max) + strokes.forgetOf(forgotten);
        notes.forget(forgotten);
        deleted.forEach(journal::purged);
        return new Purged(forgotten.size(), drawn, removed.size());
    }

    /** Deletes files that are older than that and belong to no attachment, be it that one was purged or never was. */
    public int sweepFiles(Duration age, int max) {
        return files.sweep(clock.instant().minus(age), max, attachments::knownAmong);
    }

    /** How much was forgotten. */
    public record Purged(int notes, int strokes, int attachments) {

        public int total() {
            return notes + strokes + attachments;
        }
    }
}
