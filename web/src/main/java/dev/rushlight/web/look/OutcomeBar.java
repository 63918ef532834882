package dev.rushlight.web.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.policy.Outcome;
import dev.rushlight.reviewsession.Progress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How far a review session has come, as a bar in the colours of the outcomes and in words. */
public final class OutcomeBar extends Div {

    /** From what is settled to what is not. */
    private static final List<Outcome> ORDER = List.of(
            Outcome.APPROVED,
            Outcome.APPROVED_WITH_NOTES,
            Outcome.CHANGES_REQUESTED,
            Outcome.REJECTED,
            Outcome.IN_REVIEW,
            Outcome.PENDING,
            Outcome.ON_HOLD,
            Outcome.SUPERSEDED,
            Outcome.WITHDRAWN);

    private final Div bar = new Div();
    private final Span count = new Span();

    public OutcomeBar(Progress progress) {
        addClassName("outcome-bar");
        bar.addClassName("outcome-bar-line");
        bar.getElement().setAttribute("role", "img");
        count.addClassName("outcome-bar-count");
        add(bar, count);
        show(progress);
    }

    public void show(Progress progress) {
        bar.getElement().setAttribute("aria-label", words(progress));
        bar.removeAll();
        ORDER.stream().filter(outcome -> progress.of(outcome) > 0).forEach(outcome -> {
            var part = new Span();
            part.addClassNames("outcome-part", Appearance.of(outcome).tone().styleClass());
            part.setTitle("%d %s".formatted(progress.of(outcome), word(outcome)));
            part.getStyle().set("flex-grow", Integer.toString(progress.of(outcome)));
            bar.add(part);
        });
        count.setText("%d of %d decided".formatted(progress.decided(), progress.total()));
    }

    private static String words(Progress progress) {
        return ORDER.stream()
                .filter(outcome -> progress.of(outcome) > 0)
                .map(outcome -> "%d %s".formatted(progress.of(outcome), word(outcome)))
                .collect(Collectors.joining(", "));
    }

    private static String word(Outcome outcome) {
        return Appearance.of(outcome).word().toLowerCase(Locale.ROOT);
    }
}
