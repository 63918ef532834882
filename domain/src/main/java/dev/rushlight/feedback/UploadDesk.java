package dev.rushlight.feedback;

import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Where files come in. Not a transaction itself, so that a slow upload does not hold a connection to the database. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class UploadDesk {

    /** How many bytes a file may have. */
    public static final long LARGEST = AttachmentFiles.LARGEST;

    private final AttachmentDesk attachments;
    private final AttachmentFiles files;

    @Inject
    UploadDesk(AttachmentDesk attachments, AttachmentFiles files) {
        this.attachments = attachments;
        this.files = files;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected UploadDesk() { // for CDI
        this(null, null);
    }

    /**
     * Attaches a file to one's own note, once: when it is known already, no byte is read.
     *
     * @param id chosen by the sender, so that whoever is not sure whether it arrived sends it again
     * @throws IOException when the stream ends early or the disk is full; then nothing is left of it
     */
    public AttachmentDetail attach(
            Identity by, ReviewItemId item, NoteId note, AttachmentId id, String name, InputStream bytes)
            throws IOException {
        return attach(() -> by, item, note, id, name, bytes);
    }

    /**
     * As above, for somebody who may lose the right to it while the file is on its way.
     *
     * @param by asked before any byte is taken, and again once all are there
     */
    public AttachmentDetail attach(
            Supplier<Identity> by, ReviewItemId item, NoteId note, AttachmentId id, String name, InputStream bytes)
            throws IOException {
        var known = attachments.expect(by.get(), item, note, id);
        if (known.isPresent()) {
            return known.get();
        }
        var stored = files.receive(bytes);
        var isKept = false;
        try {
            var kept = attachments.keep(by.get(), item, note, id, FileName.of(name), stored);
            isKept = kept.file().equals(stored.id());
            return kept.detail();
        } finally {
            if (!isKept) {
                files.delete(stored.id());
            }
        }
    }
}
