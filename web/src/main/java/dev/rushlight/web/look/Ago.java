package dev.rushlight.web.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** A moment as the time since or until then, kept current by the browser; its own date and zone show on hover. */
@Tag("rush-ago")
@JsModule("./rush/ago.ts")
public final class Ago extends Component {

    public Ago(Instant at) {
        getElement().setAttribute("at", at.toString());
    }
}
