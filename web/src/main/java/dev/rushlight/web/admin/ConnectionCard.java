package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.connection.ConnectionKind;
import dev.rushlight.connection.ConnectionRules;
import dev.rushlight.connection.ConnectionSummary;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.web.bridge.ConnectionStatus;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Clocked;
import dev.rushlight.web.look.CopyText;
import dev.rushlight.web.look.Spoken;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** One connection: what was saved about it, how it is doing, and what can be done with it. */
final class ConnectionCard extends Section {

    /** What the buttons of a card do. */
    interface Actions {
        void connect(ConnectionSummary connection);

        void disconnect(ConnectionSummary connection);

        void test(ConnectionSummary connection);

        void edit(ConnectionSummary connection);

        void rule(ConnectionSummary connection);

        void delete(ConnectionSummary connection);
    }

    private final Div state = new Div();
    private final Div doing = new Div();
    private final Button connect;
    private final Button disconnect;

    ConnectionCard(ConnectionSummary connection, URI ownUrl, Actions actions) {
        setId("connection-" + connection.name());
        addClassNames("panel", "connection");
        var embedded = connection.kind() == ConnectionKind.EMBEDDED;
        var kind = new Span(embedded ? "Hub in this server" : "ftrack server");
        kind.addClassName("connection-kind");
        var head = new Div(new Div(new H2(connection.name()), kind), state);
        head.addClassName("connection-head");
        state.addClassName("state");
        state.getElement().setAttribute("role", "status");
        doing.addClassName("facts");
        connect = new Button("Connect", click -> actions.connect(connection));
        disconnect = new Button("Disconnect", click -> actions.disconnect(connection));
        var buttons = new Div(connect, disconnect);
        buttons.addClassName("buttons");
        buttons.add(new Button("Test", click -> actions.test(connection)));
        buttons.add(new Button("Rules", click -> actions.rule(connection)));
        if (!embedded) {
            buttons.add(new Button("Edit", click -> actions.edit(connection)), delete(connection, actions));
        }
        add(head, embedded ? forArtists(ownUrl) : saved(connection), rules(connection.rules()), doing, buttons);
    }

    void show(Optional<ConnectionStatus> status, boolean enabled, int owed) {
        state.removeAll();
        doing.removeAll();
        status.map(ConnectionStatus::status)
                .ifPresentOrElse(
                        this::showState,
                        () -> state.add(new Badge(Appearance.of(enabled ? HubState.IDLE : HubState.CLOSED))));
        status.flatMap(ConnectionStatus::sinceLastFrame)
                .filter(age -> status.get().status().state() == HubState.LIVE)
                .ifPresent(age -> doing.add(fact("Last heard", new Span(heard(age)))));
        doing.add(
                fact("Waiting to be sent", new Span(owed == 0 ? "nothing" : owed == 1 ? "1 event" : owed + " events")));
        var on = status.map(known -> known.status().state())
                .filter(known -> known != HubState.CLOSED && known != HubState.IDLE)
                .isPresent();
        connect.setVisible(!on);
        disconnect.setVisible(on);
    }

    private static String heard(Duration age) {
        return age.toSeconds() < 2 ? "just now" : Spoken.duration(age) + " ago";
    }

    private void showState(HubStatus status) {
        state.add(new Badge(Appearance.of(status.state())));
        doing.add(fact(status.state() == HubState.LIVE ? "Live since" : "Since", new Ago(status.since())));
        status.nextTry().ifPresent(at -> doing.add(fact("Next try", new Clocked(at))));
        if (status.attempt() > 1) {
            doing.add(fact("Attempts", new Span(Integer.toString(status.attempt()))));
        }
        status.detail().ifPresent(detail -> doing.add(fact("Because", new Span(detail))));
    }

    private static Component forArtists(URI ownUrl) {
        var text = new Div(new Span("The address is derived at start. Artists' tools reach this hub with:"));
        text.addClassName("soft");
        var forArtists = new Div(text, new CopyText("FTRACK_SERVER=" + ownUrl));
        forArtists.addClassName("for-artists");
        return forArtists;
    }

    private static Component saved(ConnectionSummary connection) {
        var facts = new Div(
                fact("Server", new Span(connection.server().map(URI::toString).orElse("–"))),
                fact("API user", new Span(connection.user().orElse("–"))),
                fact("API key", new Span(connection.keySet() ? "set" : "missing")),
                fact("At start", new Span(connection.enabled() ? "connects by itself" : "stays disconnected")));
        facts.addClassName("facts");
        return facts;
    }

    private static Component rules(ConnectionRules rules) {
        var facts = new Div(
                fact("Tells of", new Span(RulesDialog.words(rules.hears()))),
                fact("Who listens", new Span(RulesDialog.words(rules.visibility()))),
                fact("Acts over it", new Span(RulesDialog.words(rules.acts()))));
        facts.addClassName("facts");
        return facts;
    }

    private static Button delete(ConnectionSummary connection, Actions actions) {
        var delete = new Button("Delete", click -> actions.delete(connection));
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return delete;
    }

    private static Component fact(String name, Component value) {
        var label = new Span(name);
        label.addClassName("fact-name");
        var words = new Div(value);
        words.addClassName("fact-value");
        var fact = new Div(label, words);
        fact.addClassName("fact");
        return fact;
    }
}
