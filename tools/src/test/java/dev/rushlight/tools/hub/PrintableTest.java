package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.JsonText;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain", "zwölf Mönche", "日本語", "🎬 clapper", "\\u001b stays"})
    void whatIsHarmlessStays(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
    }

    @Test
    void whatATerminalWouldObeyIsSpelledOut() {
        assertThat(Printable.of("\u001b[2J\u009b31m\rover\nnext\u0007"))
                .isEqualTo("\\u001b[2J\\u009b31m\\u000dover\\u000anext\\u0007");
    }

    @Test
    void whatWouldReorderOrHideTextIsSpelledOut() {
        assertThat(Printable.of("a\u202egpj.exe\u2066\u200b\u2028\ufeff"))
                .isEqualTo("a\\u202egpj.exe\\u2066\\u200b\\u2028\\ufeff");
        assertThat(Printable.of(Character.toString(0xE0041))).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void halfACharacterIsSpelledOut() {
        assertThat(Printable.of("\ud83c!")).isEqualTo("\\ud83c!");
    }

    @Test
    void jsonMeansTheSameAsBefore() {
        var value = Json.createValue("\u001b[0m \u009b \u202e \u007f \u2028 ä");

        assertThat(JsonText.parse(Printable.of(value.toString()))).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"abcdef, 6, abcdef", "abcdef, 5, abcd…", "🎬🎬🎬, 2, 🎬…"})
    void aLongTextIsCutBetweenCharacters(String text, int longest, String cut) {
        assertThat(Printable.of(text, longest)).isEqualTo(cut);
    }
}
