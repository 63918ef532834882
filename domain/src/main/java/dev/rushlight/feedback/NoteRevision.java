package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a note said and where it stood from one moment until the next, and who made it so. */
@Entity
@Table(schema = "review", name = "note_revision")
class NoteRevision {

    @Id
    private UUID id;

    @Column(name = "note_id")
    private UUID note;

    private int number;
    private Instant since;

    @Column(name = "until_time")
    private @Nullable Instant until;

    private String body;
    private boolean blocking;
    private boolean resolved;
    private boolean deleted;
    private boolean drawn;

    @Embedded
    private Signature author;

    @SuppressWarnings("NullAway.Init")
    protected NoteRevision() {} // for JPA

    NoteRevision(
            UUID id,
            UUID note,
            int number,
            NoteState state,
            String body,
            boolean blocking,
            boolean drawn,
            Identity by,
            Instant since) {
        this.id = id;
        this.note = note;
        this.number = number;
        this.body = body;
        this.blocking = blocking;
        this.resolved = state == NoteState.RESOLVED;
        this.deleted = state == NoteState.DELETED;
        this.drawn = drawn;
        this.author = new Signature(by);
        this.since = since;
    }

    /** Another follows. */
    void end(Instant now) {
        until = now;
    }

    UUID id() {
        return id;
    }

    NoteId note() {
        return new NoteId(note);
    }

    String text() {
        return body;
    }

    boolean isBlocking() {
        return blocking;
    }

    boolean isDrawn() {
        return drawn;
    }

    Instant since() {
        return since;
    }

    NoteAuthor author() {
        return author.author();
    }

    NoteState state() {
        if (deleted) {
            return NoteState.DELETED;
        }
        return resolved ? NoteState.RESOLVED : NoteState.OPEN;
    }
}
