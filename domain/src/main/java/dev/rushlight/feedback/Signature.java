package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** The columns that say who did it, as named and entitled at that moment. */
@Embeddable
class Signature {

    @Column(name = "author_id")
    private UUID person;

    @Column(name = "author_username")
    private String username;

    @Column(name = "author_display_name")
    private String displayName;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_role")
    private Role role;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_kind")
    private PersonKind kind;

    @SuppressWarnings("NullAway.Init")
    protected Signature() {} // for JPA

    Signature(Identity by) {
        person = by.id().value();
        username = by.username();
        displayName = by.displayName();
        role = by.role();
        kind = by.kind();
    }

    boolean isOf(Identity somebody) {
        return person.equals(somebody.id().value());
    }

    NoteAuthor author() {
        return new NoteAuthor(new PersonId(person), username, displayName, role, kind);
    }
}
