package dev.rushlight.web.container;

import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What the push library says of pages that were left.
 *
 * <p>When the browser closes a page's WebSocket at the moment at which the server ends it too, the library (Atmosphere)
 * finds its own connection gone already, calls that an error with a stack trace and goes on to tidy up. Nothing is wrong
 * or lost then, and no version mends it; so this one message is not logged, and every other one is.
 */
public final class PushFarewells {

    private static final String MESSAGE = "Failed to cancel resource";

    // Held, because the log manager forgets loggers that nobody holds, and their filters with them.
    private static final Logger LIBRARY = Logger.getLogger("org.atmosphere.cpr.AsynchronousProcessor");

    private PushFarewells() {}

    /** Keeps the message out of the log from now on. */
    public static void hush() {
        LIBRARY.setFilter(record -> !isFarewell(record));
    }

    private static boolean isFarewell(LogRecord record) {
        return record.getThrown() instanceof NullPointerException
                && String.valueOf(record.getMessage()).startsWith(MESSAGE);
    }
}
