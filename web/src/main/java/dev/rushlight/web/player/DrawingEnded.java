package dev.rushlight.web.player;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import dev.rushlight.feedback.NoteId;
import java.util.UUID;

/** Nothing more is drawn in this note: the frames changed, it was sent, or all its strokes were taken back. */
@DomEvent("drawing-ended")
public final class DrawingEnded extends ComponentEvent<AnnotationLayer> {

    private final transient NoteId note;
    private final boolean empty;

    public DrawingEnded(
            AnnotationLayer source,
            boolean fromClient,
            @EventData("event.detail.note") String note,
            @EventData("event.detail.empty") boolean empty) {
        super(source, fromClient);
        this.note = new NoteId(UUID.fromString(note));
        this.empty = empty;
    }

    public NoteId note() {
        return note;
    }

    /** Whether nothing is left of what was drawn, so that a note without words is none. */
    public boolean isEmpty() {
        return empty;
    }
}
