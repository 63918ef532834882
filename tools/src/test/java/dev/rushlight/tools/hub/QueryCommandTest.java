package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.api.Session;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import dev.rushlight.hub.peer.StudioPeer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCommandTest {

    private final StudioPeer peer = new StudioPeer();
    private final Shell shell = Shell.at(peer.address());

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void theColumnsAreTheProjections() {
        assertThat(shell.run(
                        "query",
                        "select name, state.name from Status where name in (\"Approved\", \"On hold\") "
                                + "order by name"))
                .isZero();

        assertThat(shell.lines())
                .containsExactly(
                        "name      state.name", //
                        "--------  ----------",
                        "Approved  DONE",
                        "On hold   BLOCKED");
        assertThat(shell.errors()).isEmpty();
    }

    @Test
    void withoutSelectTheColumnsAreWhatTheSchemaSaysIsUsual() {
        assertThat(shell.run("query", "Status where name is \"Approved\"")).isZero();

        assertThat(shell.lines().get(0)).contains("name");
        assertThat(shell.lines().get(2)).contains("Approved");
    }

    @Test
    void asJsonEveryLineIsOneEntity() {
        assertThat(shell.run("query", "select name from Location order by name", "--json"))
                .isZero();

        assertThat(shell.lines())
                .hasSize(5)
                .allSatisfy(
                        line -> assertThat(JsonText.parseObject(line)).containsKeys("id", "name", "__entity_type__"));
    }

    @Test
    void referencesCollectionsAndDatesAreTold() {
        answerWith("""
                {"status":{"__entity_type__":"Status","id":"s","name":"Done"},
                 "due":{"__type__":"datetime","value":"2026-11-27T12:00:00"},
                 "assets":[{"name":"a","versions":[{"version":1},{"version":2}]},{"name":"b","versions":[]}],
                 "metadata":[{"key":"k","value":"v"}],
                 "none":null,"count":3}""");

        shell.run("query", "select status, due, assets.name, assets.versions.version, metadata, none, count from Task");

        assertThat(shell.lines().get(2).split("\\s{2,}"))
                .containsExactly("Done", "2026-11-27T12:00:00", "a, b", "1, 2,", "k=v", "3");
    }

    @Test
    void limitAndOffsetCountWhereverTheyStand() {
        var all = names("select name from Location order by name");

        assertThat(names("select name from Location order by name", "--limit", "2"))
                .isEqualTo(all.subList(0, 2));
        assertThat(names("select name from Location order by name limit 2")).isEqualTo(all.subList(0, 2));
        assertThat(names("select name from Location order by name limit 3", "--limit", "1"))
                .isEqualTo(all.subList(0, 1));
        assertThat(names("select name from Location order by name offset 3 limit 5"))
                .isEqualTo(all.subList(3, 5));
        assertThat(names("select name from Location order by name limit 1 offset 4"))
                .isEqualTo(all.subList(4, 5));
        assertThat(names("select name from Location limit 0")).isEmpty();
    }

    @Test
    void manyAreAskedForPageByPage() {
        try (var session = Session.open(peer.settings())) {
            session.call(
                    IntStream.range(0, 501).mapToObj(QueryCommandTest::newUser).toList());
        }
        var before = peer.calls("query");

        assertThat(shell.run("query", "select username from User where username like \"many%\"", "--json"))
                .isZero();

        assertThat(shell.lines()).hasSize(501).doesNotHaveDuplicates();
        assertThat(peer.calls("query") - before).isEqualTo(2);
    }

    @Test
    void aServerThatGoesRoundInCirclesIsLeft() {
        peer.answerNext(
                "query",
                HttpAnswer.ok(
                        "[{\"action\":\"query\",\"data\":[{\"id\":\"1\"}],\"metadata\":{\"next\":{\"offset\":0}}}]"));

        assertThat(shell.run("query", "select id from User", "--json")).isZero();

        assertThat(shell.lines()).hasSize(1);
    }

    @Test
    void whatTheServerRefusesIsToldInItsWords() {
        assertThat(shell.run("query", "select nonsense from Location")).isEqualTo(1);

        assertThat(shell.errors()).hasLineCount(1).contains("nonsense");
        assertThat(shell.output()).isEmpty();
    }

    @Test
    void aTypeThatTheServerDoesNotHaveIsNamed() {
        assertThat(shell.run("query", "Spaceship where name is \"Rocinante\"")).isEqualTo(1);

        assertThat(shell.errors()).isEqualTo("rushlight: The server has no entity type Spaceship\n");
    }

    @Test
    void nothingFoundIsNoFailure() {
        assertThat(shell.run("query", "select name from Location where name is \"nowhere\""))
                .isZero();

        assertThat(shell.output()).isEmpty();
        assertThat(shell.errors()).isEqualTo("rushlight: nothing found\n");
    }

    @Test
    void cellsHaveNoPowerOverTheTerminalAndAreNotTooWide() {
        answerWith("{\"name\":\"\\u001b[31mred\\nnext\",\"text\":\"" + "x".repeat(500) + "\"}");

        shell.run("query", "select name, text from Task");

        assertThat(shell.lines()).hasSize(3).allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
        assertThat(shell.output()).contains("\\u001b[31mred\\u000anext", "…").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "select name", "select from Task", "!"})
    void whatIsNoQueryIsRefused(String text) {
        assertThat(shell.run("query", text)).isEqualTo(2);

        assertThat(shell.errors()).hasLineCount(1);
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThat(shell.run("query", "User", "--limit", "0")).isEqualTo(2);
        assertThat(shell.run("query", "User", "--json", "--table")).isEqualTo(2);

        assertThat(peer.calls("query_server_information")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}]", "[[]]", "[{\"data\":[1]}]", "[{\"data\":{}}]"})
    void anAnswerThatIsNoneIsAFailure(String answer) {
        peer.answerNext("query", HttpAnswer.ok(answer));

        assertThat(shell.run("query", "select id from User")).isEqualTo(1);

        assertThat(shell.errors()).hasLineCount(1);
    }

    @Test
    void aServerWithoutEntitiesIsNamedAsOne() {
        peer.answerNext(
                "query",
                HttpAnswer.ok(
                        "{\"exception\":\"ServerError\",\"content\":\"Invalid action u'query'\",\"error_code\":null}"));

        assertThat(shell.run("query", "select id from User")).isEqualTo(1);

        assertThat(shell.errors()).hasLineCount(1).contains("this server stores no entities, so ask one that does");
    }

    @Test
    void aWrongKeyIsRefused() {
        shell.set("FTRACK_API_KEY", "wrong-key");

        assertThat(shell.run("query", "User")).isEqualTo(1);

        assertThat(shell.errors())
                .hasLineCount(1)
                .contains("API key is not valid")
                .doesNotContain("wrong-key");
    }

    @Test
    void aServerThatIsDownIsExitCode3() {
        peer.close();

        assertThat(shell.run("query", "User")).isEqualTo(3);
    }

    @Test
    void aReaderThatHasSeenEnoughEndsItWithoutAWord() {
        assertThat(shell.printingTo(new PrintWriter(new BrokenPipe())).run("query", "User"))
                .isZero();

        assertThat(shell.errors()).isEmpty();
    }

    private List<String> names(String... arguments) {
        var once = Shell.at(peer.address());
        var all = new ArrayList<>(List.of("query", "--json"));
        all.addAll(List.of(arguments));
        assertThat(once.run(all.toArray(String[]::new))).isZero();
        return once.lines().stream()
                .map(line -> JsonText.parseObject(line).getString("name"))
                .toList();
    }

    private void answerWith(String row) {
        peer.answerNext(
                "query",
                HttpAnswer.ok("[{\"action\":\"query\",\"data\":[%s],\"metadata\":{\"next\":{\"offset\":null}}}]"
                        .formatted(row)));
    }

    private static JsonObject newUser(int number) {
        return Json.createObjectBuilder()
                .add("action", "create")
                .add("entity_type", "User")
                .add(
                        "entity_data",
                        Json.createObjectBuilder()
                                .add("__entity_type__", "User")
                                .add("username", "many" + number))
                .build();
    }
}
