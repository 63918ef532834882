package dev.rushlight.feedback;

import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.function.Function;

/** Each call of the desk that takes part in an upload is a transaction of its own, whatever the uploader does. */
final class AttachmentsInTransactions extends AttachmentDesk {

    private final Database database;
    private final Function<EntityManager, AttachmentDesk> desk;

    AttachmentsInTransactions(Database database, Function<EntityManager, AttachmentDesk> desk) {
        this.database = database;
        this.desk = desk;
    }

    @Override
    public Optional<AttachmentDetail> expect(Identity by, ReviewItemId item, NoteId id, AttachmentId attachment) {
        return database.inTransaction(entities -> desk.apply(entities).expect(by, item, id, attachment));
    }

    @Override
    public Kept keep(
            Identity by, ReviewItemId item, NoteId id, AttachmentId attachment, String name, StoredFile stored) {
        return database.inTransaction(entities -> desk.apply(entities).keep(by, item, id, attachment, name, stored));
    }
}
