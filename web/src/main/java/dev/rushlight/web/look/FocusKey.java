package dev.rushlight.web.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A key that takes the reader to a field, handled in the browser alone; it is not heard while somebody types. */
@Tag("rush-focus-key")
@JsModule("./rush/focus-key.ts")
public final class FocusKey extends Component {

    public FocusKey(String key, Component field) {
        getElement().setAttribute("key", key);
        getElement().setAttribute("field", field.getId().orElseThrow());
    }
}
