package dev.rushlight.tools.hub;

import dev.rushlight.hub.api.ConnectionTest;
import dev.rushlight.hub.api.ConnectionTest.Outcome;
import dev.rushlight.hub.api.ConnectionTest.Step;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes through the steps of a connection and prints how each went. */
@Command(
        name = "ping",
        description =
                "Tests the connection step by step: the name, the port, the key, and an event to itself and back.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./rushlight ping",
            "  ./rushlight ping --server https://studio.example --user jo --key-file ~/.ftrack-key --json",
        })
final class PingCommand implements Callable<Integer> {

    /** The steps before anything of the server answers. */
    private static final List<String> ON_THE_WAY = List.of("NAME", "CONNECT");

    @Mixin
    private final ServerOptions server;

    @Option(names = "--json", description = "Prints one JSON object: server, passed and steps.")
    private boolean json;

    @Spec
    private CommandSpec command;

    PingCommand(Surroundings surroundings) {
        this.server = new ServerOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        var settings = server.settings();
        var steps = ConnectionTest.run(settings, server.timeout());
        var exit = exit(steps);
        var lines = new Lines(command.commandLine().getOut());
        if (json) {
            var list = Json.createArrayBuilder();
            steps.forEach(step -> list.add(json(step)));
            lines.write(Json.createObjectBuilder()
                    .add("server", settings.server().toString())
                    .add("passed", exit == Exit.DONE)
                    .add("steps", list)
                    .build());
        } else {
            steps.forEach(step -> lines.write(line(step)));
        }
        return exit.code();
    }

    private static Exit exit(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.outcome() != Outcome.PASSED)
                .findFirst()
                .map(failed -> ON_THE_WAY.contains(failed.name()) ? Exit.NOT_REACHED : Exit.REFUSED)
                .orElse(Exit.DONE);
    }

    private static String line(Step step) {
        var outcome = step.outcome().name().toLowerCase(Locale.ROOT);
        return step.outcome() == Outcome.SKIPPED
                ? String.format(Locale.ROOT, "%-11s  %s", step.name(), outcome)
                : String.format(
                        Locale.ROOT, "%-11s  %-7s %8.1f ms  %s", step.name(), outcome, millis(step), step.detail());
    }

    private static JsonObject json(Step step) {
        return Json.createObjectBuilder()
                .add("name", step.name())
                .add("outcome", step.outcome().name())
                .add("millis", Math.round(millis(step) * 10) / 10.0)
                .add("detail", step.detail())
                .build();
    }

    private static double millis(Step step) {
        return step.took().toNanos() / 1e6;
    }
}
