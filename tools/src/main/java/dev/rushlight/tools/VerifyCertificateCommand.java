package dev.rushlight.tools;

import dev.rushlight.ledger.CertificateReport;
import dev.rushlight.ledger.CertificateVerifier;
import dev.rushlight.tools.hub.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a certificate of the ledger with nothing but the certificate. */
@Command(
        name = "verify-certificate",
        description = "Verifies a certificate of a decision, without a server or a database, and says what it proves.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./rushlight ledger verify-certificate sh020.json",
            "  ./rushlight ledger verify-certificate sh020.json --key 34267310d7c5… --json",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is valid", "1:it is not valid", "2:the command is wrong, or the file cannot be read"})
final class VerifyCertificateCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The certificate.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FINGERPRINT",
            description =
                    "A key that may have signed it: 64 hexadecimal digits, from a source that you trust. Several may.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean help;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        var report = report(expected());
        var out = command.commandLine().getOut();
        if (json) {
            out.println(Printable.of(report.json().toString()));
        } else {
            lines(report).forEach(line -> out.println(Printable.of(line)));
        }
        return report.isValid() ? 0 : 1;
    }

    private Set<String> expected() {
        return keys.stream().map(this::fingerprint).collect(Collectors.toSet());
    }

    private String fingerprint(String key) {
        if (!key.matches("[0-9A-Fa-f]{64}")) {
            throw wrong("--key is 64 hexadecimal digits, not " + key);
        }
        return key.toLowerCase(Locale.ROOT);
    }

    private CertificateReport report(Set<String> expected) {
        try (var certificate = Files.newInputStream(file)) {
            return new CertificateVerifier(expected).verify(certificate);
        } catch (IOException | UncheckedIOException unreadable) {
            throw wrong("the certificate %s cannot be read".formatted(file));
        }
    }

    private static Stream<String> lines(CertificateReport report) {
        return report.isValid()
                ? Stream.concat(Stream.of("The certificate is valid."), report.proved().stream())
                : Stream.concat(Stream.of("THE CERTIFICATE IS NOT VALID."), report.faults().stream());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
