package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * One Rushlight as its users run it: started by the launcher in a process of its own, with a data directory and a
 * loopback port of its own. It can be stopped, killed and started again on the same data.
 */
final class Rushlight implements AutoCloseable {
    /** A server that runs for minutes is ready in half the time without the optimizing compiler. */
    static final String JAVA_OPTIONS = "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final Duration START = Duration.ofSeconds(240);
    private static final Pattern SET_UP_LINK = Pattern.compile("(https?://\\S+/setup/[A-Za-z0-9_-]+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name;
    private final Path home;
    private final int port = freePort();
    private final Map<String, String> settings;
    private Optional<Process> process = Optional.empty();
    private Optional<Output> output = Optional.empty();

    private Rushlight(String name, Map<String, String> settings) {
        this.name = name;
        this.home = Built.output("rushlight/" + name);
        this.settings = Map.copyOf(settings);
    }

    /** A Rushlight with empty data that is not started yet. */
    static Rushlight named(String name, Map<String, String> settings) {
        var rushlight = new Rushlight(name, settings);
        Disk.delete(rushlight.home);
        Built.output("rushlight/" + name);
        return rushlight;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path data() {
        return home.resolve("data");
    }

    Rushlight start() {
        return startInBackground().awaitReady();
    }

    Rushlight startInBackground() {
        assertThat(isRunning()).as(name + " is running already").isFalse();
        try {
            var started = launcher("run").redirectErrorStream(true).start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            process = Optional.of(started);
            output = Optional.of(Output.of(started.getInputStream(), home.resolve("output.log")));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Rushlight awaitReady() {
        var said = output.orElseThrow();
        try {
            Eventually.holds(name + " answers at /rest/ready", START, () -> {
                assertThat(isRunning())
                        .as("%s ended while starting; %s", name, said.tail())
                        .isTrue();
                return status("/rest/ready").filter(status -> status == 200).isPresent();
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; " + said.tail(), e);
        }
        return this;
    }

    /** The one-time link that this start printed, if it did. */
    Optional<String> setUpLink() {
        return output.orElseThrow().find(SET_UP_LINK);
    }

    URI awaitSetUpLink() {
        return URI.create(
                Eventually.present(name + " prints its set-up link", Duration.ofSeconds(10), this::setUpLink));
    }

    /** Stops as Ctrl-C and a service manager do: SIGTERM. */
    void stop() {
        var running = process.orElseThrow();
        running.destroy();
        assertThat(ended(running))
                .as(name + " stops on SIGTERM; " + output.orElseThrow().tail())
                .isTrue();
        process = Optional.empty();
    }

    /** Dies as by a power cut: SIGKILL. */
    void kill() {
        var running = process.orElseThrow();
        running.destroyForcibly();
        assertThat(ended(running)).isTrue();
        process = Optional.empty();
    }

    boolean isRunning() {
        return process.filter(Process::isAlive).isPresent();
    }

    /** Everything this Rushlight said in all its starts. */
    String saidEver() {
        return output.orElseThrow().written();
    }

    /** The last that it said, for the message of a failure. */
    String saidLately() {
        return name + " said lately, in " + output.map(Output::tail).orElse("no start at all");
    }

    /** Runs the launcher with this Rushlight's settings, and returns its standard output's lines. */
    List<String> tool(String... arguments) {
        var ran = toolRun(arguments);
        assertThat(ran.exitCode())
                .as("exit code of %s: %s", String.join(" ", arguments), ran)
                .isZero();
        return ran.standardOutput().lines().toList();
    }

    ToolRun toolRun(String... arguments) {
        try {
            var errors = home.resolve("tool-errors.txt");
            var tool = launcher(arguments).redirectError(errors.toFile()).start();
            var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ended(tool)).isTrue();
            return new ToolRun(tool.exitValue(), said, Files.readString(errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fresh key of a hub account, made by the command that automation uses. */
    String apiKey(String user) {
        var lines = tool("api-key", "create", "--user", user);
        return lines.get(lines.size() - 1);
    }

    /** Makes the first admin by the command that automation uses. */
    void createAdmin(String username, String password) {
        tool(
                "admin",
                "create",
                "--user",
                username,
                "--password-file",
                file("password", password).toString());
    }

    /** A small file beside the data directory. */
    Path file(String fileName, String text) {
        try {
            return Files.writeString(home.resolve(fileName), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Integer> status(String path) {
        try {
            var request = HttpRequest.newBuilder(url().resolve(path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return Optional.of(http.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.ifPresent(running -> {
            running.destroy();
            if (!ended(running)) {
                running.destroyForcibly();
            }
        });
    }

    private ProcessBuilder launcher(String... arguments) {
        var line = new ArrayList<>(List.of(Built.launcher().toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).directory(home.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(variable -> variable.startsWith("RUSHLIGHT_"));
        environment.putAll(settings);
        environment.put("RUSHLIGHT_DATA", data().toString());
        environment.put("RUSHLIGHT_PORT", Integer.toString(port));
        environment.put("RUSHLIGHT_JAVA_OPTS", JAVA_OPTIONS);
        return builder;
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A port below the range from which the system takes the ports of outgoing connections. */
    static int freePort() {
        while (true) {
            var candidate = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), candidate));
                return candidate;
            } catch (IOException e) {
                // Taken: another one.
            }
        }
    }

    /** What one run of the command line tool came to. */
    record ToolRun(int exitCode, String standardOutput, String standardError) {}
}
