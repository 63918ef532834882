package dev.rushlight.feedback;

import java.util.List;

/** A note with its answers, in the order in which they were written. */
public record NoteThread(NoteDetail note, List<NoteDetail> answers) {

    public NoteThread {
        answers = List.copyOf(answers);
    }

    /** The place after this thread. */
    public NoteCursor cursor() {
        return new NoteCursor(note.createdAt(), note.id());
    }
}
