package dev.rushlight.web.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.WholeVersion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoteStepsTest {

    private final NotePin late = pin(4, NoteSamples.frames(40, 44));
    private final NotePin early = pin(3, NoteSamples.frames(7, 7));
    private final NotePin alsoEarly = pin(5, NoteSamples.frames(7, 9));
    private final NotePin other = pin(1, new OnFrames(1, FrameRange.single(0)));
    private final NotePin whole = pin(2, new WholeVersion());
    private final NoteSteps steps = new NoteSteps(List.of(late, whole, other, early, alsoEarly));

    @Test
    void theWayGoesFromFrameToFrameAndBeginsAnew() {
        assertThat(next(Optional.empty(), Optional.empty())).isEqualTo(early);
        assertThat(next(at(0), Optional.empty())).isEqualTo(early);
        assertThat(next(at(7), chosen(early))).isEqualTo(alsoEarly);
        assertThat(next(at(7), chosen(alsoEarly))).isEqualTo(late);
        assertThat(next(at(40), chosen(late))).isEqualTo(other);
        assertThat(next(Optional.of(other.place()), chosen(other))).isEqualTo(whole);
        assertThat(next(at(12), chosen(whole))).isEqualTo(early);
    }

    @Test
    void whereThePlayerIsCountsMoreThanWhatWasChosen() {
        assertThat(next(at(20), chosen(early))).isEqualTo(late);
        assertThat(steps.from(at(20), chosen(late), false)).contains(alsoEarly);
        assertThat(steps.from(at(5), chosen(late), false)).contains(whole);
    }

    @Test
    void withoutNotesThereIsNoWay() {
        assertThat(new NoteSteps(List.of()).from(at(0), Optional.empty(), true)).isEmpty();
    }

    private NotePin next(Optional<Place> here, Optional<NoteId> chosen) {
        return steps.from(here, chosen, true).orElseThrow();
    }

    private static Optional<Place> at(int frame) {
        return Optional.of(NoteSamples.frames(frame, frame));
    }

    private static Optional<NoteId> chosen(NotePin pin) {
        return Optional.of(pin.note());
    }

    private static NotePin pin(int number, Place place) {
        return new NotePin(
                new NoteId(new UUID(0, number)),
                place,
                NoteState.OPEN,
                false,
                false,
                NoteSamples.author(),
                "Edge flicker",
                OptionalInt.empty());
    }
}
