package dev.rushlight.web.item;

import com.vaadin.flow.component.ComponentEvent;
import dev.rushlight.policy.Choice;

/** A reviewer pressed a vote button; the reason is there where the choice needs one. */
final class VoteCast extends ComponentEvent<DecisionPanel> {

    private final transient Choice choice;
    private final transient String reason;

    VoteCast(DecisionPanel source, Choice choice, String reason) {
        super(source, true);
        this.choice = choice;
        this.reason = reason;
    }

    Choice choice() {
        return choice;
    }

    String reason() {
        return reason;
    }
}
