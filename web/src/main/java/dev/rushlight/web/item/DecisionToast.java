package dev.rushlight.web.item;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Countdown;
import dev.rushlight.web.look.Toast;
import java.time.Duration;
import java.util.Optional;

/** Says what was decided and, as long as nobody outside has heard of it, offers to take it back. */
final class DecisionToast {

    private Optional<Notification> open = Optional.empty();

    /** Shows the message until the grace is over. */
    void offerUndo(Appearance choice, String what, Duration grace, Runnable undo) {
        close();
        var until = new Span(new Span("publishes in "), new Countdown(grace));
        until.addClassName("toast-until");
        var back = new Button("Undo", click -> undo.run());
        back.setId("undo");
        open = Optional.of(Toast.show(choice.symbol(), choice.tone(), grace, what, until, back));
    }

    void close() {
        open.ifPresent(Notification::close);
        open = Optional.empty();
    }
}
