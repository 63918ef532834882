package dev.rushlight.web.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** A moment as the time of day, in the zone of whoever looks. */
@Tag("rush-time")
@JsModule("./rush/ago.ts")
public final class Clocked extends Component {

    public Clocked(Instant at) {
        getElement().setAttribute("at", at.toString());
    }
}
