package dev.rushlight.tools.demo;

import dev.rushlight.hub.event.Event;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Submits every line of a production over the wire, and answers each request for changes with the next version.
 *
 * <p>What it submits has a submission key of its own for ever: after a restart, the same submissions are duplicates.
 */
final class DemoArtist {

    static final String DECISIONS = "topic=webreview.decision.*";

    private static final Duration RECEIPT = Duration.ofSeconds(5);

    private final Production production;
    private final Function<String, URI> pictures;
    private final Asking asking;
    private final Consumer<String> log;
    private final Executor later;

    /** Publishes an event and hands back the first reply to it. */
    interface Asking {
        CompletionStage<Event> ask(Event event, Duration longest);
    }

    /** Asks again later what got no answer. */
    DemoArtist(
            Production production,
            Function<String, URI> pictures,
            Asking asking,
            Consumer<String> log,
            Executor later) {
        this.production = production;
        this.pictures = pictures;
        this.asking = asking;
        this.log = log;
        this.later = later;
    }

    static Executor soon() {
        return CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS);
    }

    /** Submits the first version of everything, one after the other. */
    CompletionStage<Void> submitAll() {
        CompletionStage<Void> submitted = CompletableFuture.completedStage(null);
        for (var line : production.lines()) {
            submitted = submitted.thenCompose(before -> submit(line, 1, Optional.empty()));
        }
        return submitted;
    }

    /** Takes a decision on anything of the production; expects to hear each at least once. */
    Optional<JsonValue> hear(Event event) {
        var decision = event.dataObject();
        if (decision.get("item") instanceof JsonObject item) {
            production.lines().stream()
                    .filter(line -> line.isAbout(item))
                    .findFirst()
                    .ifPresent(line -> answer(line, item.getInt("version"), decision));
        }
        return Optional.empty();
    }

    private void answer(LineOfWork line, int version, JsonObject decision) {
        var outcome = decision.getString("outcome");
        var reason = Optional.of(decision.getString("reason", "")).filter(text -> !text.isBlank());
        say(
                line,
                version,
                "%s by %s%s"
                        .formatted(
                                outcome.toLowerCase(Locale.ROOT).replace('_', ' '),
                                actor(decision),
                                reason.map(text -> ": \"" + text + '"').orElse("")));
        if (outcome.equals("CHANGES_REQUESTED")) {
            submit(line, version + 1, reason);
        }
    }

    private static String actor(JsonObject decision) {
        return decision.get("actor") instanceof JsonObject actor
                ? actor.getString("displayName", actor.getString("username", "somebody"))
                : "somebody";
    }

    private CompletionStage<Void> submit(LineOfWork line, int version, Optional<String> request) {
        var submission = Event.of("webreview.submit", line.submission(version, request, pictures));
        return asking.ask(submission, RECEIPT)
                .thenAccept(receipt -> say(line, version, summary(receipt.dataObject())))
                .exceptionallyCompose(noReceipt -> {
                    say(line, version, "no receipt yet, trying again");
                    return CompletableFuture.supplyAsync(() -> submit(line, version, request), later)
                            .thenCompose(Function.identity());
                });
    }

    private void say(LineOfWork line, int version, String what) {
        log.accept("%s v%d: %s".formatted(line.name(), version, what));
    }

    private static String summary(JsonObject receipt) {
        if (receipt.getBoolean("success", false)) {
            return "%s at %s"
                    .formatted(
                            receipt.getBoolean("duplicate", false) ? "already there" : "up for review",
                            receipt.getString("url", "an unknown address"));
        }
        var errors = receipt.getOrDefault("errors", JsonValue.EMPTY_JSON_ARRAY);
        return "refused: " + errors;
    }
}
