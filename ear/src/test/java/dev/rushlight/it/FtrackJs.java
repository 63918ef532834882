package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A real ftrack client: the unmodified npm package {@code @ftrack/api} in a Node process. */
final class FtrackJs implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<Integer, CompletableFuture<JsonValue>> calls = new ConcurrentHashMap<>();
    private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger lastCall = new AtomicInteger();
    private final Process node;
    private final BufferedWriter commands;

    private FtrackJs(Process node, Path log) {
        this.node = node;
        this.commands = node.outputWriter(StandardCharsets.UTF_8);
        Output.of(node.getInputStream(), log, this::take);
        Output.of(node.getErrorStream(), log.resolveSibling(log.getFileName() + ".err"));
        node.onExit()
                .thenRun(() -> calls.values()
                        .forEach(call ->
                                call.completeExceptionally(new IllegalStateException("node ended; see " + log))));
    }

    /** The directory with the pinned packages, installed on first use. */
    static synchronized Path packages() {
        try {
            var directory = Built.output("node");
            for (var name : List.of("package.json", "package-lock.json", ".npmrc", "ftrack-js.mjs")) {
                Files.copy(
                        Built.testSource("node").resolve(name),
                        directory.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            var lock = Files.readString(directory.resolve("package-lock.json"));
            var installed = directory.resolve("installed-lock.json");
            if (!Files.exists(installed) || !Files.readString(installed).equals(lock)) {
                var log = directory.resolve("npm.log");
                var npm = new ProcessBuilder(
                                "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts")
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
                assertThat(npm.waitFor(3, TimeUnit.MINUTES) && npm.exitValue() == 0)
                        .as("npm ci succeeds: %s", Files.readString(log))
                        .isTrue();
                Files.writeString(installed, lock);
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A client that is connected already. */
    static FtrackJs connect(URI server, String user, String key) {
        var client = start();
        client.call(command("connect")
                .add("server", server.toString())
                .add("user", user)
                .add("key", key));
        return client;
    }

    static FtrackJs start() {
        try {
            var directory = packages();
            var node = new ProcessBuilder("node", "ftrack-js.mjs")
                    .directory(directory.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(node::destroyForcibly));
            return new FtrackJs(node, directory.resolve("client-" + COUNT.incrementAndGet() + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tries to connect with a key that is wrong, and returns what the package makes of the answer. */
    String refusal(URI server, String user, String key) {
        var answer = send(command("connect")
                .add("server", server.toString())
                .add("user", user)
                .add("key", key));
        try {
            answer.get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause().getMessage());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("The connection was not refused");
    }

    /** Returns once the hub has the subscription in force. */
    FtrackJs subscribe(String expression) {
        call(command("subscribe").add("expression", expression));
        return this;
    }

    /** Submits and returns the receipt: the reply's data. */
    JsonObject submit(JsonObject data) {
        return submit(java.util.UUID.randomUUID().toString(), data);
    }

    JsonObject submit(String eventId, JsonObject data) {
        return ask("webreview.submit", eventId, data).getJsonObject("data");
    }

    /** Publishes what was heard elsewhere, under the same id: what a relay between two hubs does. */
    void relay(JsonObject heard) {
        call(command("publish")
                .add("topic", heard.getString("topic"))
                .add("id", heard.getString("id"))
                .add("data", heard.getJsonObject("data")));
    }

    /** Publishes and waits for a reply: the whole event that answered. */
    JsonObject ask(String topic, String eventId, JsonObject data) {
        return call(command("ask")
                        .add("topic", topic)
                        .add("id", eventId)
                        .add("data", data)
                        .add("timeout", Eventually.PATIENCE.toSeconds()))
                .asJsonObject();
    }

    /** The events with topics that begin so, in the order of their coming. */
    List<JsonObject> heard(String topic) {
        return heard.stream()
                .filter(event -> event.getString("topic").startsWith(topic))
                .toList();
    }

    JsonObject await(String what, Predicate<JsonObject> wanted) {
        return await(what, Eventually.PATIENCE, wanted);
    }

    JsonObject await(String what, Duration patience, Predicate<JsonObject> wanted) {
        return Eventually.present(
                what, patience, () -> heard.stream().filter(wanted).findFirst());
    }

    /** The decision of this sequence on this review item. */
    JsonObject awaitDecision(String itemId, int sequence) {
        return awaitDecision(itemId, sequence, Eventually.PATIENCE);
    }

    JsonObject awaitDecision(String itemId, int sequence, Duration patience) {
        return await(
                "decision " + sequence + " on " + itemId,
                patience,
                event -> isDecisionOn(itemId, event)
                        && event.getJsonObject("data").getInt("sequence") == sequence);
    }

    List<JsonObject> decisionsOn(String itemId) {
        return heard("webreview.decision.").stream()
                .filter(event -> isDecisionOn(itemId, event))
                .toList();
    }

    private static boolean isDecisionOn(String itemId, JsonObject event) {
        return event.getString("topic").startsWith("webreview.decision.")
                && event.getJsonObject("data")
                        .getJsonObject("item")
                        .getString("id")
                        .equals(itemId);
    }

    private static JsonObjectBuilder command(String what) {
        return Json.createObjectBuilder().add("do", what);
    }

    private JsonValue call(JsonObjectBuilder command) {
        try {
            return send(command).get(Eventually.PATIENCE.toSeconds() + 5, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private CompletableFuture<JsonValue> send(JsonObjectBuilder command) {
        var number = lastCall.incrementAndGet();
        var answer = new CompletableFuture<JsonValue>();
        calls.put(number, answer);
        try {
            commands.write(command.add("call", number).build().toString());
            commands.newLine();
            commands.flush();
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private void take(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            var said = reader.readObject();
            if (said.containsKey("heard")) {
                heard.add(said.getJsonObject("event"));
                return;
            }
            var call = calls.remove(said.getInt("call"));
            Optional.ofNullable(said.getJsonObject("error"))
                    .ifPresentOrElse(
                            error -> call.completeExceptionally(new IllegalStateException(
                                    error.getString("name") + ": " + error.getString("message"))),
                            () -> call.complete(said.get("result")));
        }
    }

    @Override
    public void close() {
        node.destroy();
    }
}
