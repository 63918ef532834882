package dev.rushlight.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A consumer in a process of its own, the command {@code listen}: what it heard is in a file, one event a line. */
final class Recorder implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("(listening at)");

    private final List<JsonObject> events = new CopyOnWriteArrayList<>();
    private final Path file;
    private final Process process;

    Recorder(URI hub, String user, String key, Path file) {
        this.file = file;
        try {
            Files.deleteIfExists(file);
            var builder = new ProcessBuilder(Built.launcher().toString(), "listen", "topic=webreview.*", "--json");
            builder.environment().put("FTRACK_SERVER", hub.toString());
            builder.environment().put("FTRACK_API_USER", user);
            builder.environment().put("FTRACK_API_KEY", key);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Output.of(process.getInputStream(), file, line -> events.add(json(line)));
        var said = Output.of(process.getErrorStream(), file.resolveSibling("recorder.log"));
        Eventually.present("the recorder listens", Duration.ofSeconds(30), () -> said.find(LISTENING));
    }

    /** What it heard so far. */
    List<JsonObject> events() {
        return events;
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
