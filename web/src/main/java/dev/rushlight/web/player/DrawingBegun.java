package dev.rushlight.web.player;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.OnFrames;
import java.util.UUID;

/** Somebody draws on frames that they drew nothing on just now: a note is begun, which may not be written down yet. */
@DomEvent("drawing-begun")
public final class DrawingBegun extends ComponentEvent<AnnotationLayer> {

    private final transient NoteId note;
    private final transient OnFrames place;

    public DrawingBegun(
            AnnotationLayer source,
            boolean fromClient,
            @EventData("event.detail.note") String note,
            @EventData("event.detail.media") int media,
            @EventData("event.detail.frame") int frame,
            @EventData("event.detail.last") int last) {
        super(source, fromClient);
        this.note = new NoteId(UUID.fromString(note));
        this.place = new OnFrames(media, new FrameRange(frame, last));
    }

    public NoteId note() {
        return note;
    }

    public OnFrames place() {
        return place;
    }
}
