package dev.rushlight.feedback;

import dev.rushlight.review.ReviewItemId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file beside a note; its bytes lie in the data directory. */
@Entity
@Table(schema = "review", name = "attachment")
class Attachment {

    @Id
    private UUID id;

    @Column(name = "note_id")
    private UUID note;

    @Column(name = "item_id")
    private UUID item;

    @Column(name = "file_id")
    private UUID file;

    private String name;

    @Column(name = "content_type")
    private String contentType;

    @Column(name = "size_bytes")
    private long size;

    private String sha256;
    private @Nullable Integer width;
    private @Nullable Integer height;

    @Column(name = "attached_at")
    private Instant attachedAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init")
    protected Attachment() {} // for JPA

    Attachment(AttachmentId id, Note note, String name, StoredFile stored, Instant now) {
        this.id = id.value();
        this.note = note.id().value();
        this.item = note.item().value();
        this.file = stored.id();
        this.name = name;
        this.contentType = stored.contentType();
        this.size = stored.size();
        this.sha256 = stored.sha256();
        stored.pixels().ifPresent(pixels -> {
            width = pixels.width();
            height = pixels.height();
        });
        this.attachedAt = now;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    AttachmentId id() {
        return new AttachmentId(id);
    }

    NoteId note() {
        return new NoteId(note);
    }

    ReviewItemId item() {
        return new ReviewItemId(item);
    }

    UUID file() {
        return file;
    }

    AttachmentDetail detail() {
        return new AttachmentDetail(
                id(), name, contentType, size, sha256, optional(width), optional(height), attachedAt);
    }

    private static OptionalInt optional(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
