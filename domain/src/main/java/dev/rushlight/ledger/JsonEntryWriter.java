package dev.rushlight.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes a JSON array with one entry a line. */
final class JsonEntryWriter implements EntryWriter {

    private final Writer out;
    private String before = "[\n";

    JsonEntryWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    }

    @Override
    public void write(WrittenEntry entry) {
        try {
            out.write(before);
            out.write(EntryText.write(entry).toString());
            before = ",\n";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(before.equals(",\n") ? "\n]\n" : "[]\n");
        }
    }
}
