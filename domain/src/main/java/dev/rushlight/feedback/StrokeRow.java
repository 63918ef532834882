package dev.rushlight.feedback;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stroke of a note's drawing; it never changes, but may be taken back and put back. */
@Entity
@Table(schema = "review", name = "stroke")
class StrokeRow {

    @Id
    private UUID id;

    @Column(name = "note_id")
    private UUID note;

    @Column(name = "version_id")
    private UUID version;

    private int media;
    private int frame;

    @Column(name = "frame_end")
    private int frameEnd;

    private int number;
    private int points;
    private String content;

    @Column(name = "drawn_at")
    private Instant drawnAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init")
    protected StrokeRow() {} // for JPA

    StrokeRow(Note note, int media, Stroke stroke, int number, Instant now) {
        this.id = stroke.id().value();
        this.note = note.id().value();
        this.version = note.version().value();
        this.media = media;
        this.frame = stroke.frames().first();
        this.frameEnd = stroke.frames().last();
        this.number = number;
        this.points = stroke.points().size();
        this.content = AnnotationWriter.commands(stroke, Optional.empty()).toString();
        this.drawnAt = now;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    void restore() {
        removedAt = null;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    int points() {
        return points;
    }

    StrokeId id() {
        return new StrokeId(id);
    }

    NoteId note() {
        return new NoteId(note);
    }

    DrawnStroke drawn(NoteAuthor author) {
        return new DrawnStroke(stroke(), note(), author, drawnAt);
    }

    private Stroke stroke() {
        try (var reader = Json.createReader(new StringReader(content))) {
            return AnnotationReader.read(
                            reader.readArray().getValuesAs(JsonObject.class), new FrameRange(frame, frameEnd))
                    .get(0);
        }
    }
}
