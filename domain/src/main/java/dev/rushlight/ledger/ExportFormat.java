package dev.rushlight.ledger;

import java.io.OutputStream;

/** In which forms the ledger leaves the house. */
public enum ExportFormat {
    /** An array with one entry a line, from which another program can compute all hashes again. */
    JSON("application/json") {
        @Override
        public EntryWriter to(OutputStream out) {
            return new JsonEntryWriter(out);
        }
    },
    /** A table for spreadsheets, by RFC 4180 in UTF-8, of which no cell is taken for a formula. */
    CSV("text/csv; charset=utf-8") {
        @Override
        public EntryWriter to(OutputStream out) {
            return new CsvEntryWriter(out);
        }
    };

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** Begins a document; to close the writer completes it and closes the stream. */
    public abstract EntryWriter to(OutputStream out);
}
