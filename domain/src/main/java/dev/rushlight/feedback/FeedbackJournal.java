package dev.rushlight.feedback;

import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.Author;
import dev.rushlight.ledger.Ledger;
import dev.rushlight.ledger.LedgerEntry;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.UUID;

/** Writes down in the ledger what is said of an item, in the item's own chain, and has it heard after the commit. */
@Dependent
class FeedbackJournal {

    private static final Author HOUSEKEEPING = new Author(new UUID(0, 0), "rushlight", "Rushlight", "SYSTEM");

    private final Ledger ledger;
    private final Event<NotesChanged> changes;

    @Inject
    FeedbackJournal(Ledger ledger, Event<NotesChanged> changes) {
        this.ledger = ledger;
        this.changes = changes;
    }

    void record(Act act, ReviewItemId item, Identity by, JsonObjectBuilder before, JsonObjectBuilder after) {
        record(act, item, by, before.build(), after.build(), Optional.empty());
    }

    void record(Act act, ReviewItemId item, Identity by, JsonObject before, JsonObject after) {
        record(act, item, by, before, after, Optional.empty());
    }

    void record(
            Act act,
            ReviewItemId item,
            Identity by,
            JsonObject before,
            JsonObject after,
            Optional<String> causeEventId) {
        var author = new Author(
                by.id().value(), by.username(), by.displayName(), by.role().name());
        record(act, item, author, before, after, causeEventId);
    }

    /** A deleted note is gone with all that was kept of it. */
    void purged(Note note) {
        record(
                Act.PURGED,
                note.item(),
                HOUSEKEEPING,
                NoteJson.naming(note).build(),
                JsonValue.EMPTY_JSON_OBJECT,
                Optional.empty());
    }

    private void record(
            Act act,
            ReviewItemId item,
            Author author,
            JsonObject before,
            JsonObject after,
            Optional<String> causeEventId) {
        ledger.record(new LedgerEntry(item.value(), act, author, Optional.empty(), before, after, causeEventId));
        changes.fire(new NotesChanged(item));
    }
}
