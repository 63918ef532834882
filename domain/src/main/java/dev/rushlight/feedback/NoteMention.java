package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** A note names somebody. */
@Entity
@Table(schema = "review", name = "note_mention")
@IdClass(NoteMentionKey.class)
class NoteMention {

    @Id
    @Column(name = "note_id")
    private UUID note;

    @Id
    @Column(name = "person_id")
    private UUID person;

    private String username;

    @SuppressWarnings("NullAway.Init")
    protected NoteMention() {} // for JPA

    NoteMention(NoteId note, Identity person) {
        this.note = note.value();
        this.person = person.id().value();
        this.username = person.username();
    }

    NoteId note() {
        return new NoteId(note);
    }

    String username() {
        return username;
    }
}
