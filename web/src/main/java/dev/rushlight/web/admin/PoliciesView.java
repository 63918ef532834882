package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rushlight.policy.PolicyProse;
import dev.rushlight.review.PolicyDesk;
import dev.rushlight.review.PolicyRule;
import dev.rushlight.review.PolicySummary;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The policies there are, what each asks for, and which of them judges what. */
@Route(value = Pages.POLICIES, layout = MainLayout.class)
@PageTitle("Policies · Rushlight")
@CssImport("./rush/admin.css")
@CssImport("./rush/policy.css")
@RolesAllowed("ADMIN")
public class PoliciesView extends Main implements BeforeEnterObserver {

    private final PolicyDesk desk;
    private final CurrentPerson current;
    private final UnorderedList list = new UnorderedList();
    private final RulesEditor rules;

    @Inject
    public PoliciesView(PolicyDesk desk, CurrentPerson current) {
        this.desk = desk;
        this.current = current;
        this.rules = new RulesEditor(desk, current, this::refresh);
        addClassNames("page", "policies-page");
        var adding = new Button("New policy", new Glyph(Symbol.PLUS), click -> begin());
        adding.setId("new-policy");
        adding.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var title = new Div(new H1("Policies"));
        title.addClassName("page-title");
        var header = new Div(title, adding);
        header.addClassName("page-header");
        list.addClassName("policies");
        var body = new Div(list, rules);
        body.addClassName("policies-body");
        add(header, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
        rules.load();
    }

    private void refresh() {
        var me = current.require();
        var inForce = desk.rules(me);
        list.removeAll();
        desk.policies(me).forEach(policy -> list.add(line(policy, inForce)));
    }

    private ListItem line(PolicySummary summary, List<PolicyRule> inForce) {
        var policy = desk.policy(current.require(), summary.id(), summary.revision());
        var name = new Anchor(Pages.policy(summary.id()), summary.name());
        name.addClassName("policy-name");
        var about = new Div(
                new Span("%s · revision %d · saved ".formatted(summary.id(), summary.revision())),
                new Ago(summary.createdAt()),
                new Span(" by " + summary.createdBy()));
        about.addClassName("log-about");
        var line = new ListItem(
                name, about, new Paragraph(String.join(" ", PolicyProse.stages(policy))), uses(summary.id(), inForce));
        line.setId("policy-" + summary.id());
        line.addClassNames("panel", "policy-line");
        return line;
    }

    private static Component uses(String policy, List<PolicyRule> rules) {
        var uses = IntStream.range(0, rules.size())
                .filter(index -> rules.get(index).policy().equals(policy))
                .mapToObj(index -> WorkWords.of(rules.get(index).work(), index > 0))
                .toList();
        var words = new Div();
        words.addClassName("policy-uses");
        if (uses.isEmpty()) {
            words.addClassName("faint");
            words.setText("No rule chooses it; a submission may ask for it by its id.");
        }
        uses.forEach(use -> {
            var chip = new Span(use);
            chip.addClassName("policy-use");
            words.add(chip);
        });
        return words;
    }

    private void begin() {
        new NewPolicyDialog(
                        desk.policies(current.require()),
                        (id, name, from) -> UI.getCurrent()
                                .navigate(Pages.policy(id), QueryParameters.simple(Map.of("name", name, "from", from))))
                .open();
    }
}
