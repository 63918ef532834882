package dev.rushlight.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.rushlight.installation.SteppingClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginBackOffTest {

    private final SteppingClock clock = new SteppingClock();
    private final LoginBackOff backOff = new LoginBackOff(clock);

    @Test
    void aThousandGuessesInAQuarterOfAnHourAreHardlyHeard() {
        var heard = 0;
        for (var guess = 0; guess < 1_000; guess++) {
            if (isHeard("maria")) {
                heard++;
            }
            clock.advance(Duration.ofMillis(900));
        }

        assertThat(heard).isBetween(10, 20);
    }

    @Test
    void thePauseIsNamed() {
        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria");
        }

        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> backOff.attempt("maria"))
                .satisfies(tooMany -> assertThat(tooMany.pause()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void oneAccountDoesNotSlowAnother() {
        for (var guess = 0; guess < 20; guess++) {
            isHeard("maria");
        }

        assertThatNoException().isThrownBy(() -> backOff.attempt("tom"));
    }

    @Test
    void theRightPasswordWipesTheSlateClean() {
        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria");
        }
        backOff.succeeded("maria");

        assertThatNoException().isThrownBy(() -> backOff.attempt("maria"));
    }

    @Test
    void failuresAreForgottenInTime() {
        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria");
        }
        clock.advance(Duration.ofHours(2));

        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria");
        }
    }

    private boolean isHeard(String account) {
        try {
            backOff.attempt(account);
            return true;
        } catch (TooManyAttempts tooMany) {
            return false;
        }
    }
}
