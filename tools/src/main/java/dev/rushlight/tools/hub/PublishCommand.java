package dev.rushlight.tools.hub;

import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.Expression;
import dev.rushlight.hub.event.MalformedExpression;
import jakarta.json.Json;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes one event and tells whether the hub took it, and what was replied. */
@Command(
        name = "publish",
        description = "Publishes one event, and prints its id once the hub has taken it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./rushlight publish --topic studio.render.done --data '{\"shot\": \"sh020\"}'",
            "  ./rushlight publish --topic studio.render.done --data @done.json",
            "  make_json | ./rushlight publish --topic studio.render.done --data -",
            "  ./rushlight publish --topic studio.who --target 'applicationId=maya' --await-reply=5",
        })
final class PublishCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ServerOptions server;

    @Option(names = "--topic", required = true, paramLabel = "TOPIC", description = "What the event is about.")
    private String topic = "";

    @Option(
            names = "--data",
            paramLabel = "JSON|@FILE|-",
            defaultValue = "{}",
            description = "What the event says: JSON, a file that holds it, or - for standard input; {} unless given.")
    private String data = "{}";

    @Option(
            names = "--target",
            paramLabel = "EXPRESSION",
            defaultValue = "",
            description = "Which subscribers it is for; all of them unless given.")
    private String target = "";

    @Option(
            names = "--await-reply",
            arity = "0..1",
            fallbackValue = "30",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Waits for the first reply, 30 seconds unless said otherwise, and prints what it says.")
    private @Nullable Duration awaitReply;

    @Option(names = "--json", description = "Prints one JSON object: id, and reply as the whole event or null.")
    private boolean json;

    @Spec
    private CommandSpec command;

    PublishCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.server = new ServerOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        var event = event();
        var settings = server.settings();
        var lines = new Lines(command.commandLine().getOut());
        try (var hub = LiveHub.hub(settings)) {
            LiveHub.connect(hub, settings);
            if (awaitReply == null) {
                LiveHub.requireAcknowledged(LiveHub.await(
                        hub.publish(event), settings.timeout().plusSeconds(1), Exit.NO_ANSWER, "No acknowledgement"));
                published(lines, event);
            } else {
                var reply = LiveHub.await(
                        hub.publishAndAwaitReply(event, awaitReply),
                        awaitReply.plusSeconds(1),
                        Exit.NO_ANSWER,
                        "No reply");
                replied(lines, event, reply);
            }
        }
        return Exit.DONE.code();
    }

    private Event event() {
        if (topic.isBlank()) {
            throw CommandFailed.usage("The topic is blank");
        }
        try {
            if (!target.isEmpty()) {
                Expression.compile(target);
            }
        } catch (MalformedExpression wrong) {
            throw CommandFailed.usage("--target is not an expression: %s", wrong.getMessage());
        }
        return Event.of(topic, JsonArgument.read("--data", data, surroundings.input()))
                .withTarget(target);
    }

    private void published(Lines lines, Event event) {
        if (json) {
            lines.write(Json.createObjectBuilder()
                    .add("id", event.id())
                    .addNull("reply")
                    .build());
        } else {
            lines.write(event.id());
        }
    }

    private void replied(Lines lines, Event event, Event reply) {
        if (json) {
            lines.write(Json.createObjectBuilder()
                    .add("id", event.id())
                    .add("reply", reply.toJson())
                    .build());
        } else {
            lines.write(reply.data());
        }
    }
}
