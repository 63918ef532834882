package dev.rushlight.web.keyboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Takes the focus and waits for one key; Escape gives up. */
@Tag("key-capture")
@JsModule("./rush/room/key-capture.ts")
final class KeyCapture extends Component {

    KeyCapture(String label, ComponentEventListener<Pressed> pressed, ComponentEventListener<GivenUp> givenUp) {
        getElement().setAttribute("aria-label", label);
        addListener(Pressed.class, pressed);
        addListener(GivenUp.class, givenUp);
    }

    /** A key was pressed. */
    @DomEvent("key-pressed")
    public static final class Pressed extends ComponentEvent<KeyCapture> {

        private final String chord;

        public Pressed(KeyCapture source, boolean fromClient, @EventData("event.detail.chord") String chord) {
            super(source, fromClient);
            this.chord = chord;
        }

        String chord() {
            return chord;
        }
    }

    /** There will be no key. */
    @DomEvent("key-given-up")
    public static final class GivenUp extends ComponentEvent<KeyCapture> {

        private final boolean escaped;

        public GivenUp(KeyCapture source, boolean fromClient, @EventData("event.detail.escaped") boolean escaped) {
            super(source, fromClient);
            this.escaped = escaped;
        }

        /** Whether by Escape; otherwise the focus is elsewhere by now. */
        boolean escaped() {
            return escaped;
        }
    }
}
