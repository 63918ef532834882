package dev.rushlight.tools.hub;

import java.io.PrintWriter;
import picocli.CommandLine;

/** What a command tells the person beside its results: on standard error, and nothing that a terminal would obey. */
record Diagnostics(PrintWriter err) {

    static Diagnostics of(CommandLine command) {
        return new Diagnostics(command.getErr());
    }

    void say(String message) {
        err.println("rushlight: " + Printable.of(message));
        err.flush();
    }

    /** Says more of what was said before. */
    void add(String detail) {
        err.println("  " + Printable.of(detail));
        err.flush();
    }
}
