package dev.rushlight.reviewsession;

import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.Stroke;
import java.util.List;

/**
 * What a guest has to say.
 *
 * @param id chosen by whoever writes, so that writing it twice is writing it once
 * @param text may be empty if something is drawn
 */
public record GuestNote(NoteId id, Place place, String text, List<Stroke> strokes) {

    public GuestNote {
        strokes = List.copyOf(strokes);
    }
}
