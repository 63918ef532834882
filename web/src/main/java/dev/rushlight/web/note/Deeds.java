package dev.rushlight.web.note;

import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.Place;

/** What somebody can ask of the panel by pressing something in a thread. */
interface Deeds {

    void take(Move move, NoteThread thread, NoteDetail note);

    void goTo(Place place);

    /** Where the bytes of a file beside a note are. */
    String address(AttachmentId file);

    void remove(NoteDetail note, AttachmentId file);
}
