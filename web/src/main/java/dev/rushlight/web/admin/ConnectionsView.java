package dev.rushlight.web.admin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ConnectionForm;
import dev.rushlight.connection.ConnectionInUse;
import dev.rushlight.connection.ConnectionSummary;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OutboxDesk;
import dev.rushlight.installation.Installation;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.PersonState;
import dev.rushlight.people.PersonSummary;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.bridge.HubSupervisor;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.Confirm;
import dev.rushlight.web.look.ErrorReport;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The hubs this server speaks with, live. */
@Route(value = Pages.CONNECTIONS, layout = MainLayout.class)
@PageTitle("Connections · Rushlight")
@CssImport("./rush/admin.css")
@RolesAllowed("ADMIN")
public class ConnectionsView extends Main implements BeforeEnterObserver, ConnectionCard.Actions {

    /** How often the ages on the page are read anew. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final ConnectionDesk desk;
    private final OutboxDesk outbox;
    private final PeopleDesk people;
    private final HubSupervisor supervisor;
    private final CurrentPerson current;
    private final LiveViews live;
    private final BackgroundWork background;
    private final Installation installation;
    private final Div cards = new Div();
    private final Map<ConnectionId, ConnectionCard> cardOf = new HashMap<>();
    private List<ConnectionSummary> shown = List.of();

    @Inject
    public ConnectionsView(
            ConnectionDesk desk,
            OutboxDesk outbox,
            PeopleDesk people,
            HubSupervisor supervisor,
            CurrentPerson current,
            LiveViews live,
            BackgroundWork background,
            Installation installation) {
        this.desk = desk;
        this.outbox = outbox;
        this.people = people;
        this.supervisor = supervisor;
        this.current = current;
        this.live = live;
        this.background = background;
        this.installation = installation;
        addClassNames("page", "connections-page");
        var adding = new Button("Add connection", new Glyph(Symbol.PLUS), click -> open(Optional.empty()));
        adding.setId("add-connection");
        adding.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var title = new Div(new H1("Connections"));
        title.addClassName("page-title");
        var header = new Div(title, adding);
        header.addClassName("page-header");
        cards.addClassName("cards");
        add(header, cards);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes = new Coalesced<ConnectionId>(attach.getUI(), background, ids -> refresh());
        var stopStates = live.onConnection(changes);
        var stopExchange = live.onExchange(changes);
        var open = new AtomicBoolean(true);
        beat(changes, open);
        addDetachListener(detach -> {
            open.set(false);
            stopStates.run();
            stopExchange.run();
            detach.unregisterListener();
        });
    }

    private void beat(Coalesced<ConnectionId> changes, AtomicBoolean open) {
        background.after(BEAT, () -> {
            if (open.get()) {
                shown.stream().map(ConnectionSummary::id).forEach(changes);
                beat(changes, open);
            }
        });
    }

    private void refresh() {
        var connections = desk.connections(current.require());
        if (!connections.equals(shown)) {
            shown = connections;
            cards.removeAll();
            cardOf.clear();
            for (var connection : connections) {
                var card = new ConnectionCard(connection, installation.publicUrl(), this);
                cardOf.put(connection.id(), card);
                cards.add(card);
            }
        }
        connections.forEach(connection -> cardOf.get(connection.id())
                .show(supervisor.status(connection.id()), connection.enabled(), outbox.depth(connection.id())));
    }

    @Override
    public void connect(ConnectionSummary connection) {
        current.require().requireAdmin();
        supervisor.connect(connection.id());
        refresh();
    }

    @Override
    public void disconnect(ConnectionSummary connection) {
        current.require().requireAdmin();
        supervisor.disconnect(connection.id());
        refresh();
    }

    @Override
    public void test(ConnectionSummary connection) {
        var result = new ProbeResult();
        var dialog = new Dialog(result);
        dialog.setHeaderTitle("Test " + connection.name());
        dialog.setWidth("32rem");
        dialog.getFooter().add(new Button("Close", click -> dialog.close()));
        dialog.open();
        probe(asSaved(connection), result);
    }

    @Override
    public void edit(ConnectionSummary connection) {
        open(Optional.of(connection));
    }

    @Override
    public void rule(ConnectionSummary connection) {
        var admin = current.require();
        new RulesDialog(connection, whoMayAct(admin), mapping(connection.id()), rules -> {
                    desk.rule(current.require(), connection.id(), rules);
                    refresh();
                    Toast.show(Symbol.APPROVE, Tone.GOOD, "The rules of %s are saved.".formatted(connection.name()));
                })
                .open();
    }

    private List<PersonSummary> whoMayAct(Identity admin) {
        return people.people(admin).stream()
                .filter(person -> person.kind() != PersonKind.GUEST && person.state() == PersonState.ACTIVE)
                .toList();
    }

    private RulesDialog.Mapping mapping(ConnectionId connection) {
        return new RulesDialog.Mapping() {
            @Override
            public Map<String, PersonId> mapped() {
                return desk.mapped(current.require(), connection);
            }

            @Override
            public void map(String hubUser, PersonId person) {
                desk.map(current.require(), connection, hubUser, person);
            }

            @Override
            public void unmap(String hubUser) {
                desk.unmap(current.require(), connection, hubUser);
            }
        };
    }

    @Override
    public void delete(ConnectionSummary connection) {
        Confirm.ask(
                "Delete %s?".formatted(connection.name()),
                "Its settings and its key are gone for good.",
                "Delete",
                () -> {
                    try {
                        desk.delete(current.require(), connection.id());
                        refresh();
                    } catch (ConnectionInUse inUse) {
                        Toast.show(Symbol.WARNING, Tone.CARE, Duration.ofSeconds(8), inUse.getMessage() + ".");
                    }
                });
    }

    private void open(Optional<ConnectionSummary> known) {
        var dialog = new ConnectionDialog(
                known,
                form -> {
                    desk.save(current.require(), form);
                    refresh();
                    Toast.show(Symbol.APPROVE, Tone.GOOD, form.name() + " is saved.");
                },
                this::probe);
        dialog.open();
    }

    /** Tries the connection on another thread, because it may take a while. */
    private void probe(ConnectionForm form, ProbeResult result) {
        current.require().requireAdmin();
        result.showRunning();
        var ui = UI.getCurrent();
        background.run(() -> {
            var answer = answer(form);
            try {
                ui.access(() -> answer.accept(result));
            } catch (UIDetachedException gone) {
                // The page was closed meanwhile: nobody waits for the answer any more.
            }
        });
    }

    private Consumer<ProbeResult> answer(ConnectionForm form) {
        try {
            var steps = supervisor.probe(form);
            return result -> result.show(steps);
        } catch (RuntimeException failed) {
            var report = ErrorReport.of(failed);
            return result -> result.showFailure("The test itself failed (error id %s)".formatted(report.id()));
        }
    }

    private ConnectionForm asSaved(ConnectionSummary connection) {
        return new ConnectionForm(
                Optional.of(connection.id()),
                connection.name(),
                connection.server().orElse(installation.publicUrl()),
                connection.user().orElse(""),
                Optional.empty(),
                connection.enabled());
    }
}
