package dev.rushlight.web.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A line to take along, such as a command, a link or a key, with a button that copies it. */
@Tag("rush-copy")
@JsModule("./rush/copy.ts")
public final class CopyText extends Component implements HasSize {

    public CopyText(String text) {
        getElement().setAttribute("text", text);
    }

    public String text() {
        return getElement().getAttribute("text");
    }
}
