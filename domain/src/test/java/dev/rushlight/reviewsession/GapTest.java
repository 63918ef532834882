package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GapTest {

    private static final OptionalLong END = OptionalLong.empty();
    private static final long FAR = 1L << 61;

    @Test
    void theFirstEntryStandsAnywhere() {
        assertThat(new Gap(END, END).middle()).hasValue(0);
    }

    @Test
    void entriesAtTheEndsStandAStepAway() {
        assertThat(new Gap(OptionalLong.of(7), END).middle()).hasValue(7 + Gap.STEP);
        assertThat(new Gap(END, OptionalLong.of(7)).middle()).hasValue(7 - Gap.STEP);
    }

    @Test
    void entriesInBetweenStandInTheMiddle() {
        assertThat(new Gap(OptionalLong.of(10), OptionalLong.of(20)).middle()).hasValue(15);
        assertThat(new Gap(OptionalLong.of(-20), OptionalLong.of(-10)).middle()).hasValue(-15);
        assertThat(new Gap(OptionalLong.of(-FAR), OptionalLong.of(FAR)).middle())
                .hasValue(0);
        assertThat(new Gap(OptionalLong.of(10), OptionalLong.of(12)).middle()).hasValue(11);
    }

    @Test
    void betweenNextNumbersThereIsNoRoom() {
        assertThat(new Gap(OptionalLong.of(10), OptionalLong.of(11)).middle()).isEmpty();
        assertThat(new Gap(OptionalLong.of(-11), OptionalLong.of(-10)).middle()).isEmpty();
        assertThat(new Gap(OptionalLong.of(10), OptionalLong.of(10)).middle()).isEmpty();
    }

    @Test
    void nothingGoesSoFarOutThatNumbersEnd() {
        assertThat(new Gap(OptionalLong.of(FAR), END).middle()).isEmpty();
        assertThat(new Gap(END, OptionalLong.of(-FAR)).middle()).isEmpty();
        assertThat(Gap.isRoomAfter(0, 2_000)).isTrue();
        assertThat(Gap.isRoomAfter(FAR, 1)).isFalse();
    }

    @Test
    void oneGapTakesFortyEntriesBeforeItIsFull() {
        var gap = new Gap(OptionalLong.of(0), OptionalLong.of(Gap.STEP));
        var taken = 0;
        while (gap.middle().isPresent()) {
            gap = new Gap(OptionalLong.of(0), gap.middle());
            taken++;
        }
        assertThat(taken).isEqualTo(40);
    }

    @Test
    void aGapHoldsWhatIsStrictlyBetweenItsNeighbours() {
        var gap = new Gap(OptionalLong.of(10), OptionalLong.of(20));
        assertThat(gap.holds(11)).isTrue();
        assertThat(gap.holds(10)).isFalse();
        assertThat(gap.holds(20)).isFalse();
        assertThat(new Gap(END, OptionalLong.of(20)).holds(Long.MIN_VALUE)).isTrue();
        assertThat(new Gap(OptionalLong.of(10), END).holds(Long.MAX_VALUE)).isTrue();
    }
}
