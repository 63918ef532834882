package dev.rushlight.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void everyKindOfValueIsRead() {
        assertThat(JsonText.parse("null")).isEqualTo(JsonValue.NULL);
        assertThat(JsonText.parse(" true ")).isEqualTo(JsonValue.TRUE);
        assertThat(JsonText.parse("\"a\\\"]}\"")).isEqualTo(Json.createValue("a\"]}"));
        assertThat(JsonText.parse("[1,{\"a\":[]}]").toString()).isEqualTo("[1,{\"a\":[]}]");
        assertThat(((JsonNumber) JsonText.parse("-1.5e-3")).doubleValue()).isEqualTo(-0.0015);
        assertThat(((JsonNumber) JsonText.parse("4.9E-324")).doubleValue()).isEqualTo(Double.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 100, 1_000, 50_000, 500_000})
    void deepNestingIsRefusedBeforeAnythingIsBuilt(int depth) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.parse("[".repeat(depth) + "]".repeat(depth)))
                .withMessage("Malformed JSON at position 64: nested deeper than 64");
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.parse("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
    }

    @Test
    void nestingUpToTheLimitIsRead() {
        assertThat(JsonText.parse("[".repeat(64) + "]".repeat(64))).isNotNull();
        assertThat(JsonText.parse("\"" + "[".repeat(100) + "\"")).isNotNull();
    }

    @Test
    void bytesAreCountedAsUtf8() {
        var limits = new JsonLimits(10, 4);
        assertThat(JsonText.parse("\"12345678\"", limits)).isNotNull();
        assertThat(JsonText.parse("\"😀😀\"", limits)).isNotNull();
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.parse("\"€€€\"", limits))
                .withMessageContaining("longer than 10 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999999", "-1E+401", "[1e-999999999999]", "1e99999999999999999999", "{\"a\":1e00000000000999}"
            })
    void absurdExponentsAreRefused(String text) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.parse(text))
                .withMessageContaining("exponent");
    }

    @Test
    void absurdlyLongNumbersAreRefused() {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.parse("[" + "9".repeat(1_000_000) + "]"))
                .withMessageContaining("more than 128 characters")
                .satisfies(e -> assertThat(e.position()).isEqualTo(1));
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> JsonText.parse("{\"a\":1,\"b\":{},\"a\":2}"));
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> JsonText.parse("[{\"a\":1,\"\\u0061\":2}]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "]",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "nul",
                "'a'",
                "\"open",
                "\"\\",
                "1 2",
                "[]1",
                "true false",
                "1]",
                "[01]",
                "-01",
                "\"a\"\"b\"",
                "{}{}",
                "01",
                "[1",
                "--1",
                "1e",
                "+",
                "-",
                "{\"a\":1",
                "\u0000",
                "\"\\x\"",
                "\"\n\"",
                "[1}",
                "NaN",
                "\uFEFF{}",
                "// x"
            })
    void brokenTextIsMalformedAndNothingElse(String text) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.parse(text))
                .withMessageStartingWith("Malformed JSON at position ");
    }

    @Test
    void aWrongKindIsRefused() {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> JsonText.parseObject("[]"));
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> JsonText.parseArray("{}"));
    }

    @Test
    void theMessageNeverBreaksALogLine() {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.parse("{\"a\\r\\nb\":1,\"a\\r\\nb\":2}"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\r"));
    }

    @Test
    void depthOfAValueIsMeasuredWithoutRecursion() {
        var builders = Json.createBuilderFactory(Map.of());
        JsonValue deep = JsonValue.EMPTY_JSON_ARRAY;
        for (var i = 0; i < 100_000; i++) {
            deep = builders.createArrayBuilder().add(deep).build();
        }
        assertThat(JsonText.isWithinDepth(deep, 64)).isFalse();
        assertThat(JsonText.isWithinDepth(JsonText.parse("[[1],{\"a\":[2]}]"), 3))
                .isTrue();
        assertThat(JsonText.isWithinDepth(JsonText.parse("[[1],{\"a\":[2]}]"), 2))
                .isFalse();
        assertThat(JsonText.isWithinDepth(JsonValue.TRUE, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\\ud800\"", "\"\\udc00\"", "\"\ud800x\"", "[\"\\uD83D\", \"\\uDE00\"]", "{\"a\\udfff\":1}"})
    void halfOfASurrogatePairIsRefused(String text) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.parse(text))
                .withMessageContaining("half of a surrogate pair");
    }

    @Test
    void wholeSurrogatePairsAreText() {
        assertThat(JsonText.parse("\"\\ud83d\\ude00 \ud83d\ude00 \\\\ud800\""))
                .isEqualTo(jakarta.json.Json.createValue("\ud83d\ude00 \ud83d\ude00 \\ud800"));
    }
}
