package dev.rushlight.feedback;

import dev.rushlight.review.ReviewItemId;
import java.util.List;
import java.util.Optional;

/**
 * A note to be written on a version.
 *
 * @param id chosen by the writer, so that whoever is not sure whether it arrived sends it again
 * @param text may be empty if something is drawn
 * @param causeEventId the event that asked for it, when it came over a hub
 */
public record NoteDraft(
        NoteId id,
        ReviewItemId item,
        int version,
        Place place,
        String text,
        Visibility visibility,
        boolean blocking,
        List<Stroke> strokes,
        Optional<String> causeEventId) {

    /** How many characters a note may have. */
    public static final int LONGEST_TEXT = NoteText.LONGEST;

    public NoteDraft {
        strokes = List.copyOf(strokes);
    }
}
