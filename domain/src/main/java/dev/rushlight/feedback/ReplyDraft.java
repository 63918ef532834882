package dev.rushlight.feedback;

import dev.rushlight.review.ReviewItemId;
import java.util.List;
import java.util.Optional;

/**
 * An answer to be written in the thread of a note; it is about the same place.
 *
 * @param to any note of the thread
 * @param visibility what is said in a thread of the team stays in the team, whatever is asked for here
 */
public record ReplyDraft(
        NoteId id,
        ReviewItemId item,
        NoteId to,
        String text,
        Visibility visibility,
        List<Stroke> strokes,
        Optional<String> causeEventId) {

    public ReplyDraft {
        strokes = List.copyOf(strokes);
    }
}
