package dev.rushlight.web.attachment;

import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.review.ReviewItemId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a file is read, {@code attachments/ITEM/FILE}, and where it is sent to, {@code attachments/ITEM/NOTE/FILE}: as
 * seen from the base of all pages.
 */
public final class AttachmentAddress {

    static final String ROOT = "/attachments";

    static final String ID = "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})";
    private static final Pattern FILE = Pattern.compile("/" + ID + "/" + ID);
    private static final Pattern UPLOAD = Pattern.compile("/" + ID + "/" + ID + "/" + ID);

    private AttachmentAddress() {}

    /** Where to read a file. */
    public static String of(ReviewItemId item, AttachmentId file) {
        return "%s/%s/%s".formatted(ROOT.substring(1), item.value(), file.value());
    }

    /** What stands before the id of a file that is to be sent to this note. */
    public static String uploads(ReviewItemId item, NoteId note) {
        return "%s/%s/%s/".formatted(ROOT.substring(1), item.value(), note.value());
    }

    /** A file that is asked for. */
    record Asked(ReviewItemId item, AttachmentId file) {

        /** Reads what follows {@link #ROOT} in an address. */
        static Optional<Asked> of(String path) {
            var parts = FILE.matcher(path);
            return parts.matches()
                    ? Optional.of(new Asked(
                            new ReviewItemId(UUID.fromString(parts.group(1))),
                            new AttachmentId(UUID.fromString(parts.group(2)))))
                    : Optional.empty();
        }
    }

    /** A file that comes. */
    record Sent(ReviewItemId item, NoteId note, AttachmentId file) {

        /** Reads what follows {@link #ROOT} in an address. */
        static Optional<Sent> of(String path) {
            var parts = UPLOAD.matcher(path);
            return parts.matches()
                    ? Optional.of(new Sent(
                            new ReviewItemId(UUID.fromString(parts.group(1))),
                            new NoteId(UUID.fromString(parts.group(2))),
                            new AttachmentId(UUID.fromString(parts.group(3)))))
                    : Optional.empty();
        }
    }
}
