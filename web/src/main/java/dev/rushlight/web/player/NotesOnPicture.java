package dev.rushlight.web.player;

import dev.rushlight.web.note.NotesPanel;
import java.util.Optional;

/** Ties notes and picture together: a frame or a drawing leads to its note, and begins one. */
public final class NotesOnPicture {

    private NotesOnPicture() {}

    /** Ties them for as long as the stage is on the page. */
    public static void tie(MediaStage stage, AnnotationLayer layer, NotesPanel notes) {
        stage.player().addNoteWantedListener(wanted -> notes.begin(wanted.place()));
        stage.player()
                .addPinChosenListener(chosen -> chosen.note().ifPresent(note -> {
                    notes.choose(note);
                    layer.focus(Optional.of(note));
                }));
        layer.addDrawingBegunListener(begun -> notes.adopt(begun.note(), begun.place()));
        var saved = notes.addSavedListener(note -> layer.endDrawing());
        stage.addDetachListener(detach -> saved.remove());
    }
}
