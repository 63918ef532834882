package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rushlight.installation.Installation;
import dev.rushlight.people.Invitation;
import dev.rushlight.people.LastAdmin;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.PersonState;
import dev.rushlight.people.PersonSummary;
import dev.rushlight.people.Role;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Confirm;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Initials;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.ShownOnce;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;

/** Who may come in, and in which role. */
@Route(value = Pages.PEOPLE, layout = MainLayout.class)
@PageTitle("People · Rushlight")
@CssImport("./rush/admin.css")
@RolesAllowed("ADMIN")
public class PeopleView extends Main implements BeforeEnterObserver {

    private final PeopleDesk people;
    private final CurrentPerson current;
    private final Installation installation;
    private final UnorderedList list = new UnorderedList();

    @Inject
    public PeopleView(PeopleDesk people, CurrentPerson current, Installation installation) {
        this.people = people;
        this.current = current;
        this.installation = installation;
        addClassNames("page", "people-page");
        var inviting = new Button("Invite", new Glyph(Symbol.PLUS), click -> invite());
        inviting.setId("invite");
        inviting.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var adding = new Button("Add bot", click -> addBot());
        adding.setId("add-bot");
        var title = new Div(new H1("People"));
        title.addClassName("page-title");
        var actions = new Div(adding, inviting);
        actions.addClassName("buttons");
        var header = new Div(title, actions);
        header.addClassName("page-header");
        list.addClassName("people");
        add(header, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    private void refresh() {
        var me = current.require();
        list.removeAll();
        people.people(me).forEach(person -> list.add(line(person, person.id().equals(me.id()))));
    }

    private ListItem line(PersonSummary person, boolean own) {
        var name = new Span(person.displayName() + (own ? " (you)" : ""));
        name.addClassName("strong");
        var about = new Div(new Span(person.username() + " · "));
        switch (person.kind()) {
            case HUMAN ->
                person.lastLogin()
                        .ifPresentOrElse(
                                at -> about.add(new Span("last signed in "), new Ago(at)),
                                () -> about.add(new Span("never signed in")));
            case BOT -> about.add(new Span("bot, acts over hubs"));
            case GUEST -> about.add(new Span("guest"));
        }
        if (!person.functions().isEmpty()) {
            about.add(new Span(" · "
                    + String.join(", ", person.functions().stream().sorted().toList())));
        }
        about.addClassName("log-about");
        var who = new Div(name, about);
        who.addClassName("person-who");
        var state = new Badge(Appearance.of(person.state()));
        var buttons = new Div(actions(person));
        buttons.addClassName("log-buttons");
        var face = new Avatar(person.displayName());
        face.setAbbreviation(Initials.of(person.displayName()));
        var line = new ListItem(face, who, state, role(person), buttons);
        line.setId("person-" + person.username());
        line.addClassName("person-line");
        return line;
    }

    private Component role(PersonSummary person) {
        var role = new Select<Role>();
        role.setItems(Arrays.stream(Role.values())
                .filter(one -> person.kind() == PersonKind.HUMAN || !one.mayAdminister())
                .toList());
        role.setItemLabelGenerator(RoleWords::of);
        role.setValue(person.role());
        role.setAriaLabel("Role of " + person.displayName());
        role.setEnabled(person.state() != PersonState.DEACTIVATED);
        role.addClassName("person-role");
        role.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                unlessLastAdmin(() -> {
                    people.assignRole(current.require(), person.id(), change.getValue());
                    Toast.show(
                            Symbol.APPROVE,
                            Tone.GOOD,
                            "%s is %s now."
                                    .formatted(
                                            person.displayName(),
                                            RoleWords.of(change.getValue()).toLowerCase()));
                });
            }
        });
        return role;
    }

    private Component[] actions(PersonSummary person) {
        var link = new Button(
                person.state() == PersonState.INVITED ? "New link" : "Password link", click -> showLink(person));
        link.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var off = new Button(
                "Deactivate",
                click -> Confirm.ask(
                        "Deactivate %s?".formatted(person.displayName()),
                        "They cannot come in any more, and their open pages stop working. What they voted stays.",
                        "Deactivate",
                        () -> unlessLastAdmin(() -> people.deactivate(current.require(), person.id()))));
        off.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        var on = new Button("Reactivate", click -> {
            people.reactivate(current.require(), person.id());
            refresh();
        });
        on.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var functions = new Button("Functions", click -> functions(person));
        functions.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return switch (person.state()) {
            case ACTIVE, INVITED ->
                person.kind() == PersonKind.HUMAN
                        ? new Component[] {functions, link, off}
                        : new Component[] {functions, off};
            case DEACTIVATED -> new Component[] {on};
        };
    }

    private void unlessLastAdmin(Runnable change) {
        try {
            change.run();
        } catch (LastAdmin last) {
            Toast.show(
                    Symbol.WARNING,
                    Tone.CARE,
                    Duration.ofSeconds(8),
                    last.getMessage() + "; make somebody else one first.");
        }
        refresh();
    }

    private void invite() {
        InviteDialog.ofPerson((username, displayName, role) -> {
                    var invitation = people.invite(current.require(), username, displayName, role);
                    refresh();
                    show(invitation, "Send this link to %s. It opens once, within seven days, and is shown only now.");
                })
                .open();
    }

    private void addBot() {
        InviteDialog.ofBot((username, displayName, role) -> {
                    people.createBot(current.require(), username, displayName, role);
                    refresh();
                    Toast.show(Symbol.APPROVE, Tone.GOOD, "%s can act over hubs now.".formatted(username));
                })
                .open();
    }

    private void functions(PersonSummary person) {
        new FunctionsDialog(person, typed -> {
                    people.assignFunctions(current.require(), person.id(), typed);
                    refresh();
                })
                .open();
    }

    private void showLink(PersonSummary person) {
        var invitation = people.reinvite(current.require(), person.id());
        refresh();
        show(
                invitation,
                person.state() == PersonState.INVITED
                        ? "The link before is void. Send this one to %s; it opens once, within seven days."
                        : "With this link %s can set a new password; it opens once, within seven days.");
    }

    private void show(Invitation invitation, String text) {
        var base = installation.publicUrl().toString().replaceAll("/+$", "");
        new ShownOnce(
                        "A link for " + invitation.username(),
                        text.formatted(invitation.username()),
                        base + "/" + Pages.invite(invitation.token()))
                .open();
    }
}
