package dev.rushlight.tools.hub;

import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.NoReply;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts one version of one line of work up for review, and prints the receipt. */
@Command(
        name = "submit",
        description = "Submits work for review, and prints the receipt with the address where it is reviewed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./rushlight submit --name 'sh020 comp' --media https://media.example/sh020_v012.mp4 --rate 24",
            "  ./rushlight submit --project spy --key sh020/comp --name 'sh020 comp' --media URL --media URL \\",
            "      --reviewer maria --description 'Rail edges redone'",
            "  git diff main | ./rushlight submit --name 'Mirror weights' --project pipeline --diff -",
            "  ./rushlight submit --name 'sh020 roto' --status 'Ready for review' --assignee jo",
            "  ./rushlight submit --payload @submission.json --json",
        })
final class SubmitCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ServerOptions server;

    @ArgGroup(multiplicity = "1")
    private @Nullable What what;

    @Option(names = "--json", description = "Prints the receipt as one JSON object, also when it names errors.")
    private boolean json;

    @Spec
    private CommandSpec command;

    /** The submission whole, or in options. */
    private static final class What {

        @Option(
                names = "--payload",
                paramLabel = "JSON|@FILE|-",
                description = "The whole submission, as docs/events describes its data.")
        private @Nullable String payload;

        @ArgGroup(exclusive = false)
        private @Nullable SubmissionOptions options;
    }

    SubmitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.server = new ServerOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        var event = Event.of("webreview.submit", payload());
        var settings = server.settings();
        try (var hub = LiveHub.hub(settings)) {
            LiveHub.connect(hub, settings);
            var reply = LiveHub.await(
                    hub.publishAndAwaitReply(event, settings.timeout()),
                    settings.timeout().plusSeconds(1),
                    Exit.NO_ANSWER,
                    "No receipt");
            return print(new Receipt(reply.dataObject())).code();
        } catch (NoReply nobody) {
            if (nobody.isRefused()) {
                throw nobody;
            }
            throw new CommandFailed(
                    Exit.NO_ANSWER, "%s. Is a Rushlight connected to this hub?".formatted(nobody.getMessage()));
        }
    }

    private JsonValue payload() {
        if (what != null && what.payload != null) {
            if (JsonArgument.read("--payload", what.payload, surroundings.input()) instanceof JsonObject payload) {
                return payload;
            }
            throw CommandFailed.usage("The payload is not a JSON object");
        }
        if (what == null || what.options == null) {
            throw CommandFailed.usage("There is nothing to submit: give --name, or --payload");
        }
        return what.options.payload(surroundings.input());
    }

    private Exit print(Receipt receipt) {
        var lines = new Lines(command.commandLine().getOut());
        if (json) {
            lines.write(receipt.data());
        } else if (receipt.success()) {
            receipt.lines().forEach(lines::write);
        }
        if (!receipt.success()) {
            var diagnostics = Diagnostics.of(command.commandLine());
            diagnostics.say("the submission is refused");
            receipt.errors().forEach(diagnostics::add);
        }
        return receipt.success() ? Exit.DONE : Exit.REFUSED;
    }
}
