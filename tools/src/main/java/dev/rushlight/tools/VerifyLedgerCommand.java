package dev.rushlight.tools;

import dev.rushlight.installation.Installation;
import dev.rushlight.ledger.LedgerDesk;
import dev.rushlight.ledger.LedgerReport;
import dev.rushlight.ledger.StandaloneLedger;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the ledger of this installation in its database, beside a server only on PostgreSQL. */
@Command(
        name = "verify",
        description = "Checks every entry, line and seal of this installation's ledger, and its seal log.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the ledger is whole", "1:something was found, or the check failed"})
final class VerifyLedgerCommand implements Callable<Integer> {

    private final Supplier<Installation> installation;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    @Spec
    private CommandSpec command;

    VerifyLedgerCommand(Supplier<Installation> installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (var ledger = StandaloneLedger.open(installation.get())) {
            var report = ledger.inTransaction(LedgerDesk::verify);
            var out = command.commandLine().getOut();
            out.println(json ? report.json().toString() : text(report));
            return report.isClean() ? 0 : 1;
        }
    }

    private static String text(LedgerReport report) {
        var text = new StringBuilder();
        report.findings().forEach(finding -> text.append("%-11s  %s%n".formatted(finding.kind(), finding.sentence())));
        if (report.furtherFindings() > 0) {
            text.append("And %d more%n".formatted(report.furtherFindings()));
        }
        report.keys().stream().sorted().forEach(key -> text.append("Signed with the key %s%n".formatted(key)));
        return text.append("%s: %d entries in %d lines, %d seals, of which the seal log confirms %d"
                        .formatted(
                                report.isClean() ? "The ledger is whole" : "THE LEDGER IS NOT WHOLE",
                                report.entries(),
                                report.lines(),
                                report.seals(),
                                report.witnessed()))
                .toString();
    }
}
