package dev.rushlight.tools.hub;

import jakarta.json.JsonValue;
import java.io.PrintWriter;

/** Where a command's results go, line by line. */
final class Lines {

    private final PrintWriter out;

    Lines(PrintWriter out) {
        this.out = out;
    }

    /**
     * Writes one line, which holds nothing that a terminal would obey.
     *
     * @throws ReaderGone if nobody reads any more
     */
    void write(String line) {
        out.print(Printable.of(line) + "\n");
        if (out.checkError()) {
            throw new ReaderGone();
        }
    }

    /** Writes one line of JSON; see {@link #write(String)}. */
    void write(JsonValue value) {
        write(value.toString());
    }

    /** Whoever read the output, such as {@code head}, has seen enough. */
    static final class ReaderGone extends RuntimeException {

        ReaderGone() {
            super("nobody reads the output any more");
        }
    }
}
