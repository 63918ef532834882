package dev.rushlight.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process says: kept in memory for the test, and in a file under {@code target} for whoever looks into a failure. */
final class Output {
    /** Enough for what a server says of one failed request. */
    private static final int LAST_LINES = 200;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Path file;

    private Output(Path file) {
        this.file = file;
    }

    static Output of(InputStream stream, Path file) {
        return of(stream, file, line -> {});
    }

    static Output of(InputStream stream, Path file, Consumer<String> listener) {
        var output = new Output(file);
        var reader = new Thread(() -> output.readAll(stream, listener), "output of " + file.getFileName());
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    private void readAll(InputStream stream, Consumer<String> listener) {
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
                var out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                out.write(line);
                out.newLine();
                out.flush();
                lines.add(line);
                listener.accept(line);
            }
        } catch (IOException e) {
            lines.add("(the output ended: " + e.getMessage() + ")");
        }
    }

    Optional<String> find(Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(m.groupCount()))
                .findFirst();
    }

    /** The last lines, for the message of a failure. */
    String tail() {
        var from = Math.max(0, lines.size() - LAST_LINES);
        return file + ":\n" + String.join("\n", lines.subList(from, lines.size()));
    }

    /** Everything ever written to the file, also by earlier processes of the same name. */
    String written() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
