package dev.rushlight.web.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HousekeepingTest {

    @Test
    void eventsAreKeptForNinetyDaysUnlessToldOtherwise() {
        assertThat(Housekeeping.kept(name -> Optional.empty())).isEqualTo(Duration.ofDays(90));
        assertThat(Housekeeping.kept(name -> Optional.of(" "))).isEqualTo(Duration.ofDays(90));
        assertThat(Housekeeping.kept(name -> Optional.of(" 3650 "))).isEqualTo(Duration.ofDays(3650));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3651", "90d", "1.5", "for ever"})
    void whatIsNoNumberOfDaysIsNamed(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Housekeeping.kept(name -> Optional.of(typed)))
                .withMessage("RUSHLIGHT_KEEP_EVENTS must be a number of days from 1 to 3650, not " + typed);
    }
}
