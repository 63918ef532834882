package dev.rushlight.web.item;

import com.vaadin.flow.component.ComponentEvent;

/** Somebody wants their own vote back. */
final class VoteTakenBack extends ComponentEvent<DecisionPanel> {

    VoteTakenBack(DecisionPanel source) {
        super(source, true);
    }
}
