package dev.rushlight.web.annotation;

import dev.rushlight.feedback.NoteId;
import dev.rushlight.review.ReviewItemId;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where the drawing of a note is found: {@code /annotations/ITEM/NOTE.png} and {@code .json}. */
public record AnnotationAddress(ReviewItemId item, NoteId note, Form form) {

    static final String ROOT = "/annotations";

    private static final String ID = "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})";
    private static final Pattern PATH = Pattern.compile("/" + ID + "/" + ID + "\\.(png|json)");

    /** How a drawing is given out. */
    public enum Form {
        PNG("image/png"),
        JSON("application/json");

        private final String contentType;

        Form(String contentType) {
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }
    }

    /** Reads what follows {@link #ROOT} in an address. */
    static Optional<AnnotationAddress> of(String path) {
        var parts = PATH.matcher(path);
        return parts.matches()
                ? Optional.of(new AnnotationAddress(
                        new ReviewItemId(UUID.fromString(parts.group(1))),
                        new NoteId(UUID.fromString(parts.group(2))),
                        parts.group(3).equals("png") ? Form.PNG : Form.JSON))
                : Optional.empty();
    }

    /** The whole address at an installation. */
    public URI at(URI publicUrl) {
        return URI.create("%s%s/%s/%s.%s"
                .formatted(publicUrl, ROOT, item.value(), note.value(), form == Form.PNG ? "png" : "json"));
    }
}
