package dev.rushlight.feedback;

import java.util.List;

/**
 * The notes that were open when something was decided, those that block first.
 *
 * @param truncated whether there were more than these
 */
public record NotesForDecision(List<NoteRecord> notes, boolean truncated) {

    public NotesForDecision {
        notes = List.copyOf(notes);
    }
}
