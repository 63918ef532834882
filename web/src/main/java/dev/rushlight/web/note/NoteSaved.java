package dev.rushlight.web.note;

import com.vaadin.flow.component.ComponentEvent;

/** Somebody sent what they wrote, and it was taken. */
public final class NoteSaved extends ComponentEvent<NotesPanel> {

    NoteSaved(NotesPanel source) {
        super(source, true);
    }
}
