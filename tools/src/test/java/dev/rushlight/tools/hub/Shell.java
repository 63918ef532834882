package dev.rushlight.tools.hub;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the commands as a shell would, with an environment, standard streams and a time of its own. */
final class Shell {

    static final String KEY = "s3cret-key";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00.5Z"), ZoneOffset.UTC);

    private final Map<String, String> environment = new ConcurrentHashMap<>();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();
    private InputStream input = InputStream.nullInputStream();
    private boolean watched;
    private PrintWriter out = new PrintWriter(output, true);

    /** A shell in which nothing is set. */
    static Shell bare() {
        return new Shell();
    }

    /** A shell whose environment leads to this server, as jo. */
    static Shell at(URI server) {
        return bare().set("FTRACK_SERVER", server.toString())
                .set("FTRACK_API_USER", "jo")
                .set("FTRACK_API_KEY", KEY);
    }

    Shell set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Shell typing(String text) {
        return typing(text.getBytes(StandardCharsets.UTF_8));
    }

    Shell typing(byte[] bytes) {
        input = new ByteArrayInputStream(bytes);
        return this;
    }

    /** Somebody looks at standard error. */
    Shell watched() {
        watched = true;
        return this;
    }

    /** Standard output goes elsewhere. */
    Shell printingTo(PrintWriter other) {
        out = other;
        return this;
    }

    int run(String... arguments) {
        return HubCommands.commandLine(
                        new Surroundings(name -> Optional.ofNullable(environment.get(name)), input, NOON, watched))
                .setOut(out)
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
    }

    /** Runs while the test plays the other side. */
    CompletableFuture<Integer> begin(String... arguments) {
        return CompletableFuture.supplyAsync(() -> run(arguments));
    }

    String output() {
        return output.toString();
    }

    List<String> lines() {
        return output().lines().toList();
    }

    /** The only line of output, which is a JSON object. */
    JsonObject json() {
        return JsonText.parseObject(output().strip());
    }

    String errors() {
        return errors.toString();
    }
}
