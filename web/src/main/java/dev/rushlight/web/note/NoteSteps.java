package dev.rushlight.web.note;

import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.PlaceReader;
import dev.rushlight.feedback.WholeVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The way from note to note, in the order of their places; after the last comes the first. */
final class NoteSteps {

    private final List<NotePin> pins;

    NoteSteps(List<NotePin> pins) {
        this.pins = pins.stream()
                .sorted(Comparator.comparing((NotePin pin) -> Spot.of(pin.place()))
                        .thenComparing(pin -> pin.note().value()))
                .toList();
    }

    /** How many there are. */
    int count() {
        return pins.size();
    }

    /** Which of them this is, counted from 1. */
    int number(NotePin pin) {
        return pins.indexOf(pin) + 1;
    }

    /**
     * The next note on the way, or the one before.
     *
     * @param here where the player is, if there is one
     * @param chosen the note that was stepped to last
     */
    Optional<NotePin> from(Optional<Place> here, Optional<NoteId> chosen, boolean forward) {
        if (pins.isEmpty()) {
            return Optional.empty();
        }
        var last = chosen.flatMap(this::pin)
                .filter(pin -> here.filter(place -> !isAt(pin, place)).isEmpty());
        var from = last.map(pins::indexOf);
        var next = from.map(index -> index + (forward ? 1 : -1))
                .orElseGet(
                        () -> here.map(place -> beside(Spot.of(place), forward)).orElse(forward ? 0 : -1));
        return Optional.of(pins.get(Math.floorMod(next, pins.size())));
    }

    private Optional<NotePin> pin(NoteId id) {
        return pins.stream().filter(pin -> pin.note().equals(id)).findFirst();
    }

    /** Whether the player is where the step to this note led it; notes that have no frame lead it nowhere. */
    private static boolean isAt(NotePin pin, Place here) {
        return !(pin.place() instanceof OnFrames) || Spot.of(pin.place()).equals(Spot.of(here));
    }

    private int beside(Spot here, boolean forward) {
        var before = (int) pins.stream()
                .map(pin -> Spot.of(pin.place()))
                .filter(spot -> forward ? spot.compareTo(here) <= 0 : spot.compareTo(here) < 0)
                .count();
        return forward ? before : before - 1;
    }

    /** Where something begins; what is about the whole version comes last. */
    private record Spot(int shape, String path, int part, int begin) implements Comparable<Spot> {

        private static final Comparator<Spot> ORDER = Comparator.comparingInt(Spot::shape)
                .thenComparing(Spot::path)
                .thenComparingInt(Spot::part)
                .thenComparingInt(Spot::begin);

        static Spot of(Place place) {
            return place.readBy(new PlaceReader<>() {

                @Override
                public Spot whole(WholeVersion whole) {
                    return new Spot(2, "", 0, 0);
                }

                @Override
                public Spot frames(OnFrames there) {
                    return new Spot(0, "", there.media(), there.frames().first());
                }

                @Override
                public Spot file(InFile there) {
                    return new Spot(1, there.path(), 0, there.line());
                }
            });
        }

        @Override
        public int compareTo(Spot other) {
            return ORDER.compare(this, other);
        }
    }
}
