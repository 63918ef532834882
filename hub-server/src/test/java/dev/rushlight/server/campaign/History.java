package dev.rushlight.server.campaign;

import dev.rushlight.hub.Delivery;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What happened, one JSON object per line in the order in which it was noted, with microseconds since the beginning:
 * {@code invoke} for every publish, {@code settled} for its outcome, {@code recorded} for every delivery to the witness.
 *
 * <p>The number {@code n} is what the event is about and the same in whatever envelope it travels.
 */
final class History implements AutoCloseable {
    private final long start = System.nanoTime();
    private final Path file;
    private final Writer writer;

    History(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        this.file = file;
        this.writer = Files.newBufferedWriter(file);
    }

    void invoked(long n, String id) {
        write(Json.createObjectBuilder().add("what", "invoke").add("n", n).add("id", id));
    }

    void settled(String id, Delivery delivery) {
        write(Json.createObjectBuilder()
                .add("what", "settled")
                .add("id", id)
                .add("result", delivery.result().name())
                .add("detail", delivery.detail()));
    }

    void recorded(long n, String id) {
        write(Json.createObjectBuilder().add("what", "recorded").add("n", n).add("id", id));
    }

    /** Ends the history; the file is complete after this. */
    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }

    Path file() {
        return file;
    }

    private synchronized void write(JsonObjectBuilder line) {
        try {
            writer.write(line.add("us", (System.nanoTime() - start) / 1000).build() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
