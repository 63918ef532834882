package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rushlight.installation.Installation;
import dev.rushlight.server.account.AccountSummary;
import dev.rushlight.server.account.Accounts;
import dev.rushlight.server.account.DeactivatedAccount;
import dev.rushlight.server.account.KeySummary;
import dev.rushlight.server.account.UnacceptableUsername;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Confirm;
import dev.rushlight.web.look.CopyText;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.ShownOnce;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;

/** The accounts of the hub in this server, and the keys their tools sign in with. */
@Route(value = Pages.HUB_KEYS, layout = MainLayout.class)
@PageTitle("Hub keys · Rushlight")
@CssImport("./rush/admin.css")
@RolesAllowed("ADMIN")
public class HubKeysView extends Main implements BeforeEnterObserver {

    private final Accounts accounts;
    private final CurrentPerson current;
    private final Installation installation;
    private final Div list = new Div();

    @Inject
    public HubKeysView(Accounts accounts, CurrentPerson current, Installation installation) {
        this.accounts = accounts;
        this.current = current;
        this.installation = installation;
        addClassNames("page", "keys-page");
        var issuing = new Button("Issue key", new Glyph(Symbol.PLUS), click -> ask());
        issuing.setId("issue-key");
        issuing.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var title = new Div(new H1("Hub keys"));
        title.addClassName("page-title");
        var header = new Div(title, issuing);
        header.addClassName("page-header");
        list.addClassName("cards");
        add(header, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    private void refresh() {
        current.require().requireAdmin();
        list.removeAll();
        var all = accounts.all();
        if (all.stream().allMatch(account -> account.username().equals(Accounts.OWN))) {
            list.add(new EmptyState(
                    Symbol.KEY,
                    "No keys yet",
                    "Artists' tools need a user and a key to publish to the hub in this server. Issue one here, or with:",
                    new CopyText("./rushlight api-key create --user NAME")));
        }
        all.forEach(account -> list.add(card(account)));
    }

    private Component card(AccountSummary account) {
        if (account.username().equals(Accounts.OWN)) {
            return ownCard();
        }
        var about = new Span(account.active() ? "" : "shut out");
        about.addClassName("connection-kind");
        var another = new Button("Issue key", click -> issue(account.username()));
        another.setEnabled(account.active());
        var door = account.active()
                ? new Button(
                        "Shut out",
                        click -> Confirm.ask(
                                "Shut %s out?".formatted(account.username()),
                                "None of its keys opens the hub any more, and its open connections end.",
                                "Shut out",
                                () -> change(() -> accounts.deactivate(account.username()))))
                : new Button("Let in again", click -> change(() -> accounts.reactivate(account.username())));
        door.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var buttons = new Div(another, door);
        buttons.addClassName("buttons");
        var head = new Div(new Div(new H2(account.username()), about), buttons);
        head.addClassName("connection-head");
        var keys = new UnorderedList();
        keys.addClassName("keys");
        account.keys().forEach(key -> keys.add(line(account, key)));
        var none = new Div("No key at present");
        none.addClassName("soft");
        none.setVisible(account.keys().isEmpty());
        var card = new Section(head, keys, none);
        card.setId("account-" + account.username());
        card.addClassNames("panel", "connection");
        return card;
    }

    private static Component ownCard() {
        var about =
                new Div("This server speaks with its own hub under this name, with a key that lives in memory only.");
        about.addClassName("soft");
        var card = new Section(new H2(Accounts.OWN), about);
        card.addClassNames("panel", "connection");
        return card;
    }

    private ListItem line(AccountSummary account, KeySummary key) {
        var revoke = new Button(
                "Revoke",
                click -> Confirm.ask(
                        "Revoke this key of %s?".formatted(account.username()),
                        "Tools that use it lose their connection and cannot come back with it.",
                        "Revoke",
                        () -> change(() -> accounts.revoke(key.id()))));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        var name = new Span("Key " + key.id().value().toString().substring(0, 8));
        name.addClassName("code");
        var when = new Span(new Span("issued "), new Ago(key.createdAt()));
        when.addClassName("soft");
        var line = new ListItem(new Glyph(Symbol.KEY), name, when, revoke);
        line.addClassName("hub-key");
        return line;
    }

    private void change(Runnable change) {
        current.require().requireAdmin();
        change.run();
        refresh();
    }

    private void ask() {
        var user = new TextField("User");
        user.setId("key-user");
        user.setHelperText("A person or a tool; the account is made when it is missing");
        user.setWidthFull();
        user.setManualValidation(true);
        var dialog = new Dialog(user);
        dialog.setHeaderTitle("Issue a key");
        dialog.setWidth("26rem");
        var issue = new Button("Issue key", click -> {
            try {
                issue(user.getValue().strip());
                dialog.close();
            } catch (UnacceptableUsername wrong) {
                user.setErrorMessage(wrong.getMessage());
                user.setInvalid(true);
            }
        });
        issue.setId("issue");
        issue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), issue);
        dialog.open();
    }

    private void issue(String user) {
        current.require().requireAdmin();
        try {
            var issued = accounts.issueKey(user);
            refresh();
            new ShownOnce(
                            "A key for " + issued.user(),
                            "The key is shown only now; what is kept of it cannot be turned back. A tool needs these"
                                    + " three settings:",
                            "FTRACK_SERVER=" + installation.publicUrl(),
                            "FTRACK_API_USER=" + issued.user(),
                            "FTRACK_API_KEY=" + issued.key())
                    .open();
        } catch (DeactivatedAccount shutOut) {
            Toast.show(Symbol.WARNING, Tone.CARE, shutOut.getMessage() + ".");
        }
    }
}
