package dev.rushlight.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table with a head line; see {@link CsvCell} for what becomes of each cell. */
final class CsvEntryWriter implements EntryWriter {

    private static final List<String> HEAD = List.of(
            "id",
            "line",
            "number",
            "at",
            "act",
            "actorId",
            "username",
            "displayName",
            "role",
            "reason",
            "before",
            "after",
            "causeEventId",
            "previousHash",
            "hash");

    private final Writer out;

    CsvEntryWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        row(HEAD);
    }

    @Override
    public void write(WrittenEntry entry) {
        row(List.of(
                Long.toString(entry.id()),
                entry.line().toString(),
                Long.toString(entry.number()),
                Fields.text(entry.at()),
                entry.act(),
                entry.author().id().toString(),
                entry.author().username(),
                entry.author().displayName(),
                entry.author().role(),
                entry.reason().orElse(""),
                entry.before(),
                entry.after(),
                entry.causeEventId().orElse(""),
                entry.previousHash(),
                entry.hash()));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void row(List<String> cells) {
        try {
            out.write(cells.stream().map(CsvCell::of).collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
