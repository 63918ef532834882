package dev.rushlight.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Passwords passwords = PeopleBench.PASSWORDS;

    @Test
    void aStoredHashSaysHowItWasMade() {
        assertThat(passwords.hash("correct horse battery"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        var hash = Optional.of(passwords.hash("correct horse battery"));

        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse batterx", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
        assertThat(passwords.matches("nobody has this password", Optional.empty()))
                .isFalse();
    }

    @Test
    void theSamePasswordNeverHasTheSameHash() {
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(passwords.hash("correct horse battery"));
    }

    @Test
    void aHashMadeElsewhereIsUnderstood() {
        // The reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32
        var hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwords.matches("password", Optional.of(hash))).isTrue();
        assertThat(passwords.isOutdated(hash)).isTrue();
        assertThat(passwords.isOutdated(passwords.hash("correct horse battery")))
                .isFalse();
    }

    @Test
    void composedAndDecomposedLettersAreTheSamePassword() {
        var hash = passwords.hash("Stra\u00DFenb\u00E4ume 1");

        assertThat(passwords.matches("Stra\u00DFenba\u0308ume 1", Optional.of(hash)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "eleven char", "            "})
    void aShortPasswordIsRefused(String password) {
        assertThatExceptionOfType(UnacceptablePassword.class).isThrownBy(() -> passwords.requireAcceptable(password));
    }

    @Test
    void twelveCharactersAreEnoughAndAThousandAreMost() {
        assertThatNoException().isThrownBy(() -> passwords.requireAcceptable("twelve chars"));
        assertThatNoException().isThrownBy(() -> passwords.requireAcceptable("x".repeat(1_000)));
        assertThatExceptionOfType(UnacceptablePassword.class)
                .isThrownBy(() -> passwords.requireAcceptable("x".repeat(1_001)));
    }
}
