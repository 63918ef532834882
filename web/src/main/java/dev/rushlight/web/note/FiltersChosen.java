package dev.rushlight.web.note;

import com.vaadin.flow.component.ComponentEvent;

/** Other notes are shown now, which the page's address is to say. */
public final class FiltersChosen extends ComponentEvent<NotesPanel> {

    FiltersChosen(NotesPanel source) {
        super(source, true);
    }
}
