package dev.rushlight.tools.hub;

import dev.rushlight.hub.api.Session;
import dev.rushlight.hub.media.Component;
import jakarta.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a file, which becomes a component. */
@Command(
        name = "upload",
        description = "Uploads a file, which becomes a component, and prints the component's id.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./rushlight upload sh020_v012.mov --version-id 7f0f0c5e-8c0e-4e2b-9b53-8e1f7f4c9a10",
            "  ./rushlight upload sh020_v012.mp4 --name ftrackreview-mp4 \\",
            "      --metadata 'ftr_meta={\"frameIn\": 0, \"frameOut\": 119, \"frameRate\": 24}' --json",
        })
final class UploadCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final ServerOptions server;

    @Parameters(index = "0", paramLabel = "FILE", description = "What to send.")
    private Path file = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "The component's name; the file's unless given.")
    private @Nullable String name;

    @Option(names = "--version-id", paramLabel = "ID", description = "The asset version that the component belongs to.")
    private @Nullable String versionId;

    @Option(
            names = "--metadata",
            paramLabel = "KEY=VALUE",
            description = "Metadata of the component; for more, once each.")
    private Map<String, String> metadata = Map.of();

    @Option(names = "--json", description = "Prints one JSON object: id, name, fileType and size.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Shows no progress, which is shown only on a terminal anyway.")
    private boolean quiet;

    @Spec
    private CommandSpec command;

    UploadCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.server = new ServerOptions(surroundings.environment());
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw CommandFailed.usage(Files.exists(file) ? "%s is not a file" : "There is no file %s", file);
        }
        if (!Files.isReadable(file)) {
            throw CommandFailed.usage("The file %s cannot be read", file);
        }
        try (var session = Session.open(server.settings())) {
            var component =
                    Transfer.run(surroundings, quiet, command.commandLine().getErr(), progress -> {
                        var upload = session.media().upload(file).progress(progress);
                        metadata.forEach(upload::metadata);
                        if (name != null) {
                            upload.name(name);
                        }
                        if (versionId != null) {
                            upload.version(versionId);
                        }
                        return upload.run();
                    });
            print(component);
        }
        return Exit.DONE.code();
    }

    private void print(Component component) {
        var lines = new Lines(command.commandLine().getOut());
        if (json) {
            lines.write(Json.createObjectBuilder()
                    .add("id", component.id())
                    .add("name", component.name())
                    .add("fileType", component.fileType())
                    .add("size", component.size())
                    .build());
        } else {
            lines.write(component.id());
        }
    }
}
