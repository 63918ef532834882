package dev.rushlight.feedback;

import java.util.OptionalInt;

/**
 * A thread as a mark on the timeline.
 *
 * @param author as the viewer may know them
 * @param words how it begins, in one line; empty if it is drawn only
 * @param carriedFrom the version that it was said of, when that is an older one
 */
public record NotePin(
        NoteId note,
        Place place,
        NoteState state,
        boolean blocking,
        boolean drawn,
        NoteAuthor author,
        String words,
        OptionalInt carriedFrom) {

    /** Enough to know a note again. */
    static final int LONGEST_WORDS = 80;

    /** A mark that says no more of a text than there is room for. */
    static String words(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_WORDS) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_WORDS)).strip() + "…";
    }
}
