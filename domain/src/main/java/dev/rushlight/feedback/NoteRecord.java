package dev.rushlight.feedback;

import dev.rushlight.review.FrameRate;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A note for those who are told of it outside.
 *
 * @param version the version that it was said of
 * @param rate of the medium that the note is about, if it tells one, and so for what follows
 * @param timecode of the first frame
 * @param drawn whether something was drawn
 */
public record NoteRecord(
        NoteId id,
        int version,
        NoteAuthor author,
        Place place,
        Optional<FrameRate> rate,
        OptionalInt startFrame,
        Optional<Timecode> timecode,
        String text,
        Visibility visibility,
        boolean blocking,
        boolean drawn,
        Instant createdAt) {}
