package dev.rushlight.web.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Has the browser ask before it reloads or closes a page on which something is not saved. Not seen, and of no effect on
 * steps within the application, for which the page asks by itself.
 */
@Tag("rush-unsaved")
@JsModule("./rush/unsaved.ts")
public final class Unsaved extends Component {

    public void set(boolean isUnsaved) {
        getElement().setAttribute("unsaved", isUnsaved);
    }
}
