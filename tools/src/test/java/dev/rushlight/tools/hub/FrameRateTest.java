package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRateTest {

    @ParameterizedTest
    @CsvSource({
        "24, '[24,1]'",
        "24000/1001, '[24000,1001]'",
        "23.976, '[24000,1001]'",
        "29.97, '[30000,1001]'",
        "59.94, '[60000,1001]'"
    })
    void ratesAreExactFractions(String text, String fraction) {
        assertThat(FrameRate.of(text).toJson()).hasToString(fraction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-24", "24/0", "24.0", "1e3", "12345678", "24/1/1", "fast"})
    void whatIsNoRateIsRefused(String text) {
        assertThatThrownBy(() -> FrameRate.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
