package dev.rushlight.tools;

import dev.rushlight.installation.Installation;
import dev.rushlight.tools.control.HeadlessSetUp;
import dev.rushlight.tools.control.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the first administrator; from then on the one-time set-up link is void. */
@Command(name = "create", description = "Makes the first administrator.")
final class CreateAdminCommand implements Callable<Integer> {

    private final Supplier<Installation> installation;

    @Option(names = "--user", required = true, paramLabel = "NAME", description = "The user name to log in with.")
    private String user = "";

    @Option(names = "--display-name", paramLabel = "NAME", description = "The name that others see.")
    private @Nullable String displayName;

    @Option(
            names = "--password-file",
            required = true,
            paramLabel = "FILE",
            description = "Holds the password; a line end after it does not count.")
    private Path passwordFile = Path.of("");

    @Spec
    private CommandSpec command;

    CreateAdminCommand(Supplier<Installation> installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        var password = password();
        HeadlessSetUp.of(installation.get())
                .createFirstAdmin(user, Optional.ofNullable(displayName).orElse(user), password);
        command.commandLine().getOut().println("The administrator %s can log in now.".formatted(user));
        return 0;
    }

    private String password() {
        try {
            return Files.readString(passwordFile).replaceFirst("\\r?\\n\\z", "");
        } catch (NoSuchFileException missing) {
            throw new Refused("there is no password file " + passwordFile);
        } catch (IOException unreadable) {
            throw new Refused("the password file %s cannot be read".formatted(passwordFile));
        }
    }
}
