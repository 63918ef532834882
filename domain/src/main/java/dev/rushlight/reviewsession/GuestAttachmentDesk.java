package dev.rushlight.reviewsession;

import dev.rushlight.feedback.AttachmentContent;
import dev.rushlight.feedback.AttachmentDesk;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.NoteId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The files beside the notes that guests see, on the version that they look at. */
@ApplicationScoped
@Transactional
public class GuestAttachmentDesk {

    private final GuestAdmittance admittance;
    private final FeedbackNotes notes;
    private final AttachmentDesk attachments;

    @Inject
    GuestAttachmentDesk(GuestAdmittance admittance, FeedbackNotes notes, AttachmentDesk attachments) {
        this.admittance = admittance;
        this.notes = notes;
        this.attachments = attachments;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected GuestAttachmentDesk() { // for CDI
        this(null, null, null);
    }

    /** A file beside a note that the guest sees on this version; no other, wherever it is. */
    public Optional<AttachmentContent> attachment(GuestSight at, AttachmentId id) {
        return notes.attachment(admittance.looking(at), at.item(), at.version(), id);
    }

    /** Removes a file from the guest's own note. */
    public void remove(GuestSight at, NoteId note, AttachmentId id) {
        attachments.remove(admittance.acting(at, GuestRight.COMMENT), at.item(), note, id);
    }
}
