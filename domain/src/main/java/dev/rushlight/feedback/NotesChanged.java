package dev.rushlight.feedback;

import dev.rushlight.review.ReviewItemId;

/** Something about the notes of this review item changed; heard after the commit. */
public record NotesChanged(ReviewItemId item) {}
