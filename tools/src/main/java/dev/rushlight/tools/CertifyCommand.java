package dev.rushlight.tools;

import dev.rushlight.installation.Installation;
import dev.rushlight.ledger.StandaloneLedger;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the certificate of an entry of this installation's ledger, beside a server only on PostgreSQL. */
@Command(
        name = "certificate",
        description = "Prints the certificate of what was done on a line, such as a review item, up to one entry.",
        footerHeading = "%nExample:%n",
        footer = "  ./rushlight ledger certificate 30c86b37-9676-4456-99b3-421d16895c3c > sh020.json",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was printed",
            "1:there is no such entry, no seal covers it yet, or it failed",
            "2:the command is wrong"
        })
final class CertifyCommand implements Callable<Integer> {

    private final Supplier<Installation> installation;

    @Parameters(index = "0", paramLabel = "LINE", description = "The review item's id, as it stands in its address.")
    private String line = "";

    @Option(
            names = "--entry",
            paramLabel = "NUMBER",
            description = "The entry's number in its line; the last one that is sealed unless given.")
    private Optional<Long> entry = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    @Spec
    private CommandSpec command;

    CertifyCommand(Supplier<Installation> installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        var id = id();
        var wanted = entry.map(OptionalLong::of).orElse(OptionalLong.empty());
        try (var ledger = StandaloneLedger.open(installation.get())) {
            var written = new ByteArrayOutputStream();
            ledger.inTransaction(desk -> {
                desk.certificate(id, wanted.orElseGet(() -> desk.lastSealed(id)), written);
                return id;
            });
            command.commandLine().getOut().println(written.toString(StandardCharsets.UTF_8));
            return 0;
        }
    }

    private UUID id() {
        try {
            return UUID.fromString(line);
        } catch (IllegalArgumentException none) {
            throw new ParameterException(command.commandLine(), line + " is no id of a line");
        }
    }
}
