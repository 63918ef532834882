package dev.rushlight.web.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import dev.rushlight.connection.ActsBy;
import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ConnectionForm;
import dev.rushlight.connection.ConnectionInUse;
import dev.rushlight.connection.ConnectionKind;
import dev.rushlight.connection.ConnectionNameTaken;
import dev.rushlight.connection.ConnectionRules;
import dev.rushlight.connection.ConnectionSummary;
import dev.rushlight.connection.Hears;
import dev.rushlight.connection.Visibility;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OutboxDesk;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.api.ConnectionTest.Outcome;
import dev.rushlight.hub.api.ConnectionTest.Step;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.Installation;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonState;
import dev.rushlight.people.PersonSummary;
import dev.rushlight.people.Role;
import dev.rushlight.web.bridge.ConnectionStatus;
import dev.rushlight.web.bridge.HubSupervisor;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.CopyText;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsViewTest {

    private static final ConnectionId STUDIO = ConnectionId.random();
    private static final Installation INSTALLATION = new Installation(
            Path.of("data"),
            "127.0.0.1",
            8080,
            URI.create("http://rush.example:8080"),
            new DatabaseSettings("jdbc:h2:mem:x", "u", "p"),
            Duration.ofSeconds(10));

    private final Browser browser = new Browser();
    private final LiveViews live = new LiveViews();
    private final ByHand background = new ByHand();
    private final List<ConnectionSummary> saved = new ArrayList<>(List.of(
            new ConnectionSummary(
                    Samples.HUB,
                    "Embedded hub",
                    ConnectionKind.EMBEDDED,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    true),
            new ConnectionSummary(
                    STUDIO,
                    "Studio A",
                    ConnectionKind.FTRACK,
                    Optional.of(URI.create("https://a.example")),
                    Optional.of("svc"),
                    true,
                    true)));
    private static final PersonSummary PERSON = new PersonSummary(
            PersonId.random(), "tom", "Tom Park", Role.REVIEWER, PersonState.ACTIVE, Optional.empty());

    private final Map<String, PersonId> mapped = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private HubStatus studio = HubStatus.idle(Samples.NOW).to(HubState.CONNECTING, Samples.NOW);
    private Optional<RuntimeException> refusal = Optional.empty();

    @BeforeEach
    void open() {
        var somebody = Somebody.as(Role.ADMIN);
        Frame.around(browser, somebody)
                .with(
                        ConnectionsView.class,
                        () -> new ConnectionsView(
                                desk(), outbox(), people(), supervisor(), somebody, live, background, INSTALLATION))
                .open();
        browser.go("admin/connections");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void eachConnectionHasACardWithItsState() {
        assertThat(state("Embedded hub")).isEqualTo("Live");
        assertThat(state("Studio A")).isEqualTo("Connecting");
    }

    @Test
    void theEmbeddedHubTellsArtistsItsAddress() {
        assertThat(_get(CopyText.class).text()).isEqualTo("FTRACK_SERVER=http://rush.example:8080");
    }

    @Test
    void statesFollowByThemselves() {
        studio = studio.waiting(Samples.NOW, Samples.NOW.plusSeconds(4), "connection refused");
        LiveNews.changed(live, STUDIO);
        background.work();
        browser.settle();
        assertThat(state("Studio A")).isEqualTo("Waiting to reconnect");
        assertThat(text(card("Studio A"))).contains("connection refused", "Next try");
    }

    @Test
    void aCardConnectsAndDisconnects() {
        _click(button(card("Embedded hub"), "Disconnect"));
        studio = studio.to(HubState.CLOSED, Samples.NOW);
        LiveNews.changed(live, STUDIO);
        background.work();
        browser.settle();
        _click(button(card("Studio A"), "Connect"));
        assertThat(done).containsExactly("disconnect " + Samples.HUB, "connect " + STUDIO);
    }

    @Test
    void aNewConnectionIsSavedAsTyped() {
        click("add-connection");
        fill("name", " Studio B ");
        fill("server", "https://b.example");
        fill("user", "svc");
        _setValue(_get(PasswordField.class, spec -> spec.withId("key")), "s3cret");
        click("save");
        assertThat(done).containsExactly("save Studio B https://b.example svc s3cret true");
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        click("add-connection");
        fill("server", "studio.example");
        click("save");
        assertThat(done).isEmpty();
        assertThat(_get(TextField.class, spec -> spec.withId("name")).isInvalid())
                .isTrue();
        assertThat(_get(TextField.class, spec -> spec.withId("server")).getErrorMessage())
                .contains("http");
        assertThat(_get(PasswordField.class, spec -> spec.withId("key")).isInvalid())
                .isTrue();
    }

    @Test
    void aStoredKeyNeverComesBackToThePage() {
        _click(button(card("Studio A"), "Edit"));
        var key = _get(PasswordField.class, spec -> spec.withId("key"));
        assertThat(key.getValue()).isEmpty();
        assertThat(key.getPlaceholder()).isEqualTo("set · type to replace");
        click("save");
        assertThat(done).containsExactly("save Studio A https://a.example svc - true");
    }

    @Test
    void aTakenNameIsSaidAtItsField() {
        refusal = Optional.of(new ConnectionNameTaken("Studio A"));
        _click(button(card("Studio A"), "Edit"));
        click("save");
        assertThat(_get(TextField.class, spec -> spec.withId("name")).getErrorMessage())
                .contains("Studio A");
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    void aTestShowsEachStepOnceItIsOver() {
        _click(button(card("Studio A"), "Test"));
        assertThat(text(_get(ProbeResult.class))).contains("Testing");
        background.work();
        browser.settle();
        assertThat(text(_get(ProbeResult.class)))
                .contains("The connection does not work yet", "NAME", "passed", "3 ms", "CREDENTIALS", "failed", "401");
    }

    @Test
    void aCardTellsItsRules() {
        assertThat(text(card("Studio A"))).contains("Items that came through it", "The studio alone", "Not accepted");
    }

    @Test
    void rulesAreSavedAsChosen() {
        _click(button(card("Studio A"), "Rules"));
        select("hears", Hears.EVERYTHING);
        select("visibility", Visibility.CLIENT);
        select("acts", ActsBy.MAPPED);
        click("save-rules");
        assertThat(done).containsExactly("rule EVERYTHING CLIENT MAPPED");
        assertThat(_find(Dialog.class)).isEmpty();
    }

    @Test
    void theEmbeddedHubHasRulesToo() {
        _click(button(card("Embedded hub"), "Rules"));
        assertThat(_find(Dialog.class)).hasSize(1);
    }

    @Test
    void hubUsersBecomePeopleAndNobodyAgain() {
        _click(button(card("Studio A"), "Rules"));
        assertThat(_find(TextField.class, spec -> spec.withId("hub-user"))).isEmpty();
        select("acts", ActsBy.MAPPED);
        click("map");
        assertThat(_get(TextField.class, spec -> spec.withId("hub-user")).isInvalid())
                .isTrue();

        fill("hub-user", " msilva ");
        _setValue(WhoIsWho.box(), PERSON);
        click("map");
        assertThat(done).containsExactly("map msilva " + PERSON.id());
        assertThat(text(_get(Dialog.class))).contains("msilva", "is Tom Park (tom)");

        _click(button(_get(Dialog.class), "Remove"));
        assertThat(done).last().isEqualTo("unmap msilva");
        assertThat(text(_get(Dialog.class))).doesNotContain("msilva");
    }

    private static <T> void select(String id, T value) {
        @SuppressWarnings("unchecked")
        var select = (Select<T>) _get(Component.class, spec -> spec.withId(id));
        _setValue(select, value);
    }

    /** The box in which the person is chosen. */
    private static final class WhoIsWho {
        @SuppressWarnings("unchecked")
        private static ComboBox<PersonSummary> box() {
            return (ComboBox<PersonSummary>) _get(Component.class, spec -> spec.withId("person"));
        }
    }

    private static PeopleDesk people() {
        return new PeopleDesk() {
            @Override
            public List<PersonSummary> people(Identity admin) {
                return List.of(PERSON);
            }
        };
    }

    @Test
    void aConnectionInUseIsNotDeleted() {
        refusal = Optional.of(new ConnectionInUse("Events are still owed to this connection; disable it instead"));
        _click(button(card("Studio A"), "Delete"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(text(_get(Notification.class))).contains("still owed");
    }

    private static Component card(String name) {
        return _get(ConnectionCard.class, spec -> spec.withId("connection-" + name));
    }

    private static String state(String name) {
        return text(_get(card(name), Component.class, spec -> spec.withClasses("state")));
    }

    private static Button button(Component within, String words) {
        return _get(within, Button.class, spec -> spec.withText(words));
    }

    private static void click(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    private static void fill(String id, String text) {
        _setValue(_get(TextField.class, spec -> spec.withId(id)), text);
    }

    private static String text(Component component) {
        return words(component.getElement()).collect(Collectors.joining(" "));
    }

    private static Stream<String> words(Element element) {
        return element.isTextNode()
                ? Stream.of(element.getText())
                : element.getChildren().flatMap(ConnectionsViewTest::words);
    }

    private ConnectionDesk desk() {
        return new ConnectionDesk() {
            @Override
            public List<ConnectionSummary> connections(Identity admin) {
                return List.copyOf(saved);
            }

            @Override
            public ConnectionSummary save(Identity admin, ConnectionForm form) {
                refusal.ifPresent(rule -> {
                    throw rule;
                });
                done.add("save %s %s %s %s %s"
                        .formatted(
                                form.name(),
                                form.server(),
                                form.user(),
                                form.newKey().orElse("-"),
                                form.enabled()));
                return saved.get(1);
            }

            @Override
            public ConnectionSummary rule(Identity admin, ConnectionId id, ConnectionRules rules) {
                done.add("rule %s %s %s".formatted(rules.hears(), rules.visibility(), rules.acts()));
                return saved.get(1);
            }

            @Override
            public Map<String, PersonId> mapped(Identity admin, ConnectionId id) {
                return mapped;
            }

            @Override
            public void map(Identity admin, ConnectionId id, String hubUser, PersonId person) {
                done.add("map %s %s".formatted(hubUser, person));
                mapped.put(hubUser, person);
            }

            @Override
            public void unmap(Identity admin, ConnectionId id, String hubUser) {
                done.add("unmap " + hubUser);
                mapped.remove(hubUser);
            }

            @Override
            public void delete(Identity admin, ConnectionId id) {
                refusal.ifPresent(rule -> {
                    throw rule;
                });
                done.add("delete " + id);
            }
        };
    }

    private static OutboxDesk outbox() {
        return new OutboxDesk() {
            @Override
            public int depth(ConnectionId connection) {
                return 0;
            }
        };
    }

    private HubSupervisor supervisor() {
        return new HubSupervisor() {
            @Override
            public Optional<ConnectionStatus> status(ConnectionId id) {
                var status = id.equals(STUDIO)
                        ? studio
                        : HubStatus.idle(Samples.NOW)
                                .to(HubState.CONNECTING, Samples.NOW)
                                .to(HubState.LIVE, Samples.NOW);
                return Optional.of(new ConnectionStatus(id, status, Optional.of(Duration.ofSeconds(3))));
            }

            @Override
            public void connect(ConnectionId id) {
                done.add("connect " + id);
            }

            @Override
            public void disconnect(ConnectionId id) {
                done.add("disconnect " + id);
            }

            @Override
            public List<Step> probe(ConnectionForm form) {
                return List.of(
                        new Step("NAME", Outcome.PASSED, Duration.ofMillis(3), "a.example is 192.0.2.7"),
                        new Step("CREDENTIALS", Outcome.FAILED, Duration.ofMillis(41), "The server answered 401"),
                        new Step("HANDSHAKE", Outcome.SKIPPED, Duration.ZERO, ""));
            }
        };
    }
}
