package dev.rushlight.web.annotation;

import dev.rushlight.feedback.StrokeId;
import dev.rushlight.review.ReviewItemId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which medium of which version is asked about: {@code /annotations/sheets/ITEM/VERSION/MEDIA}. */
record SheetAddress(ReviewItemId item, int version, int media) {

    static final String ROOT = AnnotationAddress.ROOT + "/sheets";
    static final String GUESTS = AnnotationAddress.ROOT + "/guest/sheets";

    private static final Pattern PATH = Pattern.compile("/([^/]{36})/([0-9]{1,9})/([0-9]{1,9})");
    private static final int LONGEST_ID = 36;

    /** Reads what follows {@link #ROOT} in an address. */
    static Optional<SheetAddress> of(String path) {
        var parts = PATH.matcher(path);
        return parts.matches()
                ? ReviewItemId.parse(parts.group(1))
                        .map(item -> new SheetAddress(
                                item, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    /** The strokes that are asked for, unless something else is. */
    static Optional<List<StrokeId>> strokes(String asked) {
        var names = asked.split(",", -1);
        var strokes = Stream.of(names)
                .filter(name -> name.length() == LONGEST_ID)
                .flatMap(name -> StrokeId.parse(name).stream())
                .toList();
        return strokes.size() == names.length ? Optional.of(strokes) : Optional.empty();
    }
}
