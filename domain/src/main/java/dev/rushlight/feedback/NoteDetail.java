package dev.rushlight.feedback;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A note as somebody sees it; of a deleted one there is nothing but that it was there.
 *
 * @param version the version that it was said of
 * @param carriedFrom the same, when another version is looked at: "unresolved from v11"
 * @param drawn whether strokes belong to it, which are read on their own
 */
public record NoteDetail(
        NoteId id,
        NoteId thread,
        int version,
        OptionalInt carriedFrom,
        NoteAuthor author,
        Place place,
        Visibility visibility,
        String text,
        NoteState state,
        boolean blocking,
        boolean drawn,
        Instant createdAt,
        Optional<Instant> editedAt,
        Optional<Settled> resolved,
        Optional<Settled> acknowledged,
        NoteExtras extras) {}
