package dev.rushlight.web.player;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import dev.rushlight.feedback.NoteId;
import java.util.UUID;

/** The note that drawing has begun is written down, with its first stroke. */
@DomEvent("drawing-saved")
public final class DrawingSaved extends ComponentEvent<AnnotationLayer> {

    private final transient NoteId note;

    public DrawingSaved(AnnotationLayer source, boolean fromClient, @EventData("event.detail.note") String note) {
        super(source, fromClient);
        this.note = new NoteId(UUID.fromString(note));
    }

    public NoteId note() {
        return note;
    }
}
