package dev.rushlight.feedback;

import dev.rushlight.people.PersonId;

/**
 * A note that something is drawn in, as far as whoever looks at the picture needs to know.
 *
 * @param version that it was said of, which may be older than the one looked at
 */
public record DrawnNote(NoteId id, PersonId author, String displayName, int version, boolean resolved) {}
