package dev.rushlight.web.note;

import dev.rushlight.feedback.FrameClock;
import dev.rushlight.feedback.GoTo;
import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.PlaceReader;
import dev.rushlight.feedback.UnreadablePosition;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How places in one version are called: frames by the numbers of the studio, with their time code beside. */
final class PlaceWords {

    private final List<Media> media;

    PlaceWords(List<Media> media) {
        this.media = List.copyOf(media);
    }

    /**
     * A place in short, and in full.
     *
     * @param spoken as it is read out, and shown on hover
     */
    record Words(String brief, String spoken) {}

    Words of(Place place) {
        return place.readBy(new Reader());
    }

    /** The frame that is meant by what somebody typed, if this medium has it. */
    OptionalInt find(int medium, String typed) {
        return clock(medium)
                .flatMap(clock -> exact(typed, clock))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static Optional<Integer> exact(String typed, FrameClock clock) {
        try {
            var landing = GoTo.read(typed, clock, 0);
            if (landing.adjustments().isEmpty()) {
                return Optional.of(landing.frame());
            }
            // "f1044" is frame 1044 from 0 wherever there is one; else it can only be meant as the studio counts.
            return typed.matches("[fF]\\d+") ? exact(typed.substring(1), clock) : Optional.empty();
        } catch (UnreadablePosition unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Media> medium(int index) {
        return index < media.size() ? Optional.of(media.get(index)) : Optional.empty();
    }

    private Optional<FrameClock> clock(int index) {
        return medium(index).flatMap(FrameClock::of);
    }

    private final class Reader implements PlaceReader<Words> {

        @Override
        public Words whole(WholeVersion place) {
            return new Words("Whole version", "The whole version");
        }

        @Override
        public Words frames(OnFrames place) {
            var several = media.size() > 1;
            var number = place.media() + 1;
            if (medium(place.media())
                    .filter(known -> known.type() == MediaType.IMAGE)
                    .isPresent()) {
                return several
                        ? new Words("Image " + number, "Image %d of %d".formatted(number, media.size()))
                        : new Words("Image", "The image");
            }
            var start = medium(place.media()).map(Media::startFrame).orElse(0);
            var first = place.frames().first();
            var last = place.frames().last();
            var brief = place.frames().isSingle()
                    ? Integer.toString(start + first)
                    : "%d–%d".formatted(start + first, start + last);
            var spoken = place.frames().isSingle()
                    ? "Frame " + (start + first)
                    : "Frames %d to %d".formatted(start + first, start + last);
            var timed = clock(place.media())
                    .map(clock -> place.frames().isSingle()
                            ? "%s, %s".formatted(spoken, clock.timecode(first))
                            : "%s, %s to %s".formatted(spoken, clock.timecode(first), clock.timecode(last)))
                    .orElse(spoken);
            return several
                    ? new Words(
                            "#%d · %s".formatted(number, brief),
                            "%s, medium %d of %d".formatted(timed, number, media.size()))
                    : new Words(brief, timed);
        }

        @Override
        public Words file(InFile place) {
            var name = place.path().substring(place.path().lastIndexOf('/') + 1);
            return new Words(
                    "%s:%d".formatted(name, place.line()), "%s, line %d".formatted(place.path(), place.line()));
        }
    }
}
