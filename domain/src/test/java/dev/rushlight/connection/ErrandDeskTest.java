package dev.rushlight.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.ExchangeBench;
import dev.rushlight.exchange.InboxState;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleBench;
import dev.rushlight.people.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ErrandDeskTest {

    private static final JsonObject DONE =
            Json.createObjectBuilder().add("success", true).build();
    private static final JsonObject REFUSED =
            Json.createObjectBuilder().add("success", false).build();

    private final Database database;
    private final SteppingClock clock = new SteppingClock();
    private final ExchangeBench exchange = new ExchangeBench(clock);
    private final AtomicInteger effects = new AtomicInteger();

    @TempDir
    private Path data;

    private ConnectionBench bench;
    private Identity admin;
    private Identity maria;
    private ConnectionId studio;

    ErrandDeskTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void saveAConnection() {
        bench = new ConnectionBench(exchange, clock, data);
        admin = database.inTransaction(entities -> PeopleBench.somebody(entities, "root", Role.ADMIN, clock));
        maria = database.inTransaction(entities -> PeopleBench.somebody(entities, "maria", Role.REVIEWER, clock));
        studio = database.inTransaction(entities -> bench.desk(entities)
                        .save(
                                admin,
                                new ConnectionForm(
                                        Optional.empty(),
                                        "studio " + UUID.randomUUID(),
                                        URI.create("https://a.example"),
                                        "svc",
                                        Optional.of("key"),
                                        true)))
                .id();
        accept(ActsBy.SAME_NAMES);
    }

    @Test
    void anErrandIsDoneOnceAndAnsweredEachTime() {
        var arrival = arrival("once", maria.username());

        var first = at(desk -> desk.carryOut(arrival, this::count));
        var again = at(desk -> desk.carryOut(arrival, this::count));

        assertThat(effects).hasValue(1);
        assertThat(first.getBoolean("duplicate")).isFalse();
        assertThat(first.getString("for")).isEqualTo(maria.username());
        assertThat(again.getBoolean("duplicate")).isTrue();
        assertThat(again.getString("for")).isEqualTo(maria.username());
        assertThat(owed()).containsExactly(first.toString(), again.toString());
        assertThat(log()).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(InboxState.ACCEPTED);
            assertThat(entry.topic()).isEqualTo("webreview.vote");
            assertThat(entry.submitter()).contains(maria.username());
        });
    }

    @Test
    void whatIsRefusedLeavesNothingAndIsKeptOnItsOwn() {
        var arrival = arrival("refused", maria.username());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> at(desk -> desk.carryOut(arrival, actor -> {
                    throw new IllegalStateException("not like that");
                })));
        assertThat(log()).isEmpty();
        assertThat(owed()).isEmpty();

        at(desk -> desk.refuse(arrival, REFUSED));
        var again = at(desk -> desk.carryOut(arrival, this::count));

        assertThat(effects).hasValue(0);
        assertThat(again.getBoolean("success")).isFalse();
        assertThat(again.getBoolean("duplicate")).isTrue();
        assertThat(log())
                .singleElement()
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(InboxState.REFUSED));
    }

    @Test
    void nobodyActsWhereTheRulesSayNobody() {
        accept(ActsBy.OFF);

        assertThatExceptionOfType(NobodyActs.class)
                .isThrownBy(() -> at(desk -> desk.carryOut(arrival("off", maria.username()), this::count)));
        assertThatExceptionOfType(NobodyActs.class)
                .isThrownBy(() -> at(desk -> desk.carryOut(arrival("who", "stranger"), this::count)));
        assertThat(effects).hasValue(0);
    }

    @Test
    void aQuestionIsAnsweredWhoeverAsks() {
        accept(ActsBy.OFF);

        var answer = at(desk -> desk.answer(arrival("question", "stranger"), () -> DONE));

        assertThat(answer.getBoolean("success")).isTrue();
        assertThat(owed()).containsExactly(answer.toString());
    }

    @Test
    void whoeverNamesNoClientIsNotAnswered() {
        var silent = new Arrival(
                studio,
                "silent",
                "webreview.vote",
                clock.instant(),
                Optional.of(maria.username()),
                Optional.empty(),
                "{}");

        at(desk -> desk.carryOut(silent, this::count));

        assertThat(effects).hasValue(1);
        assertThat(owed()).isEmpty();
    }

    private JsonObject count(Identity actor) {
        effects.incrementAndGet();
        return Json.createObjectBuilder(DONE).add("for", actor.username()).build();
    }

    private void accept(ActsBy whom) {
        database.doInTransaction(entities ->
                bench.desk(entities).rule(admin, studio, new ConnectionRules(Hears.OWN, Visibility.TEAM, whom)));
    }

    private Arrival arrival(String eventId, String hubUser) {
        return new Arrival(
                studio,
                eventId,
                "webreview.vote",
                clock.instant(),
                Optional.of(hubUser),
                Optional.of("client-1"),
                "{}");
    }

    private List<String> owed() {
        return database.inTransaction(entities -> exchange.desk(entities).claim(studio, OwedKind.ALL, 10)).stream()
                .map(owed -> owed.payload().orElseThrow())
                .toList();
    }

    private List<InboxEntry> log() {
        return database
                .inTransaction(
                        entities -> ConnectionBench.log(entities).inbox(admin, Optional.empty(), Optional.empty(), 200))
                .stream()
                .filter(entry -> entry.connection().equals(studio))
                .toList();
    }

    private <T> T at(Function<ErrandDesk, T> work) {
        return database.inTransaction(entities -> work.apply(bench.errands(entities)));
    }
}
