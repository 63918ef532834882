package dev.rushlight.web.annotation;

import dev.rushlight.feedback.NoteId;
import dev.rushlight.review.ReviewItemId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What is to be done with the strokes of which note: {@code /annotations/strokes/ITEM/NOTE}, {@code …/taken-back}. */
record StrokeAddress(ReviewItemId item, NoteId note, Deed deed) {

    static final String ROOT = AnnotationAddress.ROOT + "/strokes";
    static final String GUESTS = AnnotationAddress.ROOT + "/guest/strokes";

    private static final String ID = "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})";
    private static final Pattern PATH = Pattern.compile("/" + ID + "/" + ID + "(|/taken-back|/put-back)");

    /** What can be done with strokes. */
    enum Deed {
        DRAW,
        TAKE_BACK,
        PUT_BACK
    }

    /** Reads what follows {@link #ROOT} in an address. */
    static Optional<StrokeAddress> of(String path) {
        var parts = PATH.matcher(path);
        return parts.matches()
                ? Optional.of(new StrokeAddress(
                        new ReviewItemId(UUID.fromString(parts.group(1))),
                        new NoteId(UUID.fromString(parts.group(2))),
                        deed(parts.group(3))))
                : Optional.empty();
    }

    private static Deed deed(String written) {
        return switch (written) {
            case "/taken-back" -> Deed.TAKE_BACK;
            case "/put-back" -> Deed.PUT_BACK;
            default -> Deed.DRAW;
        };
    }
}
