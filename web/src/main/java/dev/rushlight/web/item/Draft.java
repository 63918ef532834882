package dev.rushlight.web.item;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

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

    /** From now on the field is for this; what is kept under that name comes back into it, as if it was typed. */
    void open(String other) {
        if (!name.equals(other)) {
            name = other;
            getElement().callJsFunction("open", other);
        }
    }

    /** The field can be typed in again: what is kept comes back, unless something stands there. */
    void bring() {
        getElement().callJsFunction("bring");
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
}
