package dev.rushlight.web.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;

/** The seconds that are left, counted by the browser alone; tells when none are. */
@Tag("rush-countdown")
@JsModule("./rush/countdown.ts")
public final class Countdown extends Component {

    public Countdown(Duration left) {
        getElement().setAttribute("milliseconds", Long.toString(Math.max(0, left.toMillis())));
    }

    public Registration addOverListener(ComponentEventListener<Over> listener) {
        return addListener(Over.class, listener);
    }

    /** Nothing is left. */
    @DomEvent("over")
    public static final class Over extends ComponentEvent<Countdown> {

        public Over(Countdown source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
