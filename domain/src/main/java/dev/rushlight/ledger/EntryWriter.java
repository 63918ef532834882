package dev.rushlight.ledger;

import java.io.Closeable;

/** Writes entries into a document, one after the other; closed, the document is complete. */
public interface EntryWriter extends Closeable {

    void write(WrittenEntry entry);
}
