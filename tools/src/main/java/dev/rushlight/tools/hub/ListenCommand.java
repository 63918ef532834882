package dev.rushlight.tools.hub;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.event.Expression;
import dev.rushlight.hub.event.MalformedExpression;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the events that match, until enough were heard, the time is over or Ctrl-C. */
@Command(
        name = "listen",
        description = "Prints events as they come, one a line. A lost connection comes back by itself.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./rushlight listen 'topic=webreview.*'",
            "  ./rushlight listen 'topic=webreview.decision.* and data.item.project=spy' --json | jq .data.outcome",
            "  ./rushlight listen 'topic=webreview.decision.approved' --count 1 --for 600 && publish_shot",
        })
final class ListenCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ServerOptions server;

    @Parameters(
            index = "0",
            paramLabel = "EXPRESSION",
            description = "Which events to print, such as 'topic=ftrack.update and source.user.username!=jo'.")
    private String expression = "";

    @Option(names = "--json", description = "Prints each event whole, as a JSON object on a line of its own.")
    private boolean json;

    @Option(names = "--count", paramLabel = "N", description = "Ends after so many events.")
    private @Nullable Integer count;

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Ends after so long; with --count, having heard fewer is exit code 4.")
    private @Nullable Duration longest;

    @Option(
            names = {"-q", "--quiet"},
            description = "Says nothing of the connection on standard error.")
    private boolean quiet;

    @Spec
    private CommandSpec command;

    ListenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.server = new ServerOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        requireSense();
        var settings = server.settings();
        try (var hub = LiveHub.hub(settings)) {
            return CtrlC.during(() -> listen(hub, settings), hub::close).code();
        }
    }

    private void requireSense() {
        if (count != null && count < 1) {
            throw CommandFailed.usage("--count is a number from 1, not %s", count);
        }
        try {
            Expression.compile(expression);
        } catch (MalformedExpression wrong) {
            throw CommandFailed.usage("'%s' is not an expression: %s", expression, wrong.getMessage());
        }
    }

    private Exit listen(EventHub hub, HubSettings settings) {
        var ended = new CompletableFuture<Exit>();
        var diagnostics = Diagnostics.of(command.commandLine());
        var printer = new EventPrinter(printing(), count == null ? Long.MAX_VALUE : count, ended);
        var news = new ConnectionNews(settings, surroundings.clock().getZone(), diagnostics, quiet, ended);
        var subscription = hub.subscribe(expression, event -> {
            printer.take(event);
            return Optional.empty();
        });
        hub.listen(news);
        LiveHub.connect(hub, settings);
        LiveHub.requireAcknowledged(
                LiveHub.await(subscription.confirmed(), settings.timeout(), Exit.NO_ANSWER, "No subscription"));
        try {
            var exit = await(ended);
            if (exit == Exit.NO_ANSWER) {
                diagnostics.say("fewer than %s events in the time given".formatted(count));
            }
            return exit;
        } finally {
            news.sumUp();
        }
    }

    private Consumer<Event> printing() {
        var lines = new Lines(command.commandLine().getOut());
        return event -> {
            if (json) {
                lines.write(event.toJson());
            } else {
                lines.write(EventLine.of(event, ZonedDateTime.now(surroundings.clock())));
            }
        };
    }

    private Exit await(CompletableFuture<Exit> ended) {
        if (longest != null) {
            ended.completeOnTimeout(
                    count == null ? Exit.DONE : Exit.NO_ANSWER, longest.toMillis(), TimeUnit.MILLISECONDS);
        }
        try {
            return ended.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.DONE;
        } catch (ExecutionException e) {
            throw LiveHub.unchecked(e.getCause());
        }
    }
}
