package dev.rushlight.web.item;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.review.DecisionId;
import dev.rushlight.web.keyboard.ReviewKeys;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Countdown;
import dev.rushlight.web.look.Toast;
import java.time.Duration;
import java.util.Optional;

/**
 * Says what was voted and, as long as nobody outside has heard of it, offers to take it back; also when the page shows the
 * next item already, or another page is open.
 */
final class DecisionToast {

    private static final Duration TO_TAKE_BACK = Duration.ofSeconds(10);

    private Optional<Notification> open = Optional.empty();
    private Optional<DecisionId> about = Optional.empty();

    /** Shows the message until the grace is over. */
    void offerUndo(DecisionId decision, Appearance choice, String what, Duration grace, Runnable undo) {
        var until = new Span(new Span("publishes in "), new Countdown(grace));
        until.addClassName("toast-until");
        show(choice, what, grace, undo, until);
        about = Optional.of(decision);
    }

    /** For a vote from which no decision followed, so that nothing is on its way. */
    void offerTakingBack(Appearance choice, String what, Runnable takeBack) {
        show(choice, what, TO_TAKE_BACK, takeBack);
    }

    private void show(Appearance choice, String what, Duration stay, Runnable undo, Component... until) {
        close();
        var back = new Button("Undo", click -> undo.run());
        back.setId("undo");
        ReviewKeys.hint(back, KeyAction.UNDO_LAST);
        var more = new Component[until.length + 1];
        System.arraycopy(until, 0, more, 0, until.length);
        more[until.length] = back;
        var toast = Toast.show(choice.symbol(), choice.tone(), stay, what, more);
        // Else it goes with the page, and the way back with it.
        UI.getCurrent().add(toast);
        toast.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                toast.removeFromParent();
            }
        });
        open = Optional.of(toast);
    }

    /** Nothing is left to be undone of this one. */
    void close(DecisionId decision) {
        if (about.filter(decision::equals).isPresent()) {
            close();
        }
    }

    void close() {
        open.ifPresent(Notification::close);
        open = Optional.empty();
        about = Optional.empty();
    }
}
