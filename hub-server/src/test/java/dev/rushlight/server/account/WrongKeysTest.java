package dev.rushlight.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.server.ManualTicker;
import dev.rushlight.server.account.WrongKeys.Sender;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrongKeysTest {
    private static final Sender JO = new Sender("192.0.2.1", "jo");

    private final ManualTicker ticker = new ManualTicker();
    private final WrongKeys wrongKeys = new WrongKeys(ticker);

    @Test
    void fourWrongKeysAreFree() {
        strike(4);

        assertThat(wrongKeys.waitOf(JO)).isZero();
    }

    @Test
    void waitDoublesFromTheFifthOnAndEndsAtFiveMinutes() {
        strike(5);
        assertThat(wrongKeys.waitOf(JO)).isEqualTo(Duration.ofSeconds(1));
        strike(1);
        assertThat(wrongKeys.waitOf(JO)).isEqualTo(Duration.ofSeconds(2));
        strike(1);
        assertThat(wrongKeys.waitOf(JO)).isEqualTo(Duration.ofSeconds(4));
        strike(100);
        assertThat(wrongKeys.waitOf(JO)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void waitPasses() {
        strike(6);
        ticker.advance(Duration.ofMillis(1_500));
        assertThat(wrongKeys.waitOf(JO)).isEqualTo(Duration.ofMillis(500));
        ticker.advance(Duration.ofMillis(500));
        assertThat(wrongKeys.waitOf(JO)).isZero();
    }

    @Test
    void atMostTwentyOfAThousandTriesAreLookedAtInAQuarterOfAnHour() {
        var lookedAt = 0;
        for (var i = 0; i < 1_000; i++) {
            if (wrongKeys.waitOf(JO).isZero()) {
                lookedAt++;
                strike(1);
            }
            ticker.advance(Duration.ofMillis(900));
        }
        assertThat(lookedAt).isLessThanOrEqualTo(20);
    }

    @Test
    void othersDoNotWait() {
        strike(100);

        assertThat(wrongKeys.waitOf(new Sender("192.0.2.2", "jo"))).isZero();
        assertThat(wrongKeys.waitOf(new Sender("192.0.2.1", "ann"))).isZero();
    }

    @Test
    void quietQuarterOfAnHourForgivesEverything() {
        strike(100);
        ticker.advance(Duration.ofMinutes(16));
        strike(1);

        assertThat(wrongKeys.waitOf(JO)).isZero();
    }

    @Test
    void goodKeyForgivesEverything() {
        strike(100);
        wrongKeys.forgive(JO);

        assertThat(wrongKeys.waitOf(JO)).isZero();
    }

    @Test
    void memoryIsBounded() {
        strike(100);
        for (var i = 0; i < 10_000; i++) {
            wrongKeys.strike(new Sender("192.0.2.3", "user" + i));
        }

        assertThat(wrongKeys.waitOf(JO)).isZero();
    }

    private void strike(int times) {
        for (var i = 0; i < times; i++) {
            wrongKeys.strike(JO);
        }
    }
}
