package dev.rushlight.keyboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Space",
                "Shift+A",
                "Ctrl+Shift+Z",
                "Ctrl+Alt+ArrowLeft",
                "?",
                "`",
                "\\",
                "+",
                "Ctrl++",
                "F2",
                "Ä",
                "Shift+PageUp"
            })
    void aChordIsWrittenAsItIsRead(String text) {
        assertThat(Chord.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"a, A", "Shift+a, Shift+A", "Ctrl+z, Ctrl+Z", "Shift+?, ?", "Ctrl+Shift+/, Ctrl+/", "Shift+1, 1"})
    void lettersAreCapitalsAndSignsHaveNoShift(String text, String chord) {
        assertThat(Chord.of(text)).hasToString(chord);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Shift",
                "Ctrl+",
                "Enter",
                "Escape",
                "Tab",
                "AB",
                "Meta+A",
                "Shift+Ctrl+A",
                "F13",
                "\n",
                "\0",
                "\u00a0",
                "\ud800"
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThatExceptionOfType(UnacceptableKeys.class)
                .isThrownBy(() -> Chord.of(text))
                .withMessage("“%s” is no key that can be used".formatted(text));
    }

    @Test
    void aLongTextIsNotSaidBack() {
        assertThatExceptionOfType(UnacceptableKeys.class)
                .isThrownBy(() -> Chord.of("x".repeat(5000)))
                .withMessage("“%s…” is no key that can be used".formatted("x".repeat(30)));
    }

    @ParameterizedTest
    @CsvSource({
        "A, true",
        "Shift+A, true",
        "?, true",
        "1, true",
        "Ctrl+A, false",
        "Alt+A, false",
        "Space, false",
        "ArrowLeft, false"
    })
    void lettersDigitsAndSignsAreTyped(String text, boolean typed) {
        assertThat(Chord.of(text).isTyped()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ctrl+W",
                "Ctrl+T",
                "Ctrl+C",
                "Ctrl+5",
                "Ctrl+-",
                "Ctrl+Shift+T",
                "Ctrl+PageDown",
                "F5",
                "Alt+F4",
                "Ctrl+Alt+Q"
            })
    void whatBrowsersKeepIsReserved(String text) {
        assertThat(Chord.of(text).isReserved()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ctrl+L", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+/", "Alt+ArrowLeft", "F2", "C", "Shift+N"})
    void theOthersAreFree(String text) {
        assertThat(Chord.of(text).isReserved()).isFalse();
    }
}
