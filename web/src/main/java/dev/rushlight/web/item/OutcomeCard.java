package dev.rushlight.web.item;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Briefing;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;

/** Where the version stands, and why: what each stage of the policy wants, and who is still missing. */
final class OutcomeCard extends Section {

    private final Badge outcome = new Badge(Appearance.of(Outcome.PENDING));
    private final StandingFacts facts = new StandingFacts();
    private final Checklist checklist = new Checklist();

    OutcomeCard(Component acts, Div delivery) {
        addClassNames("panel", "outcome-card");
        outcome.setId("outcome");
        outcome.addClassName("badge-large");
        outcome.getElement().setAttribute("role", "status");
        var head = new Div(outcome, acts);
        head.addClassName("outcome-head");
        add(head, facts, delivery, checklist);
    }

    void show(VersionDetail version, Briefing briefing, Role viewer) {
        outcome.show(Appearance.of(version.outcome()));
        facts.show(version);
        checklist.show(version, briefing, viewer);
    }
}
