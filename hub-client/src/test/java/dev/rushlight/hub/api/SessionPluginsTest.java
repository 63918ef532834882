package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rushlight.hub.HubState;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHandler;
import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import jakarta.json.JsonValue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plugins in real jars, and what a session tells them; what each does is given to it as an argument. */
@Timeout(60)
class SessionPluginsTest {

    private static final String CONSTRUCT = "ftrack.api.session.construct-entity-type";
    private static final String SCHEMAS = """
            [[{"id":"Location","primary_key":["id"],"default_projections":["id","name"],
               "properties":{"id":{"type":"string"},"name":{"type":"string"}}},
              {"id":"Task","primary_key":["id"],"default_projections":["id"],"properties":{"id":{"type":"string"}}}]]""";

    @TempDir
    private static Path directory;

    private static Path jar;

    private final ScriptedPeer peer = new ScriptedPeer();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void compile() throws IOException {
        var source = Files.writeString(directory.resolve("Told.java"), """
                import dev.rushlight.hub.api.*;
                import java.util.*;
                import java.util.function.BiConsumer;

                public final class Told implements SessionPlugin {
                    @Override
                    public Set<String> argumentNames() {
                        return Set.of("what", "colour");
                    }

                    @Override
                    @SuppressWarnings("unchecked")
                    public void register(Session session, Map<String, Object> arguments) {
                        ((BiConsumer<Session, Map<String, Object>>) arguments.get("what")).accept(session, arguments);
                    }
                }
                """);
        var compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), source.toString());
        assertThat(compiled).isZero();
        jar = directory.resolve("told.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("Told.class"));
            out.write(Files.readAllBytes(directory.resolve("Told.class")));
            out.putNextEntry(new JarEntry("META-INF/services/" + SessionPlugin.class.getName()));
            out.write("Told".getBytes());
        }
        jar = jar.toRealPath();
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void aPluginHearsOfEveryStepInItsOrderAndTheServerOfNone() {
        serve("{\"version\":\"dev\",\"storage_scenario\":{\"scenario\":\"ftrack.automatic\",\"data\":{}}}");
        try (var session = open(this::record)) {
            assertThat(heard)
                    .containsExactly(
                            "registered with 0 schemas",
                            CONSTRUCT + " Location of 2",
                            CONSTRUCT + " Task of 2",
                            "ftrack.storage-scenario.activate ftrack.automatic",
                            "ftrack.api.session.configure-location",
                            "ftrack.api.session.ready");
            assertThat(calls).hasValue(2);
            assertThat(session.eventHub().status().state()).isEqualTo(HubState.IDLE);
            assertThat(session.pluginProblems()).isEmpty();
        }
    }

    @Test
    void aResetForgetsWhatWasRecordedAndConfiguresTheLocationsAgain() {
        serve("{\"version\":\"dev\"}");
        try (var session = open(this::record)) {
            heard.clear();
            session.create("Task", Map.of("id", "t1"));
            session.reset();
            session.commit();
            assertThat(heard).containsExactly("ftrack.api.session.configure-location", "ftrack.api.session.reset");
            assertThat(session.get("Location", "ce9b348f-8809-11e3-821c-20c9d081909b"))
                    .isPresent();
            assertThat(calls).hasValue(2);
        }
    }

    @Test
    void aPluginGetsTheArgumentsThatItNames() {
        serve("{\"version\":\"dev\"}");
        var given = new AtomicReference<Map<String, Object>>(Map.of());
        BiConsumer<Session, Map<String, Object>> what = (session, arguments) -> given.set(arguments);
        try (var session = session()
                .pluginArguments(Map.of("what", what, "colour", "blue", "size", 7))
                .open()) {
            assertThat(session.pluginProblems()).isEmpty();
        }
        assertThat(given.get()).containsOnlyKeys("what", "colour").containsEntry("colour", "blue");
    }

    @Test
    void aBrokenPluginIsReportedAndTheOthersGoOn() throws IOException {
        serve("{\"version\":\"dev\"}");
        var junk = Files.writeString(directory.resolve("junk.jar"), "no jar").toRealPath();
        var missing = directory.resolve("missing.jar");
        BiConsumer<Session, Map<String, Object>> what = (session, arguments) -> {
            throw new LinkageError("it was compiled against something else");
        };
        try (var session = session()
                .pluginPaths(List.of(junk, missing, jar))
                .pluginArguments(Map.of("what", what))
                .open()) {
            assertThat(session.pluginProblems()).hasSize(3);
            assertThat(session.pluginProblems().toString()).contains("junk.jar", "missing.jar");
            var last = session.pluginProblems().get(2);
            assertThat(last.path()).isEqualTo(jar.toString());
            assertThat(last.reason())
                    .isEqualTo("Told cannot be registered: java.lang.LinkageError: it was compiled against something"
                            + " else");
        }
        serve("{\"version\":\"dev\"}");
        try (var session = session()
                .pluginPaths(List.of(junk, jar))
                .pluginArguments(Map.of("what", (BiConsumer<Session, Map<String, Object>>) this::record))
                .open()) {
            assertThat(heard).endsWith("ftrack.api.session.ready");
            assertThat(session.pluginProblems()).hasSize(1);
        }
    }

    @Test
    void aPathOfTheEnvironmentThatIsNoneIsReportedAndTheOthersGoOn() {
        serve("{\"version\":\"dev\"}");
        var paths = String.join(File.pathSeparator, "/studio\0plugins", jar.toString());
        try (var session = sessionWithoutPlugins()
                .environment(name -> name.equals("FTRACK_EVENT_PLUGIN_PATH") ? Optional.of(paths) : Optional.empty())
                .pluginArguments(Map.of("what", (BiConsumer<Session, Map<String, Object>>) this::record))
                .open()) {
            assertThat(heard).endsWith("ftrack.api.session.ready");
            assertThat(session.pluginProblems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.path()).isEqualTo("/studio\0plugins"))
                    .satisfies(problem -> assertThat(problem.reason()).startsWith("is not a path: "));
        }
    }

    @Test
    void aPluginThatWantsEntitiesTooEarlyIsTheOneThatFails() {
        serve("{\"version\":\"dev\"}");
        try (var session = open((opening, arguments) -> opening.get("Task", "t1"))) {
            assertThat(session.pluginProblems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.reason()).contains("The session is still being opened"));
        }
    }

    @Test
    void oneAnswerReplacesASchema() {
        serve("{\"version\":\"dev\"}");
        var better = "{\"id\":\"Task\",\"primary_key\":[\"id\"],\"default_projections\":[\"id\"],"
                + "\"properties\":{\"id\":{\"type\":\"string\"},\"mood\":{\"type\":\"string\"}}}";
        try (var session = open(constructing(answer("Task", JsonText.parse(better)), answer("Task", JsonValue.NULL)))) {
            assertThat(session.schema("Task")).contains(JsonText.parseObject(better));
            assertThat(session.schema("Location").orElseThrow().getJsonObject("properties"))
                    .containsOnlyKeys("id", "name");
            session.create("Task", Map.of("id", "t1", "mood", "good"));
        }
    }

    @Test
    void severalAnswersForOneTypeAreAnError() {
        serve("{\"version\":\"dev\"}");
        var same = JsonText.parse("{\"id\":\"Task\"}");
        assertThatIllegalStateException()
                .isThrownBy(() -> open(constructing(answer("Task", same), answer("Task", same))))
                .withMessage("2 subscribers construct the entity type Task");
    }

    @Test
    void anAnswerThatIsNoSchemaOfTheTypeIsAnError() {
        serve("{\"version\":\"dev\"}");
        for (var answer : new String[] {"true", "[]", "{}", "{\"id\":\"Shot\"}"}) {
            var hub = new AtomicReference<Session>();
            assertThatIllegalStateException()
                    .isThrownBy(() -> open((session, arguments) -> {
                        hub.set(session);
                        session.eventHub().subscribe("topic=" + CONSTRUCT, answer("Task", JsonText.parse(answer)));
                    }))
                    .withMessage("What was constructed for the entity type Task is not a schema of it");
            assertThat(hub.get().eventHub().status().state()).isEqualTo(HubState.CLOSED);
        }
    }

    @Test
    void aCentralStorageIsALocationThatIsKnown() {
        serve("{\"version\":\"dev\",\"storage_scenario\":{\"scenario\":\"ftrack.centralized-storage\","
                + "\"data\":{\"location_id\":\"l1\",\"location_name\":\"studio.central\"}}}");
        try (var session = open(this::record)) {
            assertThat(heard).contains("ftrack.storage-scenario.activate ftrack.centralized-storage");
            assertThat(session.get("Location", "l1")).isPresent();
            assertThat(calls).hasValue(2);
        }
    }

    @Test
    void theEnvironmentNamesTheJars() {
        serve("{\"version\":\"dev\"}");
        var paths = String.join(File.pathSeparator, " ", jar.toString(), "");
        var environment = Map.of("FTRACK_EVENT_PLUGIN_PATH", paths);
        var builder = Session.builder()
                .environment(name -> Optional.ofNullable(environment.get(name)))
                .serverUrl("http://h")
                .apiKey("k")
                .apiUser("jo");
        assertThat(builder.options().pluginPaths().places()).containsExactly(jar);
        assertThat(builder.pluginPaths(List.of()).options().pluginPaths().places())
                .isEmpty();
    }

    private Session open(BiConsumer<Session, Map<String, Object>> what) {
        return session().pluginArguments(Map.of("what", what)).open();
    }

    private SessionBuilder session() {
        return sessionWithoutPlugins().pluginPaths(List.of(jar));
    }

    private SessionBuilder sessionWithoutPlugins() {
        return Session.builder()
                .environment(name -> Optional.empty())
                .serverUrl(peer.address().toString())
                .apiKey("s3cret-key")
                .apiUser("jo");
    }

    private void record(Session session, Map<String, Object> arguments) {
        heard.add("registered with %s schemas".formatted(session.schemas().size()));
        session.eventHub().subscribe("topic=ftrack.*", event -> {
            heard.add((event.topic() + " " + about(event)).strip());
            return Optional.empty();
        });
    }

    private static String about(Event event) {
        var data = event.dataObject();
        if (data.containsKey("schema")) {
            return data.getJsonObject("schema").getString("id") + " of "
                    + data.getJsonArray("schemas").size();
        }
        return data.containsKey("storage_scenario")
                ? data.getJsonObject("storage_scenario").getString("scenario")
                : "";
    }

    private static BiConsumer<Session, Map<String, Object>> constructing(EventHandler... handlers) {
        return (session, arguments) -> {
            for (var handler : handlers) {
                session.eventHub().subscribe("topic=" + CONSTRUCT, handler);
            }
        };
    }

    private static EventHandler answer(String type, JsonValue answer) {
        return event ->
                event.dataObject().getJsonObject("schema").getString("id").equals(type)
                        ? Optional.of(answer)
                        : Optional.empty();
    }

    private void serve(String information) {
        calls.set(0);
        peer.onApi(request -> {
            calls.incrementAndGet();
            return HttpAnswer.ok(request.body().contains("query_schemas") ? SCHEMAS : "[" + information + "]");
        });
    }
}
