package dev.rushlight.tools;

import dev.rushlight.installation.Installation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Runs the tool as a person would, with settings of its own. */
final class Terminal {

    private final Path data;
    private final Map<String, String> settings = new HashMap<>();
    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    Terminal(Path data) {
        this.data = data;
        set("RUSHLIGHT_DATA", data.toString());
    }

    void set(String name, String value) {
        settings.put(name, value);
    }

    int run(String... arguments) {
        return Tools.commandLine(this::installation)
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
    }

    Installation installation() {
        return Installation.from(name -> Optional.ofNullable(settings.get(name)));
    }

    Path data() {
        return data;
    }

    String output() {
        return output.toString();
    }

    String errors() {
        return errors.toString();
    }

    String everything() {
        return output() + errors();
    }
}
