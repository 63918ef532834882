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
            if (isHeard("maria", "10.0.0.1")) {
                heard++;
            }
            clock.advance(Duration.ofMillis(900));
        }

        assertThat(heard).isBetween(10, 20);
    }

    @Test
    void thePauseIsNamed() {
        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria", "10.0.0.1");
        }

        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> backOff.attempt("maria", "10.0.0.1"))
                .satisfies(tooMany -> assertThat(tooMany.pause()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void oneAccountDoesNotSlowAnother() {
        for (var guess = 0; guess < 20; guess++) {
            isHeard("maria", "10.0.0.1");
        }

        assertThatNoException().isThrownBy(() -> backOff.attempt("tom", "10.0.0.1"));
    }

    @Test
    void aStrangerDoesNotLockOutWhoComesFromElsewhere() {
        for (var guess = 0; guess < 20; guess++) {
            isHeard("maria", "203.0.113.9");
        }

        assertThat(isHeard("maria", "203.0.113.9")).isFalse();
        assertThat(isHeard("maria", "10.0.0.1")).isTrue();
        assertThat(isHeard("maria", "")).isTrue();
    }

    @Test
    void theRightPasswordFromElsewhereDoesNotEncourageTheStranger() {
        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria", "203.0.113.9");
        }
        backOff.succeeded("maria", "10.0.0.1");

        assertThat(isHeard("maria", "203.0.113.9")).isFalse();
    }

    @Test
    void aNewPasswordIsANewStartEverywhere() {
        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria", "203.0.113.9");
            backOff.attempt("maria", "10.0.0.1");
            backOff.attempt("tom", "10.0.0.1");
        }
        backOff.forget("maria");

        assertThat(isHeard("maria", "203.0.113.9")).isTrue();
        assertThat(isHeard("maria", "10.0.0.1")).isTrue();
        assertThat(isHeard("tom", "10.0.0.1")).isFalse();
    }

    @Test
    void aNetworkOfIpv6IsOnePlace() {
        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria", "2001:db8:1:2::" + guess);
        }

        assertThat(isHeard("maria", "[2001:db8:1:2:ffff::1]")).isFalse();
        assertThat(isHeard("maria", "2001:db8:1:3::1")).isTrue();
        assertThat(isHeard("maria", "no:address")).isTrue();
    }

    @Test
    void aFloodOfNamesIsForgottenAgain() {
        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria", "10.0.0.1");
        }
        for (var name = 0; name < 10_000; name++) {
            backOff.attempt("name" + name, "10.0.0.1");
        }

        assertThat(isHeard("maria", "10.0.0.1")).isTrue();
    }

    @Test
    void theRightPasswordWipesTheSlateClean() {
        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria", "10.0.0.1");
        }
        backOff.succeeded("maria", "10.0.0.1");

        assertThatNoException().isThrownBy(() -> backOff.attempt("maria", "10.0.0.1"));
    }

    @Test
    void failuresAreForgottenInTime() {
        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria", "10.0.0.1");
        }
        clock.advance(Duration.ofHours(2));

        for (var guess = 0; guess < 5; guess++) {
            backOff.attempt("maria", "10.0.0.1");
        }
    }

    private boolean isHeard(String account, String from) {
        try {
            backOff.attempt(account, from);
            return true;
        } catch (TooManyAttempts tooMany) {
            return false;
        }
    }
}
