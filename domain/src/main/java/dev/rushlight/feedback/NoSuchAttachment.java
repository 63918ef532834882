package dev.rushlight.feedback;

/** There is no such file, or it is not for these eyes. */
public final class NoSuchAttachment extends RuntimeException {
    public NoSuchAttachment(AttachmentId id) {
        super("There is no attachment " + id);
    }
}
