package dev.rushlight.web.player;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.WholeVersion;

/** Somebody wants to say something of what the player shows. */
@DomEvent("note-wanted")
public final class NoteWanted extends ComponentEvent<ReviewPlayer> {

    private final int media;
    private final int first;
    private final int last;

    public NoteWanted(
            ReviewPlayer source,
            boolean fromClient,
            @EventData("event.detail.media") int media,
            @EventData("event.detail.first ?? -1") int first,
            @EventData("event.detail.last ?? -1") int last) {
        super(source, fromClient);
        this.media = media;
        this.first = first;
        this.last = last;
    }

    /** The frames that are shown or marked; the whole version where nobody knows which frame it is. */
    public Place place() {
        return media < 0 || first < 0 || last < first
                ? new WholeVersion()
                : new OnFrames(media, new FrameRange(first, last));
    }
}
