package dev.rushlight.web.note;

import com.vaadin.flow.component.ComponentEvent;
import dev.rushlight.feedback.Place;

/** Somebody wants to see what a note is about. */
public final class PlaceAsked extends ComponentEvent<NotesPanel> {

    private final transient Place place;

    PlaceAsked(NotesPanel source, Place place) {
        super(source, true);
        this.place = place;
    }

    public Place place() {
        return place;
    }
}
