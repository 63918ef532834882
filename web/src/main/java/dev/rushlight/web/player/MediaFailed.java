package dev.rushlight.web.player;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;

/** The browser could not load or read the medium; the player says so itself. */
@DomEvent("media-failed")
public final class MediaFailed extends ComponentEvent<ReviewPlayer> {
    public MediaFailed(ReviewPlayer source, boolean fromClient) {
        super(source, fromClient);
    }
}
