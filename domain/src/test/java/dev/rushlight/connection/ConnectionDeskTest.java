package dev.rushlight.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.ExchangeBench;
import dev.rushlight.exchange.InboxState;
import dev.rushlight.exchange.Intake;
import dev.rushlight.exchange.OutboxState;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;
import jakarta.persistence.EntityManagerFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ConnectionDeskTest {

    private static final String KEY = "canary-8f2e-key";
    private static final URI SERVER = URI.create("https://studio.example");

    private final Database database;
    private final SteppingClock clock = new SteppingClock();
    private final ExchangeBench exchange = new ExchangeBench(clock);
    private final Identity admin = new Identity(PersonId.random(), "root", "Root", Role.ADMIN);
    private final String name = "studio " + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path data;

    private ConnectionBench bench;

    ConnectionDeskTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheDesk() {
        bench = new ConnectionBench(exchange, clock, data);
    }

    @Test
    void theEmbeddedHubIsTheFirstConnectionAndThereIsOne() {
        var factory = database.open(database.fresh());
        try {
            var first = Database.inTransaction(
                    factory, entities -> bench.desk(entities).ensureEmbedded());
            var second = Database.inTransaction(
                    factory, entities -> bench.desk(entities).ensureEmbedded());

            assertThat(first.name()).isEqualTo("Embedded hub");
            assertThat(first.kind()).isEqualTo(ConnectionKind.EMBEDDED);
            assertThat(first.server()).isEmpty();
            assertThat(first.enabled()).isTrue();
            assertThat(second).isEqualTo(first);
            assertThat(bench.changes.heard()).containsExactly(new ConnectionChanged(first.id()));
        } finally {
            factory.close();
        }
    }

    @Test
    void aSavedConnectionNeverShowsItsKeyAgain() {
        var saved = save(form(Optional.of(KEY)));

        assertThat(saved.keySet()).isTrue();
        assertThat(saved.toString()).doesNotContain(KEY);
        assertThat(form(Optional.of(KEY)).toString()).doesNotContain(KEY);
        assertThat(key(saved.id())).contains(KEY);
        assertThat(bench.changes.heard()).containsExactly(new ConnectionChanged(saved.id()));
        assertThat(all()).contains(saved);
    }

    @Test
    void theKeyIsNowhereInTheDatabaseFile() throws Exception {
        if (database == Database.H2) {
            var file = data.resolve("canary");
            var settings = new DatabaseSettings("jdbc:h2:file:%s;WRITE_DELAY=0".formatted(file), "u", "p");
            try (var factory = database.open(settings)) {
                Database.inTransaction(factory, entities -> bench.desk(entities).save(admin, form(Optional.of(KEY))));
            }
            var stored = Files.readString(data.resolve("canary.mv.db"), StandardCharsets.ISO_8859_1);
            assertThat(stored.contains(name)).isTrue();
            assertThat(stored.contains("canary-8f2e")).isFalse();
        } else {
            save(form(Optional.of(KEY)));
            List<?> rows = database.inTransaction(
                    entities -> entities.createNativeQuery("select cast(c.* as text) from review.hub_connection c")
                            .getResultList());
            assertThat(rows.toString()).contains(name).doesNotContain("canary-8f2e");
        }
    }

    @Test
    void swappedRowsDoNotOpen() {
        var one = save(form(Optional.of(KEY)));
        var two = save(new ConnectionForm(Optional.empty(), name + " two", SERVER, "svc", Optional.of("other"), true));
        database.doInTransaction(entities -> {
            var keys = "select c.sealedKey from HubConnection c where c.id = :id";
            var first = entities.createQuery(keys, String.class)
                    .setParameter("id", one.id().value())
                    .getSingleResult();
            entities.createQuery("update HubConnection c set c.sealedKey = :key where c.id = :id")
                    .setParameter("key", first)
                    .setParameter("id", two.id().value())
                    .executeUpdate();
        });

        assertThatExceptionOfType(KeysLocked.class).isThrownBy(() -> key(two.id()));
    }

    @Test
    void aStartWithoutTheMasterKeyIsRefused() throws Exception {
        var factory = database.open(database.fresh());
        try {
            Database.inTransaction(factory, entities -> bench.desk(entities).save(admin, form(Optional.of(KEY))));
            Files.delete(data.resolve("master.key"));

            assertThatExceptionOfType(KeysLocked.class)
                    .isThrownBy(() -> Database.inTransaction(
                            factory, entities -> bench.desk(entities).ensureEmbedded()));
        } finally {
            factory.close();
        }
    }

    @Test
    void withoutANewKeyTheStoredOneStays() {
        var saved = save(form(Optional.of(KEY)));

        var renamed =
                save(new ConnectionForm(Optional.of(saved.id()), name + " b", SERVER, "svc", Optional.of(" "), false));

        assertThat(renamed.name()).isEqualTo(name + " b");
        assertThat(renamed.enabled()).isFalse();
        assertThat(key(saved.id())).contains(KEY);
    }

    @Test
    void aStoredKeyNeverGoesToAnotherServer() {
        var saved = save(form(Optional.of(KEY)));
        var elsewhere = new ConnectionForm(
                Optional.of(saved.id()), name, URI.create("https://evil.example"), "svc", Optional.empty(), true);

        assertThatExceptionOfType(UnacceptableConnection.class)
                .isThrownBy(() -> save(elsewhere))
                .withMessage("The address changed: type the key of the new server");
    }

    @Test
    void whatWasTypedWrongIsNamed() {
        save(form(Optional.of(KEY)));

        assertThatExceptionOfType(ConnectionNameTaken.class)
                .isThrownBy(() -> save(new ConnectionForm(
                        Optional.empty(), name.toUpperCase(), SERVER, "svc", Optional.of(KEY), true)));
        for (var wrong : List.of(
                new ConnectionForm(Optional.empty(), " ", SERVER, "svc", Optional.of(KEY), true),
                new ConnectionForm(Optional.empty(), "n".repeat(61), SERVER, "svc", Optional.of(KEY), true),
                new ConnectionForm(Optional.empty(), name + "2", SERVER, "", Optional.of(KEY), true),
                new ConnectionForm(Optional.empty(), name + "2", SERVER, "svc", Optional.empty(), true),
                new ConnectionForm(Optional.empty(), name + "2", SERVER, "svc", Optional.of("a\nb"), true),
                new ConnectionForm(Optional.empty(), "a\u0007", SERVER, "svc", Optional.of(KEY), true))) {
            assertThatExceptionOfType(UnacceptableConnection.class).isThrownBy(() -> save(wrong));
        }
    }

    @Test
    void connectionsAreSwitchedOffAndOn() {
        var id = save(form(Optional.of(KEY))).id();

        act(desk -> desk.disable(admin, id));
        assertThat(summary(id).enabled()).isFalse();
        act(desk -> desk.enable(admin, id));
        assertThat(summary(id).enabled()).isTrue();
        assertThat(bench.changes.heard()).hasSize(3).containsOnly(new ConnectionChanged(id));
    }

    @Test
    void anUnusedConnectionCanBeDeleted() {
        var id = save(form(Optional.of(KEY))).id();

        act(desk -> desk.delete(admin, id));

        assertThat(all()).noneMatch(connection -> connection.id().equals(id));
        assertThatExceptionOfType(NoSuchConnection.class).isThrownBy(() -> act(desk -> desk.delete(admin, id)));
    }

    @Test
    void aConnectionInUseStays() {
        var owing = save(form(Optional.of(KEY))).id();
        database.doInTransaction(entities -> exchange.outbox(entities)
                .owe(owing, OwedKind.DECISION, UUID.randomUUID(), UUID.randomUUID(), Duration.ZERO));
        assertThatExceptionOfType(ConnectionInUse.class).isThrownBy(() -> act(desk -> desk.delete(admin, owing)));

        var used = save(new ConnectionForm(Optional.empty(), name + " b", SERVER, "svc", Optional.of(KEY), true))
                .id();
        database.doInTransaction(entities -> exchange.inbox(entities).keep(intake(used)));
        assertThatExceptionOfType(ConnectionInUse.class).isThrownBy(() -> act(desk -> desk.delete(admin, used)));
    }

    @Test
    void theEmbeddedHubCannotBeChangedOrDeletedButSwitchedOff() {
        try (var factory = database.open(database.fresh())) {
            var embedded = Database.inTransaction(
                            factory, entities -> bench.desk(entities).ensureEmbedded())
                    .id();
            var change = new ConnectionForm(Optional.of(embedded), name, SERVER, "svc", Optional.of(KEY), true);

            assertThatExceptionOfType(UnacceptableConnection.class)
                    .isThrownBy(() -> Database.inTransaction(
                            factory, entities -> bench.desk(entities).save(admin, change)));
            assertThatExceptionOfType(UnacceptableConnection.class)
                    .isThrownBy(() -> doIn(factory, desk -> desk.delete(admin, embedded)));
            doIn(factory, desk -> desk.disable(admin, embedded));
            assertThat(Database.inTransaction(
                                    factory, entities -> bench.desk(entities).all())
                            .get(0)
                            .enabled())
                    .isFalse();
            doIn(factory, desk -> desk.enable(admin, embedded));
            doIn(factory, desk -> assertThat(desk.all()).singleElement().matches(ConnectionSummary::enabled));
        }
    }

    private void doIn(EntityManagerFactory factory, Consumer<ConnectionDesk> work) {
        Database.inTransaction(factory, entities -> {
            work.accept(bench.desk(entities));
            return true;
        });
    }

    @Test
    void onlyAdministratorsTouchConnections() {
        var lead = new Identity(PersonId.random(), "lena", "Lena", Role.LEAD);
        var id = save(form(Optional.of(KEY))).id();

        for (var forbidden : List.<Consumer<ConnectionDesk>>of(
                desk -> desk.connections(lead),
                desk -> desk.save(lead, form(Optional.of(KEY))),
                desk -> desk.enable(lead, id),
                desk -> desk.disable(lead, id),
                desk -> desk.delete(lead, id),
                desk -> desk.resend(lead, 1))) {
            assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> act(forbidden));
        }
        database.doInTransaction(entities -> {
            var log = ConnectionBench.log(entities);
            assertThatExceptionOfType(NotAllowed.class)
                    .isThrownBy(() -> log.inbox(lead, Optional.empty(), Optional.empty(), 1));
            assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> log.raw(lead, 1));
            assertThatExceptionOfType(NotAllowed.class)
                    .isThrownBy(() -> log.outbox(lead, Optional.empty(), Optional.empty(), 1));
        });
    }

    @Test
    void theLogIsReadPageByPageNewestFirst() {
        var id = save(form(Optional.of(KEY))).id();
        var line = UUID.randomUUID();
        database.doInTransaction(entities -> {
            for (var number = 0; number < 5; number++) {
                exchange.inbox(entities).keep(intake(id));
                exchange.outbox(entities).owe(id, OwedKind.DECISION, line, UUID.randomUUID(), Duration.ZERO);
            }
        });

        database.doInTransaction(entities -> {
            var log = ConnectionBench.log(entities);
            var first = log.outbox(admin, Optional.of(OutboxState.READY), Optional.empty(), 3);
            var second =
                    log.outbox(admin, Optional.empty(), Optional.of(first.get(2).id()), 2);
            assertThat(first).hasSize(3).allSatisfy(entry -> {
                assertThat(entry.connectionName()).isEqualTo(name);
                assertThat(entry.item()).contains(line);
            });
            assertThat(second).hasSize(2);
            assertThat(first.get(2).id()).isGreaterThan(second.get(0).id());
            assertThat(log.outbox(
                            admin,
                            Optional.of(OutboxState.DEAD),
                            Optional.of(first.get(0).id()),
                            200))
                    .noneMatch(entry -> entry.connection().equals(id));

            var taken = log.inbox(admin, Optional.of(InboxState.REFUSED), Optional.empty(), 5);
            assertThat(taken).hasSize(5).allMatch(entry -> entry.connection().equals(id));
            assertThat(log.inbox(
                            admin, Optional.empty(), Optional.of(taken.get(4).id()), 200))
                    .noneMatch(entry -> entry.connection().equals(id));
            assertThat(log.raw(admin, taken.get(0).id())).contains("{\"raw\":true}");
            assertThat(log.raw(admin, -1)).isEmpty();
        });
    }

    private Intake intake(ConnectionId connection) {
        return new Intake(
                connection,
                UUID.randomUUID().toString(),
                "webreview.submit",
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                InboxState.REFUSED,
                "{\"success\":false,\"errors\":[]}",
                "{\"raw\":true}");
    }

    private ConnectionForm form(Optional<String> key) {
        return new ConnectionForm(Optional.empty(), name, SERVER, "svc", key, true);
    }

    private ConnectionSummary save(ConnectionForm form) {
        return at(desk -> desk.save(admin, form));
    }

    private Optional<String> key(ConnectionId id) {
        return at(desk -> desk.key(id));
    }

    private List<ConnectionSummary> all() {
        return at(desk -> desk.connections(admin));
    }

    private ConnectionSummary summary(ConnectionId id) {
        return all().stream()
                .filter(connection -> connection.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void act(Consumer<ConnectionDesk> work) {
        at(desk -> {
            work.accept(desk);
            return desk;
        });
    }

    private <T> T at(Function<ConnectionDesk, T> work) {
        return database.inTransaction(entities -> work.apply(bench.desk(entities)));
    }
}
