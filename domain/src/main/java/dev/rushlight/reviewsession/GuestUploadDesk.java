package dev.rushlight.reviewsession;

import dev.rushlight.feedback.AttachmentDetail;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.UploadDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.InputStream;

/** Where files of guests come in, within the limits that hold for everybody. Not a transaction itself, as {@link UploadDesk}. */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class GuestUploadDesk {

    private final GuestPermitDesk permits;
    private final UploadDesk uploads;

    @Inject
    GuestUploadDesk(GuestPermitDesk permits, UploadDesk uploads) {
        this.permits = permits;
        this.uploads = uploads;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected GuestUploadDesk() { // for CDI
        this(null, null);
    }

    /**
     * Attaches a file to the guest's own note, once. A link that ends before all of it has arrived keeps nothing of it.
     *
     * @param id chosen by the sender, so that whoever is not sure whether it arrived sends it again
     * @throws IOException when the stream ends early or the disk is full; then nothing is left of it
     */
    public AttachmentDetail attach(GuestSight at, NoteId note, AttachmentId id, String name, InputStream bytes)
            throws IOException {
        permits.beginning(at);
        return uploads.attach(() -> permits.goingOn(at), at.item(), note, id, name, bytes);
    }
}
