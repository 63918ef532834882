package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;

/**
 * Who said something, as named and entitled at that moment.
 *
 * @param username what this person logs in with; empty for the eyes of guests
 */
public record NoteAuthor(PersonId id, String username, String displayName, Role role, PersonKind kind) {

    static NoteAuthor of(Identity person) {
        return new NoteAuthor(person.id(), person.username(), person.displayName(), person.role(), person.kind());
    }

    /** Guests read by whom something is, not under which name that person can be logged in as. */
    NoteAuthor shownTo(Identity viewer) {
        return viewer.isGuest() ? new NoteAuthor(id, "", displayName, role, kind) : this;
    }
}
