package dev.rushlight.web.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.PolicyText;
import dev.rushlight.review.PolicyDesk;
import dev.rushlight.review.PolicySummary;
import dev.rushlight.review.StalePolicy;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.look.Confirm;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import dev.rushlight.web.look.Unsaved;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** One policy: changed as fields or as text, read in words, tried on what came before, saved as its next revision. */
@Route(value = Pages.POLICY, layout = MainLayout.class)
@CssImport("./rush/admin.css")
@CssImport("./rush/policy.css")
@RolesAllowed("ADMIN")
public class PolicyView extends Main implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final PolicyDesk desk;
    private final PeopleDesk people;
    private final CurrentPerson current;
    private final BackgroundWork background;
    private final H1 title = new H1();
    private final Span about = new Span();
    private final Button save = new Button("", click -> save());
    private final Button history = new Button("Revisions", click -> history());
    private final Div notice = new Div();
    private final Unsaved unsaved = new Unsaved();
    private Optional<PolicyEditor> editor = Optional.empty();

    @Inject
    public PolicyView(PolicyDesk desk, PeopleDesk people, CurrentPerson current, BackgroundWork background) {
        this.desk = desk;
        this.people = people;
        this.current = current;
        this.background = background;
        addClassNames("page", "policy-page");
        save.setId("save-policy");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        history.setId("revisions");
        about.addClassName("faint");
    }

    @Override
    public String getPageTitle() {
        return title.getText() + " · Rushlight";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("policy").orElse("");
        draft(id, event.getLocation().getQueryParameters()).ifPresentOrElse(this::show, () -> showMissing(id));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor.filter(open -> open.draft().isChanged()).isPresent()) {
            var leaving = event.postpone();
            Confirm.ask(
                    "Leave without saving?",
                    "What you changed in this policy is not saved and would be lost.",
                    "Leave",
                    leaving::proceed);
        }
    }

    /** Of the latest revision; or of what a policy that is not there yet is to begin with. */
    private Optional<PolicyDraft> draft(String id, QueryParameters asked) {
        return latest(id)
                .map(PolicyDraft::of)
                .or(() -> asked.getSingleParameter("name")
                        .filter(name -> Policy.isId(id))
                        .map(name -> PolicyDraft.from(
                                id,
                                name,
                                asked.getSingleParameter("from")
                                        .flatMap(this::latest)
                                        .orElseGet(Policy::firstThatShips))));
    }

    private Optional<Policy> latest(String id) {
        return revisions(id).stream().findFirst().map(newest -> desk.policy(current.require(), id, newest.revision()));
    }

    private List<PolicySummary> revisions(String id) {
        return desk.revisions(current.require(), id);
    }

    private void show(PolicyDraft draft) {
        var simulation = new SimulationPanel(
                desk,
                current,
                background,
                () -> editor.flatMap(open -> open.draft().policy()));
        var earlier = new EarlierPanel(desk, current);
        earlier.show(draft.id(), draft.basedOn());
        var fresh = new PolicyEditor(draft, people.people(current.require()), this::follow);
        editor = Optional.of(fresh);
        fresh.addBelow(simulation, earlier);
        title.setText(draft.id());
        notice.removeAll();
        removeAll();
        add(header(), notice, fresh, unsaved);
        follow();
    }

    private Div header() {
        var back = new Anchor(Pages.POLICIES, "Policies");
        back.addClassName("crumb");
        var words = new Div(back, title, about);
        words.addClassName("page-title");
        var actions = new Div(history, save);
        actions.addClassName("buttons");
        var header = new Div(words, actions);
        header.addClassName("page-header");
        return header;
    }

    /** The head follows what is typed below it. */
    private void follow() {
        editor.ifPresent(open -> {
            var draft = open.draft();
            draft.policy().map(Policy::name).ifPresent(title::setText);
            about.setText(
                    draft.basedOn() == 0
                            ? draft.id() + " · not saved yet"
                            : "%s · revision %d%s"
                                    .formatted(draft.id(), draft.basedOn(), draft.isChanged() ? ", changed" : ""));
            save.setText("Save as revision %d".formatted(draft.basedOn() + 1));
            save.setEnabled(draft.isChanged());
            unsaved.set(draft.isChanged());
            history.setVisible(draft.basedOn() > 0);
        });
    }

    private void showMissing(String id) {
        editor = Optional.empty();
        title.setText("No such policy");
        removeAll();
        var all = new Anchor(Pages.POLICIES, "All policies");
        all.addClassName("button-link");
        add(new EmptyState(Symbol.POLICY, "There is no policy " + id, "It may have another name.", all));
    }

    private void save() {
        editor.ifPresent(open ->
                open.draft().policy().ifPresentOrElse(changed -> save(open.draft(), changed), open::insist));
    }

    private void save(PolicyDraft draft, Policy changed) {
        try {
            var saved = desk.save(current.require(), changed, draft.basedOn());
            show(PolicyDraft.of(saved));
            Toast.show(
                    Symbol.SAVED,
                    Tone.GOOD,
                    "Revision %d is saved; it judges what comes in from now on.".formatted(saved.revision()));
            if (saved.revision() == 1) {
                UI.getCurrent().navigate(Pages.policy(saved.id()));
            }
        } catch (StalePolicy stale) {
            showConflict(draft);
        }
    }

    private void showConflict(PolicyDraft draft) {
        var newest = revisions(draft.id()).get(0);
        var theirs = desk.policy(current.require(), draft.id(), newest.revision());
        notice.removeAll();
        notice.add(new PolicyConflict(
                newest,
                draft.saved(),
                PolicyText.write(theirs),
                () -> {
                    draft.follow(newest.revision());
                    save();
                },
                () -> show(PolicyDraft.of(theirs))));
    }

    private void history() {
        editor.ifPresent(open -> new RevisionsDialog(
                        revisions(open.draft().id()),
                        revision -> PolicyText.write(
                                desk.policy(current.require(), open.draft().id(), revision)),
                        open::type)
                .open());
    }
}
