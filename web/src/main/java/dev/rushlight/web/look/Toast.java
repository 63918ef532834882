package dev.rushlight.web.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;

/** A passing message at the lower edge, where it covers neither picture nor buttons. */
public final class Toast {

    private static final Duration USUAL = Duration.ofSeconds(5);

    private Toast() {}

    public static Notification show(Symbol symbol, Tone tone, String text) {
        return show(symbol, tone, USUAL, text);
    }

    /** Shows the message with more beside it, such as a countdown and a button. */
    public static Notification show(Symbol symbol, Tone tone, Duration stay, String text, Component... more) {
        var words = new Div(text);
        words.addClassName("toast-text");
        var content = new Div(new Glyph(symbol), words);
        content.addClassNames("toast", tone.styleClass());
        content.add(more);
        var toast = new Notification(content);
        toast.setPosition(Notification.Position.BOTTOM_START);
        toast.setDuration((int) stay.toMillis());
        toast.open();
        return toast;
    }
}
