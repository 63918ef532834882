package dev.rushlight.web.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.review.OutdatedItem;
import dev.rushlight.review.ReviewItemId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class HousekeepingTest {

    @Test
    void eventsAreKeptForNinetyDaysUnlessToldOtherwise() {
        assertThat(Housekeeping.kept(name -> Optional.empty())).isEqualTo(Duration.ofDays(90));
        assertThat(Housekeeping.kept(name -> Optional.of(" "))).isEqualTo(Duration.ofDays(90));
        assertThat(Housekeeping.kept(name -> Optional.of(" 3650 "))).isEqualTo(Duration.ofDays(3650));
    }

    @Test
    void everyChoreIsDoneUntilNothingIsLeftAndThenPauses() {
        var chores = new RecordedChores();

        chores.housekeeping().chores(Duration.ofDays(90)).forEach(Housekeeping.Chore::run);

        assertThat(chores.done).containsExactlyInAnyOrderElementsOf(RecordedChores.ALL);
        assertThat(chores.housekeeping().chores(Duration.ofDays(90)))
                .extracting(Housekeeping.Chore::pause)
                .allSatisfy(pause -> assertThat(pause).isPositive());
    }

    @Test
    void openItemsAreJudgedAnewFurtherInTheNextTurnWhenOneIsNotEnough() {
        var chores = new RecordedChores();
        var last = Optional.of(new OutdatedItem(0, ReviewItemId.random()));
        chores.toRejudge = last;
        chores.batch = Duration.ofSeconds(6);
        var all = chores.housekeeping().chores(Duration.ofDays(90));

        all.forEach(Housekeeping.Chore::run);
        assertThat(chores.done).containsExactlyInAnyOrderElementsOf(RecordedChores.ALL);

        all.forEach(Housekeeping.Chore::run);
        assertThat(chores.rejudgedAfter).containsExactly(Optional.empty(), last);
    }

    @Test
    void allOpenItemsAreJudgedAnewInOneTurnWhenThereIsTime() {
        var chores = new RecordedChores();
        chores.toRejudge = Optional.of(new OutdatedItem(0, ReviewItemId.random()));

        chores.housekeeping().chores(Duration.ofDays(90)).forEach(Housekeeping.Chore::run);

        assertThat(chores.done).filteredOn("rejudge"::equals).hasSize(2);
    }

    @ParameterizedTest
    @FieldSource("dev.rushlight.web.boot.RecordedChores#ALL")
    void oneChoreThatFailsKeepsNoOtherFromBeingDone(String failing) {
        var chores = new RecordedChores();
        chores.failing = failing;

        chores.housekeeping().chores(Duration.ofDays(90)).forEach(Housekeeping.Chore::run);

        assertThat(chores.done)
                .containsExactlyInAnyOrderElementsOf(RecordedChores.ALL.stream()
                        .filter(chore -> !chore.equals(failing))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3651", "90d", "1.5", "for ever"})
    void whatIsNoNumberOfDaysIsNamed(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Housekeeping.kept(name -> Optional.of(typed)))
                .withMessage("RUSHLIGHT_KEEP_EVENTS must be a number of days from 1 to 3650, not " + typed);
    }
}
