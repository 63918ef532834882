package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.HttpProxy;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.PythonJson;
import dev.rushlight.hub.TlsSettings;
import dev.rushlight.hub.cache.KeyMakers;
import dev.rushlight.hub.cache.MemoryCache;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What opening a session costs, what it leaves behind, and where its options come from. */
@Timeout(60)
class SessionOpeningTest {

    private static final String SCHEMAS = """
            [{"id":"Location","primary_key":["id"],"default_projections":["id","name"],
              "properties":{"id":{"type":"string"},"name":{"type":"string"}}},
             {"id":"Task","primary_key":["id"],"default_projections":["id","name"],
              "properties":{"id":{"type":"string"},"name":{"type":"string"}}}]""";
    private static final String HASH = PythonJson.md5(JsonText.parse(SCHEMAS));

    @TempDir
    private Path directory;

    private final ScriptedPeer peer = new ScriptedPeer();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void aSessionCostsTwoCallsAndWithFreshSchemasOne() {
        serve();
        open(session().schemaCachePath(directory));
        assertThat(calls).hasValue(2);
        open(session().schemaCachePath(directory));
        assertThat(calls).hasValue(3);
        open(session().schemaCachePath(directory).withoutSchemaCache());
        assertThat(calls).hasValue(5);
    }

    @Test
    void schemasAreKeptWhereTheEnvironmentSays() {
        serve();
        var schemas = directory.resolve("schemas");
        open(session(Map.of("FTRACK_API_SCHEMA_CACHE_PATH", schemas.toString(), "HOME", "/nowhere")));
        assertThat(schemas).isDirectoryContaining("glob:**/ftrack_api_schema_cache_*.json");
    }

    @Test
    void settingsAloneTakeNothingFromTheEnvironment() {
        serve();
        Session.open(peer.settings()).close();
        Session.open(peer.settings()).close();
        assertThat(calls).hasValue(4);
        assertThat(SessionOptions.of(peer.settings()).pluginPaths().places()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,      HOME,           /home/jo, /home/jo/.cache",
        "Linux,      XDG_CACHE_HOME, /cache,   /cache",
        "Mac OS X,   HOME,           /Users/jo, /Users/jo/Library/Caches",
        "Windows 11, LOCALAPPDATA,   /jo/AppData, /jo/AppData",
        "Windows 11, HOME,           /jo,       ",
        "Linux,      LOCALAPPDATA,   /jo,       "
    })
    void theUsersCachesAreWhereTheSystemHasThem(String system, String name, String value, String expected) {
        var variables = Map.of(name, value);
        var folders = new SessionFolders(variable -> Optional.ofNullable(variables.get(variable)));
        assertThat(folders.caches(system))
                .isEqualTo(Optional.ofNullable(expected).map(Path::of));
    }

    @Test
    void aCachePathThatIsNoneIsPassedOver() {
        var variables = Map.of("FTRACK_API_SCHEMA_CACHE_PATH", "/schemas\0", "HOME", "/home\0", "LOCALAPPDATA", "\0");
        var folders = new SessionFolders(variable -> Optional.ofNullable(variables.get(variable)));
        assertThat(folders.schemas()).isEmpty();
    }

    @Test
    void withoutAHomeNothingIsKept() {
        assertThat(session().options().schemaCachePath()).isEmpty();
    }

    @Test
    void theFixedLocationsAreKnownWithoutAsking() {
        serve();
        try (var session = session().open()) {
            var fixed = Map.of(
                    "ftrack.origin", "ce9b348f-8809-11e3-821c-20c9d081909b",
                    "ftrack.unmanaged", "cb268ecc-8809-11e3-a7e2-20c9d081909b",
                    "ftrack.review", "cd41be70-8809-11e3-b98a-20c9d081909b",
                    "ftrack.server", "3a372bde-05bc-11e4-8908-20c9d081909b");
            fixed.forEach((name, id) -> assertThat(session.get("Location", id))
                    .hasValueSatisfying(
                            location -> assertThat(location.text("name")).contains(name)));
            assertThat(calls).hasValue(2);
        }
    }

    @Test
    void aServerWithoutLocationsIsFineToo() {
        peer.onApi(request ->
                HttpAnswer.ok(request.body().contains("query_schemas") ? "[[]]" : "[{\"version\":\"dev\"}]"));
        try (var session = session().open()) {
            assertThat(session.schemas()).isEmpty();
        }
    }

    @Test
    void theUsersCacheIsAskedBeforeTheServerAndOutlivesTheSession() {
        serve();
        var far = new MemoryCache(100);
        var task = JsonText.parseObject("{\"__entity_type__\":\"Task\",\"id\":\"t1\",\"name\":\"comp\"}");
        far.put(KeyMakers.hashed().key("Task", List.of("t1")), task);
        try (var session =
                session().cache(far).cacheKeyMaker(KeyMakers.hashed()).open()) {
            assertThat(session.get("Task", "t1"))
                    .hasValueSatisfying(it -> assertThat(it.text("name")).contains("comp"));
            assertThat(calls).hasValue(2);
        }
        assertThat(far.keys()).isNotEmpty();
    }

    @Test
    void everythingThatNeedsTheServerIsRefusedOnceClosed() {
        serve();
        var session = session().open();
        var task = session.create("Task", Map.of("id", "t1"));
        session.close();
        List.<Consumer<Session>>of(
                        it -> it.call(List.of()),
                        it -> it.query("Task"),
                        it -> it.get("Task", "t1"),
                        it -> it.create("Task", Map.of()),
                        it -> it.ensure("Task", Map.of("name", "x"), "name"),
                        it -> it.delete(task),
                        it -> it.populate(List.of(task), "name"),
                        it -> it.tasks().inviteUser("u1"),
                        Session::commit,
                        Session::rollback,
                        Session::reset)
                .forEach(use -> assertThatExceptionOfType(SessionClosed.class).isThrownBy(() -> use.accept(session)));
        assertThat(calls).hasValue(2);
        assertThat(session.serverInformation()).isNotEmpty();
    }

    @Test
    void aClosedSessionIsForgotten() {
        serve();
        var reference = new WeakReference<>(closed());
        for (var i = 0; i < 100 && reference.get() != null; i++) {
            System.gc();
        }
        assertThat(reference.get()).isNull();
    }

    @Test
    void aSessionThatIsStillOpenWhenTheProgramEndsIsClosed() throws Exception {
        serve();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SessionLeftOpen.class.getName(),
                        peer.address().toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(directory.resolve("output")))
                .isZero();
        assertThat(peer.nextEvent("ftrack.meta.unsubscribe")).isNotNull();
    }

    @Test
    void whatTheBuilderIsGivenWinsOverTheEnvironment() {
        var builder = session(Map.of("HTTP_PROXY", "ftp://unusable", "REQUESTS_CA_BUNDLE", "/env.pem"));
        var tls = TlsSettings.usual().withAuthorities(Path.of("/given.pem"));
        assertThat(builder.withoutProxy().settings().proxy()).isEmpty();
        assertThat(builder.settings().tls().authorities()).contains(Path.of("/env.pem"));
        var settings = builder.proxy(new HttpProxy("proxy", 3128)).tls(tls).settings();
        assertThat(settings.proxy()).contains(new HttpProxy("proxy", 3128));
        assertThat(settings.tls()).isEqualTo(tls);
    }

    @Test
    void everyOptionHasItsDefault() {
        var options = session().options();
        assertThat(options.settings().timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(options.settings().strictApi()).isFalse();
        assertThat(options.settings().proxy()).isEmpty();
        assertThat(options.settings().tls()).isEqualTo(TlsSettings.usual());
        assertThat(options.autoConnect()).isFalse();
        assertThat(options.autoPopulate()).isTrue();
        assertThat(options.cache()).isEmpty();
        assertThat(options.keyMaker().key("Task", List.of("t1")))
                .isEqualTo(KeyMakers.text().key("Task", List.of("t1")));
        assertThat(options.pluginPaths().places()).isEmpty();
        assertThat(options.pluginArguments()).isEmpty();
    }

    @Test
    void optionsPrintNoSecret() {
        var options = session().pluginArguments(Map.of("token", "s3cret")).options();
        assertThat(options.toString()).contains("jo", "token").doesNotContain("s3cret");
    }

    @Test
    void theEventHubCanBeOtherThanUsual() {
        serve();
        try (var session = session().eventHub(hub -> hub.messageLimit(10)).open()) {
            var event = Event.of("x", JsonText.parse("\"more than ten bytes\""));
            assertThat(session.eventHub().publish(event))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .satisfies(delivery -> assertThat(delivery.detail()).contains("at most 10 are sent"));
        }
    }

    private Session closed() {
        var session = session().open();
        session.close();
        return session;
    }

    private static void open(SessionBuilder builder) {
        try (var session = builder.open()) {
            assertThat(session.schemas()).isEqualTo(JsonText.parseArray(SCHEMAS));
        }
    }

    private SessionBuilder session() {
        return session(Map.of());
    }

    private SessionBuilder session(Map<String, String> environment) {
        return Session.builder()
                .environment(name -> Optional.ofNullable(environment.get(name)))
                .serverUrl(peer.address().toString())
                .apiKey("s3cret-key")
                .apiUser("jo");
    }

    private void serve() {
        peer.onApi(request -> {
            calls.incrementAndGet();
            return HttpAnswer.ok(
                    request.body().contains("query_schemas")
                            ? "[" + SCHEMAS + "]"
                            : "[{\"version\":\"4.14.0\",\"schema_hash\":\"" + HASH + "\"}]");
        });
    }
}
