package dev.rushlight.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.exchange.Audience;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.ExchangeBench;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NoSuchPerson;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PeopleBench;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes out to a hub, and for whom its users act. */
@ParameterizedClass
@EnumSource(Database.class)
class ConnectionRulesTest {

    private static final String KEY = "canary-77d1-key";

    private final Database database;
    private final SteppingClock clock = new SteppingClock();
    private final ExchangeBench exchange = new ExchangeBench(clock);

    @TempDir
    private Path data;

    private ConnectionBench bench;
    private Identity admin;
    private Identity maria;
    private ConnectionId studio;

    ConnectionRulesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void saveAConnection() {
        bench = new ConnectionBench(exchange, clock, data);
        admin = somebody("root", Role.ADMIN);
        maria = somebody("maria", Role.REVIEWER);
        studio = at(desk -> desk.save(admin, form(Optional.of(KEY)))).id();
    }

    @Test
    void aHubElsewhereBeginsCautiously() {
        assertThat(rules()).isEqualTo(new ConnectionRules(Hears.OWN, Visibility.TEAM, ActsBy.OFF));
        assertThat(actor(maria.username())).isEmpty();
        assertThatExceptionOfType(NoSuchConnection.class)
                .isThrownBy(() -> at(desk -> desk.rules(ConnectionId.random())));
    }

    @Test
    void whoIsRuledToHearEverythingIsToldOfOthers() {
        var other = at(desk -> desk.save(
                        admin,
                        new ConnectionForm(
                                Optional.empty(),
                                "other " + studio,
                                URI.create("https://b.example"),
                                "svc",
                                Optional.of(KEY),
                                true)))
                .id();
        var subject = UUID.randomUUID();

        var ruled = rule(new ConnectionRules(Hears.EVERYTHING, Visibility.CLIENT, ActsBy.OFF));

        assertThat(ruled.rules().hears()).isEqualTo(Hears.EVERYTHING);
        database.doInTransaction(entities -> {
            var outbox = exchange.outbox(entities);
            outbox.owe(other, OwedKind.DECISION, UUID.randomUUID(), subject, Duration.ZERO);
            assertThat(outbox.standings(subject)).hasSizeGreaterThanOrEqualTo(2);
            var internal = UUID.randomUUID();
            outbox.owe(other, OwedKind.NOTE_CREATED, UUID.randomUUID(), internal, Duration.ZERO, Audience.TEAM);
            assertThat(outbox.standings(internal))
                    .noneMatch(told -> told.connection().equals(studio));
        });
        rule(ConnectionRules.cautious());
    }

    @Test
    void onlyMappedUsersActWhereNamesMeanNothing() {
        rule(new ConnectionRules(Hears.OWN, Visibility.TEAM, ActsBy.MAPPED));
        assertThat(actor(maria.username())).isEmpty();

        act(desk -> desk.map(admin, studio, " msilva ", maria.id()));

        assertThat(actor("msilva")).contains(maria);
        assertThat(mapped()).containsOnly(Map.entry("msilva", maria.id()));
    }

    @Test
    void aMappingIsStrongerThanTheSameName() {
        var tom = somebody("tom", Role.REVIEWER);
        rule(new ConnectionRules(Hears.OWN, Visibility.TEAM, ActsBy.SAME_NAMES));
        assertThat(actor(maria.username())).contains(maria);
        assertThat(actor("nobody-" + studio)).isEmpty();

        act(desk -> desk.map(admin, studio, maria.username(), tom.id()));
        assertThat(actor(maria.username())).contains(tom);

        act(desk -> desk.unmap(admin, studio, maria.username()));
        assertThat(actor(maria.username())).contains(maria);
        assertThat(mapped()).isEmpty();
    }

    @Test
    void aMappingMayBeChangedAndIsOfOneConnectionOnly() {
        var tom = somebody("tom", Role.REVIEWER);
        rule(new ConnectionRules(Hears.OWN, Visibility.TEAM, ActsBy.MAPPED));

        act(desk -> desk.map(admin, studio, "svc", maria.id()));
        act(desk -> desk.map(admin, studio, "svc", tom.id()));

        assertThat(actor("svc")).contains(tom);
        assertThat(actor(ConnectionId.random(), "svc")).isEmpty();
    }

    @Test
    void botsActAndWhoIsGoneDoesNot() {
        var bot = database.inTransaction(entities -> PeopleBench.bot(entities, "qc", clock));
        rule(new ConnectionRules(Hears.OWN, Visibility.TEAM, ActsBy.SAME_NAMES));
        act(desk -> desk.map(admin, studio, "msilva", maria.id()));

        assertThat(actor(bot.username()))
                .contains(bot)
                .get()
                .extracting(Identity::kind)
                .isEqualTo(PersonKind.BOT);

        database.doInTransaction(entities -> PeopleBench.desk(entities, clock).deactivate(admin, maria.id()));
        assertThat(actor("msilva")).isEmpty();
        assertThat(actor(maria.username())).isEmpty();
    }

    @Test
    void noNamesakeActsForWhoeverIsMappedAndGone() {
        rule(new ConnectionRules(Hears.OWN, Visibility.TEAM, ActsBy.SAME_NAMES));
        var tom = somebody("tom", Role.REVIEWER);
        act(desk -> desk.map(admin, studio, maria.username(), tom.id()));
        assertThat(actor(maria.username())).contains(tom);

        database.doInTransaction(entities -> PeopleBench.desk(entities, clock).deactivate(admin, tom.id()));
        assertThat(actor(maria.username())).isEmpty();

        act(desk -> desk.unmap(admin, studio, maria.username()));
        assertThat(actor(maria.username())).contains(maria);
    }

    @Test
    void guestsAreNobodyOnAHub() {
        var guest = database.inTransaction(
                entities -> PeopleBench.desk(entities, clock).createGuest("Anna Client", List.of(), true));
        rule(new ConnectionRules(Hears.OWN, Visibility.TEAM, ActsBy.SAME_NAMES));

        assertThat(actor(guest.username())).isEmpty();
        assertThatExceptionOfType(NoSuchPerson.class)
                .isThrownBy(() -> act(desk -> desk.map(admin, studio, "anna", guest.id())));
        assertThatExceptionOfType(NoSuchPerson.class)
                .isThrownBy(() -> act(desk -> desk.map(admin, studio, "anna", PersonId.random())));
    }

    @Test
    void onlyAdministratorsRule() {
        for (var forbidden : List.<Consumer<ConnectionDesk>>of(
                desk -> desk.rule(maria, studio, ConnectionRules.cautious()),
                desk -> desk.map(maria, studio, "x", maria.id()),
                desk -> desk.unmap(maria, studio, "x"),
                desk -> desk.mapped(maria, studio))) {
            assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> act(forbidden));
        }
        assertThatExceptionOfType(UnacceptableConnection.class)
                .isThrownBy(() -> act(desk -> desk.map(admin, studio, " ", maria.id())));
        assertThatExceptionOfType(NoSuchConnection.class)
                .isThrownBy(() -> act(desk -> desk.map(admin, ConnectionId.random(), "x", maria.id())));
    }

    @Test
    void everyActIsWrittenDownAndNoKeyIs() {
        rule(new ConnectionRules(Hears.EVERYTHING, Visibility.CLIENT, ActsBy.MAPPED));
        act(desk -> desk.map(admin, studio, "msilva", maria.id()));
        act(desk -> desk.unmap(admin, studio, "msilva"));
        act(desk -> desk.unmap(admin, studio, "msilva"));
        act(desk -> desk.disable(admin, studio));
        act(desk -> desk.delete(admin, studio));

        var written = bench.ledger.of(studio.value());
        assertThat(written)
                .extracting(entry -> entry.act())
                .containsExactly(
                        Act.CONNECTION_SAVED,
                        Act.CONNECTION_RULED,
                        Act.PERSON_MAPPED,
                        Act.PERSON_UNMAPPED,
                        Act.CONNECTION_SAVED,
                        Act.CONNECTION_REMOVED);
        assertThat(written).allSatisfy(entry -> {
            assertThat(entry.author().username()).isEqualTo(admin.username());
            assertThat(entry.toString()).doesNotContain("canary", "77d1");
        });
        assertThat(written.get(0).after().getBoolean("keyReplaced")).isTrue();
        assertThat(written.get(1).before().getString("acts")).isEqualTo("OFF");
        assertThat(written.get(1).after().getString("acts")).isEqualTo("MAPPED");
        assertThat(written.get(2).after().getString("hubUser")).isEqualTo("msilva");
    }

    private Optional<Identity> actor(String hubUser) {
        return actor(studio, hubUser);
    }

    private Optional<Identity> actor(ConnectionId connection, String hubUser) {
        return at(desk -> desk.actor(connection, hubUser));
    }

    private ConnectionRules rules() {
        return at(desk -> desk.rules(studio));
    }

    private Map<String, PersonId> mapped() {
        return at(desk -> desk.mapped(admin, studio));
    }

    private ConnectionSummary rule(ConnectionRules rules) {
        return at(desk -> desk.rule(admin, studio, rules));
    }

    private Identity somebody(String name, Role role) {
        return database.inTransaction(entities -> PeopleBench.somebody(entities, name, role, clock));
    }

    private ConnectionForm form(Optional<String> key) {
        return new ConnectionForm(
                Optional.empty(), "studio " + UUID.randomUUID(), URI.create("https://a.example"), "svc", key, true);
    }

    private <T> T at(Function<ConnectionDesk, T> work) {
        return database.inTransaction(entities -> work.apply(bench.desk(entities)));
    }

    private void act(Consumer<ConnectionDesk> work) {
        database.doInTransaction(entities -> work.accept(bench.desk(entities)));
    }
}
