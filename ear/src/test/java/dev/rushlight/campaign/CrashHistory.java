package dev.rushlight.campaign;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What happened as it was seen from outside, one JSON object a line in the order in which it was noted, with microseconds
 * since the beginning. An operation is invoked and then ok (the page said that the vote is saved), failed (the server never
 * took the request) or unknown. Each line is in the file when the call returns.
 */
public final class CrashHistory implements AutoCloseable {
    private final long start = System.nanoTime();
    private final Path file;
    private final Writer writer;

    public CrashHistory(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            writer = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param site the address of the server that is killed, by which its events are known */
    public void began(String database, long seed, String site) {
        write(line("began").add("database", database).add("seed", seed).add("site", site));
    }

    public void invoked(long operation, String reviewer, String item, String choice) {
        write(line("invoke")
                .add("op", operation)
                .add("reviewer", reviewer)
                .add("item", item)
                .add("choice", choice));
    }

    public void ok(long operation) {
        write(line("ok").add("op", operation));
    }

    public void failed(long operation, String why) {
        write(line("fail").add("op", operation).add("why", why));
    }

    public void unknown(long operation, String why) {
        write(line("unknown").add("op", operation).add("why", why));
    }

    public void struck(String fault) {
        write(line("struck").add("fault", fault));
    }

    /** What the last fault broke is whole again; what it left behind may not be. */
    public void healed(String fault) {
        write(line("healed").add("fault", fault));
    }

    /** Nothing is owed to the hub any more. */
    public void drained() {
        write(line("drained"));
    }

    /** Ends the history; the file is complete after this. */
    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file() {
        return file;
    }

    private static JsonObjectBuilder line(String what) {
        return Json.createObjectBuilder().add("what", what);
    }

    private synchronized void write(JsonObjectBuilder line) {
        try {
            writer.write(line.add("us", (System.nanoTime() - start) / 1000).build() + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
