package dev.rushlight.tools;

import dev.rushlight.installation.Installation;
import dev.rushlight.tools.demo.DemoArtistCommand;
import dev.rushlight.tools.hub.HubCommands;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The entry to every command; what goes wrong is one line on standard error and an exit code that is not 0. */
public final class Tools {

    private Tools() {}

    public static void main(String[] arguments) throws IOException {
        try (var logging = Tools.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        // Looking at a command loads all that it uses, and those for a hub are to start quickly.
        var tools = HubCommands.includes(arguments) ? HubCommands.commandLine() : commandLine(Installation::current);
        System.exit(tools.setOut(unicode(FileDescriptor.out))
                .setErr(unicode(FileDescriptor.err))
                .execute(arguments));
    }

    /** UTF-8 whatever the locale, because JSON is. */
    private static PrintWriter unicode(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    static CommandLine commandLine(Supplier<Installation> installation) {
        return new CommandLine(CommandSpec.create().name("rushlight"))
                .addSubcommand(new PreflightCommand(installation))
                .addSubcommand(group("admin", new CreateAdminCommand(installation)))
                .addSubcommand(group("api-key", new CreateApiKeyCommand(installation)))
                .addSubcommand(group("ledger", new VerifyLedgerCommand(installation))
                        .addSubcommand(new CertifyCommand(installation))
                        .addSubcommand(new VerifyCertificateCommand()))
                .addSubcommand(new DemoArtistCommand(installation))
                .setParameterExceptionHandler(Tools::refused)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
    }

    private static CommandLine group(String name, Object command) {
        return new CommandLine(CommandSpec.create().name(name)).addSubcommand(command);
    }

    private static int refused(ParameterException mistake, String[] arguments) {
        var command = mistake.getCommandLine();
        command.getErr().println("rushlight: " + mistake.getMessage());
        command.usage(command.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command) {
        command.getErr().println("rushlight: " + reason(failure));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** What to tell a person: of a failed database the cause, which says what to do about it. */
    private static String reason(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, cause -> cause.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .or(() -> Optional.of(failure))
                .map(Throwable::getMessage)
                .orElseGet(failure::toString);
    }
}
