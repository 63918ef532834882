package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.cache.FileCache;
import dev.rushlight.hub.contract.SessionContract;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import dev.rushlight.hub.peer.StudioPeer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerSessionTest extends SessionContract {

    private final StudioPeer peer = new StudioPeer();

    @Override
    protected URI address() {
        return peer.address();
    }

    @Override
    protected Credentials credentials() {
        return peer.settings().credentials();
    }

    @AfterEach
    void closePeer() {
        peer.close();
    }

    @Test
    void openingCostsTwoBatches() {
        open();
        assertThat(peer.batches()).isEqualTo(2);
        assertThat(peer.calls("query_server_information")).isEqualTo(1);
        assertThat(peer.calls("query_schemas")).isEqualTo(1);
    }

    @Test
    void aPageIsAskedForOnlyWhenItIsReached() {
        var session = open();
        var project = newProject(session);
        IntStream.range(0, 25).forEach(i -> newTask(session, project, "task " + i));
        session.commit();
        var before = peer.calls("query");
        var query = session.query("Task where project_id is {}", project.id()).pageSize(10);
        assertThat(peer.calls("query")).isEqualTo(before);
        assertThat(query.stream().limit(10)).hasSize(10);
        assertThat(peer.calls("query")).isEqualTo(before + 1);
        assertThat(query.stream().limit(11)).hasSize(11);
        assertThat(peer.calls("query")).isEqualTo(before + 3);
        assertThat(query.all()).hasSize(25);
        assertThat(peer.calls("query")).isEqualTo(before + 6);
    }

    @Test
    void manyEntitiesArePopulatedByOneQueryAndNotAskedForAgain() {
        var session = open();
        var project = newProject(session);
        IntStream.range(0, 20).forEach(i -> newTask(session, project, "task").set("description", "d"));
        session.commit();
        var fresh = open();
        var tasks = fresh.query("Task where project_id is {}", project.id()).all();
        var before = peer.calls("query");
        fresh.populate(tasks, "description", "type");
        assertThat(peer.calls("query")).isEqualTo(before + 1);
        assertThat(tasks).allMatch(task -> task.text("description").equals(Optional.of("d")));
        assertThat(tasks).allMatch(task -> task.reference("type").isEmpty());
        assertThat(peer.calls("query")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReadIsRepeatedWhenTheConnectionEnds(boolean afterwards) {
        var session = open();
        if (afterwards) {
            peer.hangUpAfter("query");
        } else {
            peer.hangUpBefore("query");
        }
        assertThat(session.query("Location").all()).hasSize(5);
        assertThat(peer.calls("query")).isEqualTo(2);
    }

    @Test
    void aServerThatStallsIsGivenUp() {
        var goOn = new CountDownLatch(1);
        try (var session = builder().timeout(Duration.ofSeconds(2)).open()) {
            IntStream.range(0, 20).forEach(i -> peer.holdNext("query", goOn));
            assertThatExceptionOfType(ServerUnreachable.class)
                    .isThrownBy(() -> session.query("Location").all())
                    .satisfies(e -> assertThat(e.toString())
                            .doesNotContain(credentials().key()));
        } finally {
            goOn.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Bad gateway</html>",
                "",
                "[",
                "[]",
                "[{},{}]",
                "{}",
                "[{\"action\":\"query\"}]",
                "[{\"action\":\"query\",\"data\":{}}]",
                "[{\"action\":\"query\",\"data\":[7],\"metadata\":{\"next\":{\"offset\":null}}}]",
                "[{\"action\":\"query\",\"data\":[{\"id\":\"1\"}],\"metadata\":{\"next\":{\"offset\":null}}}]",
                "[{\"action\":\"query\",\"data\":[{\"__entity_type__\":\"Location\"}],\"metadata\":{\"next\":{\"offset\":null}}}]",
                "[{\"action\":\"query\",\"data\":[{\"__entity_type__\":\"Ghost\",\"id\":\"1\"}],\"metadata\":{\"next\":{\"offset\":null}}}]"
            })
    void anAnswerThatIsNoneIsAnErrorAndNothingWorse(String answer) {
        var session = open();
        peer.answerNext("query", HttpAnswer.ok(answer));
        assertThatRuntimeException()
                .isThrownBy(() -> session.query("Location").all())
                .isNotInstanceOfAny(NullPointerException.class, ClassCastException.class);
        assertThat(session.query("Location").all()).hasSize(5);
    }

    @Test
    void aNextPageThatIsNoLaterDoesNotTurnInCircles() {
        var session = open();
        for (var i = 0; i < 5; i++) {
            peer.answerNext(
                    "query",
                    HttpAnswer.ok(
                            "[{\"action\":\"query\",\"data\":[{\"__entity_type__\":\"Location\",\"id\":\"1\"}],\"metadata\":{\"next\":{\"offset\":0}}}]"));
        }
        assertThatRuntimeException().isThrownBy(() -> session.query("Location").all());
    }

    @Test
    void anErrorKeepsItsNameWithEveryStatus() {
        var session = open();
        peer.answerNext(
                "query",
                HttpAnswer.of(500, "{\"exception\":\"MaintenanceError\",\"content\":\"later\",\"error_code\":\"E7\"}"));
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> session.query("Location").all())
                .satisfies(e -> assertThat(e.exception()).isEqualTo("MaintenanceError"))
                .satisfies(e -> assertThat(e.errorCode()).contains("E7"));
        assertThat(peer.calls("query")).isEqualTo(1);
    }

    @Test
    void aReadIsRepeatedWhenAGatewayHasNoServer() {
        var session = open();
        peer.answerNext("query", HttpAnswer.of(502, "<html>Bad gateway</html>"));
        assertThat(session.query("Location").all()).hasSize(5);
        assertThat(peer.calls("query")).isEqualTo(2);
    }

    @Test
    void aResetForgetsWhatWasReadAndWhatWasNotCommitted() {
        var session = open();
        var project = newProject(session);
        var other = open();
        other.get("Project", project.id()).orElseThrow().set("full_name", "by another");
        other.commit();
        assertThat(session.get("Project", project.id()).orElseThrow().text("full_name"))
                .isNotEqualTo(Optional.of("by another"));
        newTask(session, project, "never");
        session.reset();
        session.commit();
        assertThat(session.get("Project", project.id()).orElseThrow().text("full_name"))
                .contains("by another");
        assertThat(session.query("Task").all()).isEmpty();
    }

    @Test
    void openingAgainWithAFreshSchemaCacheCostsOneBatch(@TempDir Path folder) {
        for (var i = 0; i < 2; i++) {
            try (var session = builder().schemaCachePath(folder).open()) {
                assertThat(session.schemas()).hasSize(35);
            }
        }
        assertThat(peer.calls("query_server_information")).isEqualTo(2);
        assertThat(peer.calls("query_schemas")).isEqualTo(1);
    }

    @Test
    void whatOneSessionCachedAnotherNeedNotAskFor(@TempDir Path folder) {
        String id;
        try (var session = builder().cache(FileCache.in(folder)).open()) {
            id = newProject(session).id();
        }
        try (var session = builder().cache(FileCache.in(folder)).open()) {
            var before = peer.calls("query");
            var project = session.get("Project", id).orElseThrow();
            assertThat(project.text("full_name")).isPresent();
            assertThat(peer.calls("query")).isEqualTo(before);
            session.delete(project);
            session.commit();
        }
        try (var session = builder().cache(FileCache.in(folder)).open()) {
            assertThat(session.get("Project", id)).isEmpty();
        }
    }

    @Test
    void aResetLeavesACacheThatOthersShare(@TempDir Path folder) {
        var id = newProject(open()).id();
        try (var cache = FileCache.in(folder);
                var session = builder().cache(cache).open()) {
            session.get("Project", id).orElseThrow();
            var kept = cache.keys();
            session.reset();
            assertThat(cache.keys()).isNotEmpty().isEqualTo(kept);
        }
        try (var session = builder().cache(FileCache.in(folder)).open()) {
            var before = peer.calls("query");
            assertThat(session.get("Project", id)).isPresent();
            assertThat(peer.calls("query")).isEqualTo(before);
        }
    }

    @Test
    void withoutAutoPopulationNothingIsAskedForUnasked() {
        var project = newProject(open());
        try (var session = builder().autoPopulate(false).open()) {
            var found = session.query("select id from Project").one();
            var before = peer.batches();
            assertThatExceptionOfType(AttributeNotLoaded.class).isThrownBy(() -> found.text("full_name"));
            assertThat(peer.batches()).isEqualTo(before);
            session.populate(List.of(found), "full_name");
            assertThat(found.text("full_name")).isEqualTo(project.text("full_name"));
        }
    }

    private SessionBuilder builder() {
        return Session.builder()
                .environment(name -> Optional.empty())
                .serverUrl(address().toString())
                .apiUser(credentials().user())
                .apiKey(credentials().key())
                .withoutSchemaCache();
    }
}
