package dev.rushlight.tools;

import dev.rushlight.installation.Installation;
import dev.rushlight.tools.control.HeadlessSetUp;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a key for the embedded hub and prints it, alone, on the last line. */
@Command(name = "create", description = "Makes a hub key, and the hub account when it is missing.")
final class CreateApiKeyCommand implements Callable<Integer> {

    private final Supplier<Installation> installation;

    @Option(names = "--user", required = true, paramLabel = "NAME", description = "The hub account.")
    private String user = "";

    @Spec
    private CommandSpec command;

    CreateApiKeyCommand(Supplier<Installation> installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        var key = HeadlessSetUp.of(installation.get()).issueKey(user);
        command.commandLine().getOut().println(key);
        return 0;
    }
}
