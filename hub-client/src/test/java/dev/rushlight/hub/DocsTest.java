package dev.rushlight.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.api.SessionBuilder;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.peer.ScriptedPeer;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocsTest {

    private static final Path GUIDE = Path.of("../docs/hub-client.md");
    private static final Path QUICKSTARTS = Path.of("../docs/quickstart/java");
    private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern UNIT =
            Pattern.compile("(?m)^(package|import|(public |final )*(class|record|interface)) ");

    /** What the guide leaves out of its snippets: imports, a session and its hub. */
    private static final String AROUND_STATEMENTS = """
            import dev.rushlight.hub.*;
            import dev.rushlight.hub.api.*;
            import dev.rushlight.hub.cache.*;
            import dev.rushlight.hub.event.*;
            import dev.rushlight.hub.media.*;
            import jakarta.json.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            class Snippet%d {
                void run(Session session, EventHub hub) throws Exception {
            %s
                }
            }
            """;

    @TempDir
    Path classes;

    @Test
    void everySnippetOfTheGuideCompiles() throws IOException {
        var snippets = JAVA_BLOCK
                .matcher(Files.readString(GUIDE))
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(snippets).hasSizeGreaterThan(10);
        var units = IntStream.range(0, snippets.size())
                .mapToObj(i -> new Source("Snippet" + i, whole(snippets.get(i), i)))
                .toList();
        assertThat(complaints(units)).isEmpty();
    }

    @Test
    void everyQuickstartCompiles() throws IOException {
        var units = new ArrayList<Source>();
        try (var files = Files.list(QUICKSTARTS)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString().replace(".java", "");
                units.add(new Source(name, Files.readString(file)));
            }
        }
        assertThat(units).hasSizeGreaterThan(1);
        assertThat(complaints(units)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "approved,APPROVED,0",
        "approved_with_notes,APPROVED_WITH_NOTES,0",
        "changes_requested,CHANGES_REQUESTED,1"
    })
    @Timeout(60)
    void theReviewWorkflowEndsWithTheFirstDecision(String topic, String outcome, int exit) throws Exception {
        try (var peer = new ScriptedPeer()) {
            peer.onApi(DocsTest::answerCall);
            peer.onEvent((connection, event) -> {
                connection.behave(event);
                if (event.topic().equals("webreview.submit")) {
                    var submission = event.event();
                    connection.deliver(decision(topic, outcome, "Not yours").withInReplyTo("another"));
                    connection.deliver(Event.replyTo(
                            submission,
                            JsonText.parse("{\"success\":true,\"version\":3,\"url\":\"http://r.example/item/1\"}")));
                    connection.deliver(decision(topic, outcome, "Edge flicker").withInReplyTo(submission.id()));
                }
            });
            var program = runReviewWorkflow(peer, "sh020/comp", "https://media.example/v3.mp4");
            assertThat(output(program))
                    .contains("version 3 is at http://r.example/item/1\n" + outcome + " by Maria S.: Edge flicker\n")
                    .doesNotContain("Not yours");
            assertThat(program.waitFor()).isEqualTo(exit);

            var submitted = peer.nextEvent("webreview.submit").event();
            assertThat(submitted.source().getString("applicationId")).isEqualTo("review-workflow");
            assertThat(submitted.dataObject().getJsonObject("line").getString("key"))
                    .isEqualTo("sh020/comp");
        }
    }

    @Test
    @Timeout(60)
    void theReviewWorkflowEndsWhenItsSubmissionIsRefused() throws Exception {
        try (var peer = new ScriptedPeer()) {
            peer.onApi(DocsTest::answerCall);
            peer.onEvent((connection, event) -> {
                connection.behave(event);
                if (event.topic().equals("webreview.submit")) {
                    connection.deliver(Event.replyTo(
                            event.event(),
                            JsonText.parse("{\"success\":false,\"errors\":[{\"code\":\"UNSUPPORTED_MEDIA\"}]}")));
                }
            });
            var program = runReviewWorkflow(peer);
            assertThat(output(program)).contains("refused: [{\"code\":\"UNSUPPORTED_MEDIA\"}]");
            assertThat(program.waitFor()).isEqualTo(2);
        }
    }

    @Test
    void theGuideNamesEveryOptionOfASessionAndOfItsHub() throws IOException {
        assertThat(Files.readString(GUIDE))
                .contains(options(SessionBuilder.class))
                .contains(options(EventHub.Builder.class));
    }

    @Test
    void theGuideNamesThisModuleAndItsVersion() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        assertThat(Files.readString(GUIDE))
                .contains(
                        first(pom, "<artifactId>rushlight-[a-z-]+</artifactId>"), first(pom, "<version>.*</version>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../docs/hub-client.md", "../docs/quickstart/README.md"})
    void whatADocumentLinksToIsThere(String document) throws IOException {
        var text = Files.readString(Path.of(document));
        var links = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)")
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(Path.of(document).resolveSibling(link)).exists());
    }

    private static ScriptedPeer.HttpAnswer answerCall(ScriptedPeer.HttpRequest request) {
        return ScriptedPeer.HttpAnswer.ok(
                request.body().contains("query_schemas")
                        ? "[[{\"id\":\"Location\",\"primary_key\":[\"id\"]}]]"
                        : "[{\"version\":\"4.14.0\"}]");
    }

    private static Event decision(String topic, String outcome, String reason) {
        return Event.of(
                "webreview.decision." + topic,
                JsonText.parse("{\"outcome\":\"%s\",\"actor\":{\"displayName\":\"Maria S.\"},\"reason\":\"%s\"}"
                        .formatted(outcome, reason)));
    }

    private Process runReviewWorkflow(ScriptedPeer peer, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                QUICKSTARTS.resolve("ReviewWorkflow.java").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FTRACK_SERVER", peer.address().toString());
        builder.environment().put("FTRACK_API_USER", "jo");
        builder.environment().put("FTRACK_API_KEY", "s3cret-key");
        builder.environment().put("FTRACK_API_SCHEMA_CACHE_PATH", classes.toString());
        builder.environment().put("NO_PROXY", "*");
        return builder.start();
    }

    private static String output(Process program) throws IOException {
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    }

    private static String[] options(Class<?> builder) {
        return Arrays.stream(builder.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == builder)
                .map(Method::getName)
                .distinct()
                .map(name -> "`" + name + "`")
                .toArray(String[]::new);
    }

    private static String first(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    private static String whole(String snippet, int number) {
        return UNIT.matcher(snippet).find() ? snippet : AROUND_STATEMENTS.formatted(number, snippet);
    }

    private String complaints(List<Source> sources) {
        var messages = new StringWriter();
        var options = Stream.of(
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-proc:none",
                        "-Xlint:all,-classfile,-path,-options",
                        "-Werror")
                .toList();
        ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, sources)
                .call();
        return messages.toString();
    }

    /** A source text as the compiler wants it. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return !simpleName.endsWith("-info");
        }
    }
}
