package dev.rushlight.feedback;

import java.time.Instant;

/** The place in the notes after one thread; the next page begins there. */
public record NoteCursor(Instant createdAt, NoteId thread) {}
