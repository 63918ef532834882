package dev.rushlight.web.attachment;

import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.review.ReviewItemId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where a guest reads a file, {@code attachments/guest/ITEM/VERSION/FILE}, and where they send one to,
 * {@code attachments/guest/ITEM/VERSION/NOTE/FILE}: guests do everything on the version that they look at.
 */
public final class GuestAttachmentAddress {

    static final String ROOT = AttachmentAddress.ROOT + "/guest";

    private static final String SIGHT = "/" + AttachmentAddress.ID + "/([0-9]{1,9})/" + AttachmentAddress.ID;
    private static final Pattern FILE = Pattern.compile(SIGHT);
    private static final Pattern UPLOAD = Pattern.compile(SIGHT + "/" + AttachmentAddress.ID);

    private GuestAttachmentAddress() {}

    /** Where to read a file. */
    public static String of(ReviewItemId item, int version, AttachmentId file) {
        return "%s/%s/%d/%s".formatted(ROOT.substring(1), item.value(), version, file.value());
    }

    /** What stands before the id of a file that is to be sent to this note. */
    public static String uploads(ReviewItemId item, int version, NoteId note) {
        return "%s/%s/%d/%s/".formatted(ROOT.substring(1), item.value(), version, note.value());
    }

    /** A file that is asked for. */
    record Asked(ReviewItemId item, int version, AttachmentId file) {

        /** Reads what follows {@link #ROOT} in an address. */
        static Optional<Asked> of(String path) {
            var parts = FILE.matcher(path);
            return parts.matches()
                    ? Optional.of(new Asked(
                            new ReviewItemId(UUID.fromString(parts.group(1))),
                            Integer.parseInt(parts.group(2)),
                            new AttachmentId(UUID.fromString(parts.group(3)))))
                    : Optional.empty();
        }
    }

    /** A file that comes. */
    record Sent(ReviewItemId item, int version, NoteId note, AttachmentId file) {

        /** Reads what follows {@link #ROOT} in an address. */
        static Optional<Sent> of(String path) {
            var parts = UPLOAD.matcher(path);
            return parts.matches()
                    ? Optional.of(new Sent(
                            new ReviewItemId(UUID.fromString(parts.group(1))),
                            Integer.parseInt(parts.group(2)),
                            new NoteId(UUID.fromString(parts.group(3))),
                            new AttachmentId(UUID.fromString(parts.group(4)))))
                    : Optional.empty();
        }
    }
}
