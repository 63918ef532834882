package dev.rushlight.feedback;

import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewLine;
import dev.rushlight.review.ReviewLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What is known of the files beside a note; whoever wrote the note attaches and removes them. */
@ApplicationScoped
@Transactional
public class AttachmentDesk {

    /** How many files a note may have. */
    public static final int MOST_OF_A_NOTE = 10;

    static final long MOST_BYTES_OF_AN_ITEM = 1024L * 1024 * 1024;

    private final ReviewLines lines;
    private final JpaNotes notes;
    private final JpaAttachments attachments;
    private final FeedbackTime time;
    private final FeedbackJournal journal;

    @Inject
    AttachmentDesk(
            ReviewLines lines, JpaNotes notes, JpaAttachments attachments, FeedbackTime time, FeedbackJournal journal) {
        this.lines = lines;
        this.notes = notes;
        this.attachments = attachments;
        this.time = time;
        this.journal = journal;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected AttachmentDesk() { // for CDI
        this(null, null, null, null, null);
    }

    /** Removes a file from a note; its bytes stay until they are purged. */
    public void remove(Identity by, ReviewItemId item, NoteId id, AttachmentId attachment) {
        var line = locked(item);
        var note = own(by, item, id);
        var known = attachments
                .find(attachment)
                .filter(found -> found.note().equals(id))
                .orElseThrow(() -> new NoSuchAttachment(attachment));
        if (known.isRemoved()) {
            return;
        }
        known.remove(time.now(line));
        journal.record(Act.NOTE_EDITED, item, by, attachment(note, known), NoteJson.naming(note));
    }

    /** Before any bytes are taken: refuses whoever may not attach, and finds what is attached already. */
    public Optional<AttachmentDetail> expect(Identity by, ReviewItemId item, NoteId id, AttachmentId attachment) {
        var note = own(by, item, id);
        var known = known(note, attachment);
        if (known.isEmpty()) {
            requireRoom(note, 0);
        }
        return known.map(Attachment::detail);
    }

    /** Keeps what was received; should the same have been attached meanwhile, that stays and this is left over. */
    public Kept keep(
            Identity by, ReviewItemId item, NoteId id, AttachmentId attachment, String name, StoredFile stored) {
        var line = locked(item);
        var note = own(by, item, id);
        var known = known(note, attachment);
        if (known.isPresent()) {
            return Kept.of(known.get());
        }
        requireRoom(note, stored.size());
        var kept = new Attachment(attachment, note, name, stored, time.now(line));
        attachments.add(kept);
        journal.record(Act.NOTE_EDITED, item, by, NoteJson.naming(note), attachment(note, kept));
        return Kept.of(kept);
    }

    /** An attachment and the file where its bytes are. */
    public record Kept(AttachmentDetail detail, UUID file) {

        private static Kept of(Attachment attachment) {
            return new Kept(attachment.detail(), attachment.file());
        }
    }

    private Optional<Attachment> known(Note note, AttachmentId id) {
        var known = attachments.find(id);
        if (known.filter(found -> !found.note().equals(note.id())).isPresent()) {
            throw new AttachmentIdTaken(id);
        }
        return known;
    }

    private void requireRoom(Note note, long size) {
        if (attachments.countOf(note.id()) >= MOST_OF_A_NOTE) {
            throw new UnacceptableAttachment("A note may have %d files".formatted(MOST_OF_A_NOTE));
        }
        if (attachments.bytesOf(note.item()) + size > MOST_BYTES_OF_AN_ITEM) {
            throw new UnacceptableAttachment(
                    "The files beside the notes of an item may have %d bytes in all".formatted(MOST_BYTES_OF_AN_ITEM));
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

    private static JsonObjectBuilder attachment(Note note, Attachment attachment) {
        var detail = attachment.detail();
        return NoteJson.naming(note)
                .add("attachment", detail.id().toString())
                .add("name", detail.name())
                .add("size", detail.size())
                .add("sha256", detail.sha256());
    }
}
