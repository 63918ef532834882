package dev.rushlight.web.item;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;

/**
 * Keeps what is being typed into a field in the browser, letter by letter, so that neither a reload nor a lost connection
 * takes it away. Each name has a draft of its own.
 */
@Tag("rush-draft")
@JsModule("./rush/room/draft.ts")
final class Draft extends Component {

    private String name = "";

    Draft(Component field) {
        getElement().setAttribute("field", field.getId().orElseThrow());
    }

    /** From now on the field is for this; what is kept under that name is told to the listeners. */
    void open(String other) {
        if (!name.equals(other)) {
            name = other;
            getElement().callJsFunction("open", other);
        }
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        if (!attach.isInitialAttach() && !name.isEmpty()) {
            getElement().callJsFunction("open", name);
        }
    }

    /** What was typed has arrived where it belongs. */
    void forget() {
        getElement().callJsFunction("forget");
    }

    /** Keeps a text under another name, to be found there. */
    void keep(String other, String text) {
        getElement().callJsFunction("keep", other, text);
    }

    Registration addFoundListener(ComponentEventListener<Found> listener) {
        return addListener(Found.class, listener);
    }

    /** Something was typed earlier and not sent. */
    @DomEvent("draft-found")
    public static final class Found extends ComponentEvent<Draft> {

        private final String name;
        private final String text;

        public Found(
                Draft source,
                boolean fromClient,
                @EventData("event.detail.name") String name,
                @EventData("event.detail.text") String text) {
            super(source, fromClient);
            this.name = name;
            this.text = text;
        }

        String text() {
            return text;
        }

        /** Whether it is still that draft that is wanted. */
        boolean isWanted() {
            return getSource().name.equals(name);
        }
    }
}
