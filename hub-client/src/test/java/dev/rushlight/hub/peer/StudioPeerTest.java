package dev.rushlight.hub.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class StudioPeerTest {

    private static final String PROJECT = """
            {"action":"create","entity_type":"Project","entity_key":["p1"],"entity_data":{"__entity_type__":"Project",\
            "id":"p1","name":"spy","full_name":"The Spy","project_schema":{"__entity_type__":"ProjectSchema","id":"%s"}}}""";

    private final StudioPeer peer = new StudioPeer();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void theServerSaysWhichVersionItIsAndWhichSchemasItHas() throws Exception {
        var answers = call("{\"action\":\"query_server_information\"},{\"action\":\"query_schemas\"}");
        assertThat(answers.getJsonObject(0).getString("version")).isEqualTo("4.14.0");
        // MD5 of json.dumps(schemas, sort_keys=True), computed with Python.
        assertThat(answers.getJsonObject(0).getString("schema_hash")).isEqualTo("b947ea790a5ac5c71ec2497524a54db8");
        assertThat(answers.getJsonArray(1)).hasSize(35);
    }

    @Test
    void aWrongKeyIsRefused() throws Exception {
        var answer = post("[{\"action\":\"query_schemas\"}]", "guessed", false);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith(
                        "{\"exception\":\"InvalidCredentialsError\",\"content\":\"The supplied API key is not valid.");
        assertThat(post("[{\"action\":\"query_schemas\"}]", "guessed", true).statusCode())
                .isEqualTo(401);
    }

    @Test
    void anUnknownActionIsNamedAsRealServersDo() throws Exception {
        var error = refusal("{\"action\":\"dance\"}");
        assertThat(error.getString("content")).isEqualTo("Invalid action u'dance'");
        assertThat(error.isNull("error_code")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select from Task",
                "Tusk",
                "Task where",
                "Task where name",
                "Task where name equals \"x\"",
                "Task where name is \"x",
                "Task where colour is \"x\"",
                "Task where name.length is 3",
                "Task where (name is \"x\"",
                "Task where name in (\"x\"",
                "Task limit many",
                "Task limit 5 offset 5",
                "select colour from Task"
            })
    void anExpressionThatMakesNoSenseIsRefused(String expression) throws Exception {
        assertThat(refusal(query(expression)).getString("exception")).isIn("ParseError", "ValidationError");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Status | Not started, In progress, On hold, Approved
                    Status where name is "On hold" | On hold
                    Status where name="On hold"or name is 'Approved' | On hold, Approved
                    select name from Status where name like "%o%" and not (name is "On hold" or name is "Approved") | Not started, In progress
                    Status where name not_like "%O%" |
                    Status where name in ("Approved", 'On hold') | On hold, Approved
                    Status where name not_in ("Approved","On hold") | Not started, In progress
                    Status where state.name is DONE | Approved
                    Status where state has (short is "DONE" and name != "x") | Approved
                    Status where state.name in (DONE,BLOCKED) order by name | Approved, On hold
                    Status where state_id in (select id from State where name is BLOCKED) | On hold
                    Status order by name descending limit 2 | On hold, Not started
                    Status order by name desc, id offset 1 limit 2 | Not started, In progress
                    Status where sort is None | Not started, In progress, On hold, Approved
                    Status where sort is_not None |
                    Status where name > "In" and name <= "Not started" | Not started, In progress
                    Status where not name is "x" and name is "Approved" or name is "On hold" | On hold, Approved
                    Status where color is "#8000ff" and name is_not "Approved" | Not started, In progress, On hold
                    """)
    void theQueryLanguageFindsWhatItSays(String expression, String names) throws Exception {
        assertThat(names(expression)).containsExactly(names == null ? new String[0] : names.split(", "));
    }

    @Test
    void collectionsAreReachedByPathsAndByAny() throws Exception {
        createProject();
        call(task("t1", "comp"), task("t2", "light"), note("n1", "red"), note("n2", "blue"));
        var echo = call("""
                {"action":"update","entity_type":"Task","entity_key":["t1"],"entity_data":{"__entity_type__":"Task",\
                "notes":[{"__entity_type__":"Note","id":"n1"},{"__entity_type__":"Note","id":"n2"}]}}""");
        assertThat(echo.getValue("/0/data/notes").asJsonArray()).hasSize(2);
        assertThat(names("Task where notes.content is red")).containsExactly("comp");
        assertThat(names("Task where notes any (content is red and content is blue)"))
                .isEmpty();
        assertThat(names("Task where notes.content is red and notes.content is blue"))
                .containsExactly("comp");
        assertThat(names("Task where notes any ()")).containsExactly("comp");
        assertThat(names("Task where not notes any ()")).containsExactly("light");
        assertThat(names("Context where project_id is p1")).containsExactly("spy", "comp", "light");
        assertThat(find("select parent_type from Note where id is n1").toString())
                .contains("\"parent_type\":\"Task\"");
        assertThat(find("select notes, link from Task where id is t1").toString())
                .contains("\"notes\":[{\"__entity_type__\":\"Note\",\"id\":\"n1\",\"content\":\"red\"}")
                .contains("\"link\":[{\"type\":\"Project\",\"id\":\"p1\",\"name\":\"spy\"},"
                        + "{\"type\":\"TypedContext\",\"id\":\"t1\",\"name\":\"comp\"}]");
    }

    @Test
    void aFullPagePromisesTheNextOne() throws Exception {
        assertThat(nextOffset("Status limit 3")).isEqualTo("3");
        assertThat(nextOffset("Status  offset 3 limit 3")).isEqualTo("null");
        assertThat(nextOffset("Status limit 4")).isEqualTo("4");
        assertThat(nextOffset("Status offset 4 limit 4")).isEqualTo("null");
    }

    @Test
    void aCreationAnswersWithItsOwnTypeAndWithoutWhatHasNoValue() throws Exception {
        var data = call("""
                        {"action":"create","entity_type":"Component","entity_data":{"__entity_type__":"Component","name":"x","file_type":null}}""").getJsonObject(0).getJsonObject("data");
        assertThat(data.getString("__entity_type__")).isEqualTo("Component");
        assertThat(data.getString("id")).hasSize(36);
        assertThat(data).containsKeys("size", "system_type").doesNotContainKeys("file_type", "version", "version_id");
        assertThat(find("Component").getJsonObject(0).getString("__entity_type__"))
                .isEqualTo("FileComponent");
    }

    @Test
    void aBatchIsDoneAsAWholeOrNotAtAll() throws Exception {
        createProject();
        var error = refusal(task("t1", "comp"), task("t1", "again"));
        assertThat(error.getString("exception")).isEqualTo("DuplicateEntryError");
        assertThat(names("Task")).isEmpty();
    }

    @Test
    void whatIsRequiredMayComeLaterInTheSameBatch() throws Exception {
        createProject();
        var nameless = task("t1", "comp").replace("\"name\":\"comp\",", "");
        assertThat(refusal(nameless).getString("content")).isEqualTo("name of Task t1 is required");
        call(
                nameless,
                "{\"action\":\"update\",\"entity_type\":\"Task\",\"entity_key\":\"t1\",\"entity_data\":{\"name\":\"late\"}}");
        assertThat(names("Task")).containsExactly("late");
    }

    @Test
    void versionsAreNumberedByTheServer() throws Exception {
        createProject();
        call("""
                {"action":"create","entity_type":"Asset","entity_data":{"id":"a1","name":"plate","context_id":"p1","type_id":"%s"}}""".formatted(find("AssetType").getJsonObject(0).getString("id")));
        var version = "{\"action\":\"create\",\"entity_type\":\"AssetVersion\",\"entity_data\":{\"asset_id\":\"a1\"}}";
        var answers = call(version, version);
        assertThat(answers.getJsonObject(1).getJsonObject("data").getInt("version"))
                .isEqualTo(2);
        assertThat(find("select latest_version.version from Asset").toString()).contains("\"version\":2");
    }

    @Test
    void deletingAProjectTakesEverythingInItAlong() throws Exception {
        createProject();
        call(task("t1", "comp"));
        call("{\"action\":\"delete\",\"entity_type\":\"Project\",\"entity_key\":[\"p1\"]}");
        assertThat(names("Context")).isEmpty();
    }

    @Test
    void aSearchFindsEveryTermInTheNamesBelowAContext() throws Exception {
        createProject();
        call(task("t1", "Comp one"), task("t2", "light one"));
        var found = call("""
                {"action":"search","expression":"select name from Task limit 20","entity_type":"Task","terms":["ONE","comp"],\
                "context_id":"p1","object_type_ids":[]}""");
        assertThat(found.getJsonObject(0).getJsonArray("data")).hasSize(1);
    }

    @Test
    void misdeedsHappenOnce() throws Exception {
        peer.failNext("query", "DeadlockError", "try again");
        assertThat(refusal(query("Status")).getString("exception")).isEqualTo("DeadlockError");
        createProject();
        peer.hangUpBefore("create");
        assertThatIOException().isThrownBy(() -> call(task("t1", "before")));
        peer.hangUpAfter("create");
        assertThatIOException().isThrownBy(() -> call(task("t2", "after")));
        assertThat(names("Task")).containsExactly("after");
        assertThat(peer.calls("create")).isEqualTo(3);
    }

    @Test
    void mediaIsTakenOnlyAsItWasSigned() throws Exception {
        var signed = call("""
                        {"action":"get_upload_metadata","component_id":"c1","file_name":"a.mp4","file_size":5,\
                        "checksum":"XUFAKrxLKna5cZ2REBfFkg=="}""").getJsonObject(0);
        var md5 = signed.getJsonObject("headers").getString("Content-MD5");
        assertThat(md5).isEqualTo("XUFAKrxLKna5cZ2REBfFkg==");
        var url = URI.create(signed.getString("url"));
        assertThat(put(url, "hello", "Content-Type", "video/mp4").statusCode()).isEqualTo(403);
        assertThat(put(url, "hullo", "Content-MD5", md5).statusCode()).isEqualTo(400);
        assertThat(put(url, "hello", "Content-MD5", md5).statusCode()).isEqualTo(200);
        assertThat(get("/component/get?id=c1&username=jo&apiKey=s3cret-key").body())
                .isEqualTo("hello");
        assertThat(get("/component/get?id=c1&username=jo&apiKey=x").statusCode())
                .isEqualTo(403);
        assertThat(get("/component/get?id=c2&username=jo&apiKey=s3cret-key").statusCode())
                .isEqualTo(404);
    }

    @Test
    void partsAreJoinedWhenTheyAreComplete() throws Exception {
        var signed =
                call("{\"action\":\"get_upload_metadata\",\"component_id\":\"c1\",\"file_name\":\"a\",\"file_size\":6,\"parts\":2}")
                        .getJsonObject(0);
        var tags = new ArrayList<String>();
        for (var part : signed.getJsonArray("urls").getValuesAs(JsonObject.class)) {
            var url = URI.create(part.getString("signed_url"));
            tags.add(put(url, "abc", "Content-Type", "x/y")
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow()
                    .replace("\"", ""));
        }
        var complete =
                "{\"action\":\"complete_multipart_upload\",\"upload_id\":\"%s\",\"component_id\":\"c1\",\"parts\":[{\"part_number\":1,\"e_tag\":\"%s\"},{\"part_number\":2,\"e_tag\":\"%s\"}]}";
        assertThat(refusal(complete.formatted(signed.getString("upload_id"), tags.get(0), "wrong"))
                        .getString("content"))
                .isEqualTo("Part 2 did not come as it is named");
        call(complete.formatted(signed.getString("upload_id"), tags.get(0), tags.get(1)));
        assertThat(peer.media("c1").orElseThrow()).asString().isEqualTo("abcabc");
    }

    private void createProject() throws Exception {
        call(PROJECT.formatted(find("ProjectSchema").getJsonObject(0).getString("id")));
    }

    private static String task(String id, String name) {
        return """
        {"action":"create","entity_type":"Task","entity_key":["%s"],"entity_data":{"__entity_type__":"Task","id":"%s",\
        "name":"%s","parent":{"__entity_type__":"Project","id":"p1"}}}""".formatted(id, id, name);
    }

    private static String note(String id, String content) {
        return """
        {"action":"create","entity_type":"Note","entity_data":{"id":"%s","content":"%s"}}""".formatted(id, content);
    }

    private static String query(String expression) {
        return JsonProvider.provider()
                .createObjectBuilder()
                .add("action", "query")
                .add("expression", expression)
                .build()
                .toString();
    }

    private List<String> names(String expression) throws Exception {
        var selected = expression.startsWith("select") ? expression : "select name from " + expression;
        return find(selected).getValuesAs(JsonObject.class).stream()
                .map(it -> it.getString("name"))
                .toList();
    }

    private JsonArray find(String expression) throws Exception {
        return call(query(expression)).getJsonObject(0).getJsonArray("data");
    }

    private String nextOffset(String expression) throws Exception {
        return call(query(expression))
                .getJsonObject(0)
                .getValue("/metadata/next/offset")
                .toString();
    }

    private JsonArray call(String... operations) throws Exception {
        return read(post("[" + String.join(",", operations) + "]", "s3cret-key", false)
                        .body())
                .asJsonArray();
    }

    private JsonObject refusal(String... operations) throws Exception {
        var answer = post("[" + String.join(",", operations) + "]", "s3cret-key", false);
        assertThat(answer.statusCode()).isEqualTo(200);
        return read(answer.body()).asJsonObject();
    }

    private static JsonStructure read(String json) {
        try (var reader = JsonProvider.provider().createReader(new StringReader(json))) {
            return reader.read();
        }
    }

    private HttpResponse<String> post(String body, String key, boolean strict)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(peer.settings().api())
                .header("ftrack-user", "jo")
                .header("ftrack-api-key", key)
                .header("ftrack-strict-api", Boolean.toString(strict))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> put(URI url, String body, String header, String value)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url)
                .header(header, value)
                .PUT(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(peer.address().resolve(path)).build(), BodyHandlers.ofString());
    }
}
