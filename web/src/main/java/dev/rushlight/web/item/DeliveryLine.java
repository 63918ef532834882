package dev.rushlight.web.item;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.hub.HubState;
import dev.rushlight.review.DecisionDelivery;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Clocked;
import dev.rushlight.web.look.Countdown;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of the latest decision on its way to the hub, in words; read aloud when it changes. */
final class DeliveryLine extends Div {

    private final Runnable graceOver;
    private final Span words = new Span();

    DeliveryLine(Runnable graceOver) {
        this.graceOver = graceOver;
        setId("delivery");
        addClassName("delivery");
        getElement().setAttribute("role", "status");
        setVisible(false);
        words.addClassName("delivery-words");
    }

    void show(Optional<DecisionDelivery> delivery, String hub, Optional<HubState> hubState, Instant now) {
        removeAll();
        for (var tone : Tone.values()) {
            removeClassName(tone.styleClass());
        }
        setVisible(delivery.isPresent());
        delivery.ifPresent(known -> {
            var connected = hubState.filter(state -> state == HubState.LIVE).isPresent();
            switch (known.state()) {
                case HELD -> held(known, now);
                case PUBLISHING -> {
                    if (connected) {
                        say(Symbol.SEND, Tone.BUSY, "Publishing to %s…".formatted(hub));
                    } else {
                        say(Symbol.CLOCK, Tone.CARE, "Saved · waiting for %s, which is not connected".formatted(hub));
                    }
                }
                case RETRYING ->
                    say(
                            Symbol.RETRY,
                            Tone.CARE,
                            "Waiting for %s · will retry (attempt %d)".formatted(hub, known.attempts() + 1));
                case DELIVERED -> {
                    say(Symbol.DELIVERED, Tone.GOOD, "Delivered to %s ".formatted(hub));
                    known.acknowledgedAt().ifPresent(at -> words.add(new Clocked(at)));
                }
                case FAILED ->
                    say(
                            Symbol.WARNING,
                            Tone.BAD,
                            "Not delivered: %s – an admin can resend it"
                                    .formatted(known.lastError().orElse("too many attempts")));
                case UNDONE -> say(Symbol.UNDO, Tone.QUIET, "Undone");
            }
        });
    }

    private void held(DecisionDelivery known, Instant now) {
        say(Symbol.CLOCK, Appearance.of(known.state()).tone(), "Saved · publishes in ");
        var left = known.heldUntil().map(until -> Duration.between(now, until)).orElse(Duration.ZERO);
        var countdown = new Countdown(left);
        countdown.addOverListener(over -> graceOver.run());
        words.add(countdown);
    }

    private void say(Symbol symbol, Tone tone, String text) {
        addClassName(tone.styleClass());
        words.removeAll();
        words.add(new Text(text));
        add(new Glyph(symbol), words);
    }
}
