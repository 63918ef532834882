package dev.rushlight.web.content;

import dev.rushlight.review.ReviewItemId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where the browser fetches the files of a changeset: {@code /content/ITEM/VERSION/diff}, or for guests {@code
 * /content/guest/ITEM/VERSION/diff}.
 */
public record ChangesetAddress(ReviewItemId item, int version) {

    static final String ROOT = "/content";
    static final String GUESTS = ROOT + "/guest";

    private static final Pattern PATH =
            Pattern.compile("/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})/([0-9]{1,7})/diff");

    /** Reads what follows {@link #ROOT} or {@link #GUESTS} in an address. */
    static Optional<ChangesetAddress> of(String path) {
        var parts = PATH.matcher(path);
        return parts.matches()
                ? Optional.of(new ChangesetAddress(
                        new ReviewItemId(UUID.fromString(parts.group(1))), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** As seen from the base of every page. */
    String relative() {
        return under(ROOT);
    }

    /** As above, for the pages of guests. */
    public String forGuests() {
        return under(GUESTS);
    }

    private String under(String root) {
        return "%s/%s/%d/diff".formatted(root.substring(1), item, version);
    }
}
