package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.SteppingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuestPaceTest {

    private final SteppingClock clock = new SteppingClock();
    private final GuestPace pace = new GuestPace(clock);
    private final GuestLinkId link = GuestLinkId.random();

    @Test
    void aLinkActsSixtyTimesAMinute() {
        spend(60, GuestPace.ACT);

        assertThatExceptionOfType(TooManyGuestActs.class)
                .isThrownBy(() -> pace.spend(link, GuestPace.ACT))
                .satisfies(tooMany -> assertThat(tooMany.pause()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void aLinkLooksSixHundredTimesAMinute() {
        spend(600, GuestPace.LOOK);

        assertThatExceptionOfType(TooManyGuestActs.class).isThrownBy(() -> pace.spend(link, GuestPace.LOOK));
    }

    @Test
    void creditFillsUpAsTimePassesAndNoFurther() {
        spend(60, GuestPace.ACT);
        clock.advance(Duration.ofSeconds(2));
        spend(2, GuestPace.ACT);
        assertThatExceptionOfType(TooManyGuestActs.class).isThrownBy(() -> pace.spend(link, GuestPace.ACT));

        clock.advance(Duration.ofDays(1));
        spend(60, GuestPace.ACT);
        assertThatExceptionOfType(TooManyGuestActs.class).isThrownBy(() -> pace.spend(link, GuestPace.ACT));
    }

    @Test
    void whatIsRefusedCostsNothing() {
        spend(60, GuestPace.ACT);
        for (var turn = 0; turn < 100; turn++) {
            assertThatExceptionOfType(TooManyGuestActs.class).isThrownBy(() -> pace.spend(link, GuestPace.ACT));
        }
        clock.advance(Duration.ofSeconds(1));

        assertThatCode(() -> pace.spend(link, GuestPace.ACT)).doesNotThrowAnyException();
    }

    @Test
    void linksDoNotSlowEachOtherDown() {
        spend(60, GuestPace.ACT);

        assertThatCode(() -> pace.spend(GuestLinkId.random(), GuestPace.ACT)).doesNotThrowAnyException();
    }

    @Test
    void onlySoManyLinksAreRemembered() {
        spend(60, GuestPace.ACT);
        for (var number = 0; number < 10_000; number++) {
            pace.spend(GuestLinkId.random(), GuestPace.LOOK);
        }

        assertThatCode(() -> pace.spend(link, GuestPace.ACT)).doesNotThrowAnyException();
    }

    private void spend(int times, Duration cost) {
        for (var turn = 0; turn < times; turn++) {
            pace.spend(link, cost);
        }
    }
}
