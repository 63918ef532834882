package dev.rushlight.web.note;

import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.PlaceReader;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that is settled about a note before its words are: browsers keep it beside the words, as one line of text.
 *
 * @param note under which id it is written, so that sending it twice is sending it once
 * @param begun whether the note is there already, begun by drawing, and waits for its words
 */
public record Aim(NoteId note, boolean begun, Place place, Visibility visibility, boolean blocking) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}) (true|false) (TEAM|CLIENT) (true|false)"
                    + " (?:whole|frames (\\d{1,9}) (\\d{1,9}) (\\d{1,9})|file (\\d{1,9}) (.{1,2000}))");

    /** A note that nobody has begun. */
    static Aim at(Place place, Visibility visibility) {
        return new Aim(NoteId.random(), false, place, visibility, false);
    }

    Aim at(Place elsewhere) {
        return new Aim(note, begun, elsewhere, visibility, blocking);
    }

    Aim seenBy(Visibility eyes) {
        return new Aim(note, begun, place, eyes, blocking);
    }

    Aim blocking(boolean whether) {
        return new Aim(note, begun, place, visibility, whether);
    }

    /** The same, for a note that has yet to be begun. */
    Aim afresh() {
        return new Aim(NoteId.random(), false, place, visibility, blocking);
    }

    /** The same once it has its words. */
    Aim worded() {
        return new Aim(note, false, place, visibility, blocking);
    }

    String written() {
        return "%s %s %s %s %s".formatted(note, begun, visibility, blocking, place.readBy(new Written()));
    }

    /** What is not readable any more is nothing. */
    static Optional<Aim> read(String text) {
        var parts = WRITTEN.matcher(text);
        return parts.matches()
                ? place(parts)
                        .map(place -> new Aim(
                                new NoteId(UUID.fromString(parts.group(1))),
                                Boolean.parseBoolean(parts.group(2)),
                                place,
                                Visibility.valueOf(parts.group(3)),
                                Boolean.parseBoolean(parts.group(4))))
                : Optional.empty();
    }

    private static Optional<Place> place(Matcher parts) {
        if (parts.group(5) != null) {
            var first = Integer.parseInt(parts.group(6));
            var last = Integer.parseInt(parts.group(7));
            return first <= last
                    ? Optional.of(new OnFrames(Integer.parseInt(parts.group(5)), new FrameRange(first, last)))
                    : Optional.empty();
        }
        return Optional.of(
                parts.group(8) == null
                        ? new WholeVersion()
                        : new InFile(parts.group(9), Integer.parseInt(parts.group(8))));
    }

    private static final class Written implements PlaceReader<String> {

        @Override
        public String whole(WholeVersion place) {
            return "whole";
        }

        @Override
        public String frames(OnFrames place) {
            return "frames %d %d %d"
                    .formatted(
                            place.media(),
                            place.frames().first(),
                            place.frames().last());
        }

        @Override
        public String file(InFile place) {
            return "file %d %s".formatted(place.line(), place.path());
        }
    }
}
