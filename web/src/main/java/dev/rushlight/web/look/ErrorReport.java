package dev.rushlight.web.look;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An unexpected error, written to the log under an id that a person can pass on. */
public record ErrorReport(String id) {

    private static final Logger LOG = Logger.getLogger(ErrorReport.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    public static ErrorReport of(Throwable error) {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        var report = new ErrorReport(HexFormat.of().formatHex(bytes));
        LOG.log(Level.SEVERE, error, () -> "Error id " + report.id());
        return report;
    }
}
