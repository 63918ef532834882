package dev.rushlight.tools.hub;

import dev.rushlight.hub.api.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gets a component's file. */
@Command(
        name = "download",
        description = "Downloads the file of a component; FILE appears when all of it is there.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./rushlight download 0b1c6a1e-9d5b-4b0e-8a52-2a7d1f1f9e11 sh020_v012.mov",
            "  ./rushlight download \"$component\" poster.jpg --force --quiet",
        })
final class DownloadCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ServerOptions server;

    @Parameters(index = "0", paramLabel = "COMPONENT", description = "The component's id.")
    private String component = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to put it.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replaces FILE if it is there.")
    private boolean force;

    @Option(
            names = {"-q", "--quiet"},
            description = "Shows no progress, which is shown only on a terminal anyway.")
    private boolean quiet;

    @Spec
    private CommandSpec command;

    DownloadCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.server = new ServerOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        if (component.isBlank()) {
            throw CommandFailed.usage("The component's id is blank");
        }
        if (Files.isDirectory(file)) {
            throw CommandFailed.usage("%s is a directory; name a file in it", file);
        }
        if (Files.exists(file) && !force) {
            throw CommandFailed.usage("%s is there already; --force replaces it", file);
        }
        try (var session = Session.open(server.settings())) {
            Transfer.run(
                    surroundings,
                    quiet,
                    command.commandLine().getErr(),
                    progress -> session.media()
                            .download(component, file)
                            .progress(progress)
                            .run());
        }
        return Exit.DONE.code();
    }
}
