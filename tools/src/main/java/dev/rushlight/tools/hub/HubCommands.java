package dev.rushlight.tools.hub;

import dev.rushlight.hub.api.ServerError;
import dev.rushlight.hub.api.ServerUnreachable;
import dev.rushlight.hub.event.NoReply;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The commands that speak to a hub, and what becomes of their failures: one line and an {@link Exit}. */
public final class HubCommands {

    private static final List<String> NAMES =
            List.of("publish", "submit", "listen", "query", "upload", "download", "ping");

    private static final int WIDTH = 110;

    /** How servers answer what they do not do; Rushlight's own hub does nothing with entities. */
    private static final String UNKNOWN_ACTION = "Invalid action ";

    private HubCommands() {}

    /** Whether a command line is about one of these commands, so that no other needs to be loaded. */
    public static boolean includes(String... arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /** The commands as this process's surroundings let them run. */
    public static CommandLine commandLine() {
        return commandLine(Surroundings.ofProcess());
    }

    static CommandLine commandLine(Surroundings surroundings) {
        var commands = new CommandLine(CommandSpec.create().name("rushlight"))
                .addSubcommand(new PublishCommand(surroundings))
                .addSubcommand(new SubmitCommand(surroundings))
                .addSubcommand(new ListenCommand(surroundings))
                .addSubcommand(new QueryCommand(surroundings))
                .addSubcommand(new UploadCommand(surroundings))
                .addSubcommand(new DownloadCommand(surroundings))
                .addSubcommand(new PingCommand(surroundings));
        commands.getSubcommands().values().forEach(HubCommands::describeExits);
        // @FILE is ours: it is what an option says, not more of the command line.
        return commands.setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(HubCommands::misused)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
    }

    private static void describeExits(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .sortOptions(false)
                .width(WIDTH)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(Exit.meanings());
    }

    private static int misused(ParameterException mistake, String[] arguments) {
        var command = mistake.getCommandLine();
        Diagnostics.of(command).say(mistake.getMessage());
        command.getErr()
                .println("See ./%s --help".formatted(command.getCommandSpec().qualifiedName()));
        return Exit.USAGE.code();
    }

    private static int failed(Exception failure, CommandLine command) {
        if (failure instanceof Lines.ReaderGone) {
            return Exit.DONE.code();
        }
        Diagnostics.of(command).say(words(failure));
        return exit(failure).code();
    }

    private static String words(Exception failure) {
        var said = Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
        return failure instanceof ServerError error && error.content().startsWith(UNKNOWN_ACTION)
                ? said + "; this server stores no entities, so ask one that does"
                : said;
    }

    private static Exit exit(Exception failure) {
        if (failure instanceof CommandFailed known) {
            return known.exit();
        }
        if (failure instanceof ServerUnreachable || failure.getCause() instanceof ServerUnreachable) {
            return Exit.NOT_REACHED;
        }
        return failure instanceof NoReply nobody && !nobody.isRefused() ? Exit.NO_ANSWER : Exit.REFUSED;
    }
}
