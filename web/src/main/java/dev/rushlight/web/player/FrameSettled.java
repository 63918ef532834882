package dev.rushlight.web.player;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** The player stands still on a frame, counted from 0. */
@DomEvent("frame-settled")
public final class FrameSettled extends ComponentEvent<ReviewPlayer> {

    private final int media;
    private final int frame;
    private final boolean verified;

    public FrameSettled(
            ReviewPlayer source,
            boolean fromClient,
            @EventData("event.detail.media") int media,
            @EventData("event.detail.frame") int frame,
            @EventData("event.detail.verified") boolean verified) {
        super(source, fromClient);
        this.media = media;
        this.frame = frame;
        this.verified = verified;
    }

    public int media() {
        return media;
    }

    public int frame() {
        return frame;
    }

    /** Whether it is certain that just this frame is on the screen. */
    public boolean isVerified() {
        return verified;
    }
}
