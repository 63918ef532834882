package dev.rushlight.web.player;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import dev.rushlight.feedback.NoteId;
import java.util.Optional;

/** Somebody chose a note on the player's timeline. */
@DomEvent("pin-chosen")
public final class PinChosen extends ComponentEvent<ReviewPlayer> {

    private final String id;

    public PinChosen(ReviewPlayer source, boolean fromClient, @EventData("event.detail.id") String id) {
        super(source, fromClient);
        this.id = id;
    }

    public Optional<NoteId> note() {
        return NoteId.parse(id);
    }
}
