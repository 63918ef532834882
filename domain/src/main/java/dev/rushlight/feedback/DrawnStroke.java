package dev.rushlight.feedback;

import java.time.Instant;

/** A stroke with the note that it belongs to, and who drew it when. */
public record DrawnStroke(Stroke stroke, NoteId note, NoteAuthor author, Instant drawnAt) {}
