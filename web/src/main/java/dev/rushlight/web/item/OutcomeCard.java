package dev.rushlight.web.item;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;

/** Where the version stands, and why: which stage wants what, and who is still missing. */
final class OutcomeCard extends Section {

    private final Badge outcome = new Badge(Appearance.of(Outcome.PENDING));
    private final UnorderedList why = new UnorderedList();

    OutcomeCard(Div delivery) {
        addClassNames("panel", "outcome-card");
        outcome.setId("outcome");
        outcome.addClassName("badge-large");
        outcome.getElement().setAttribute("role", "status");
        why.addClassName("explanation");
        add(outcome, why, delivery);
    }

    void show(VersionDetail version) {
        outcome.show(Appearance.of(version.outcome()));
        why.removeAll();
        version.explanation().forEach(stage -> why.add(new ListItem(stage.text())));
        why.setVisible(!version.explanation().isEmpty());
    }
}
