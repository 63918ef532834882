package dev.rushlight.feedback;

/** Something else has this id already. */
public final class AttachmentIdTaken extends RuntimeException {
    public AttachmentIdTaken(AttachmentId id) {
        super("The id %s belongs to another file".formatted(id));
    }
}
