package dev.rushlight.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .withMessage("Malformed JSON at line 1, column 65: nested deeper than 64");
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
                .withMessageStartingWith("Malformed JSON at line ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "~~|line 1, column 1: there is no value",
                "{|line 1, column 2: the text ends, but the object that begins at line 1, column 1 does not",
                "{¶  \"a\": [1,¶  {\"b\": 2}¶|line 4, column 1: the text ends, but the list that begins at line 2, column 8 does not",
                "{\"a\":|line 1, column 6: the text ends, but the object that begins at line 1, column 1 does not",
                "{¶  \"shot\": \"sh020,¶  \"take\": 3¶}|line 2, column 11: a string does not end in its line",
                "[\"open|line 1, column 2: a string does not end in its line",
                "{¶  \"a\": 1,¶}|line 3, column 1: a key in double quotes is expected, not }",
                "{¶  \"a\": 1¶  \"b\": 2}|line 3, column 3: ',' or '}' is expected, not \"",
                "[1¶2]|line 2, column 1: ',' or ']' is expected, not 2",
                "[1}|line 1, column 3: ',' or ']' is expected, not }",
                "{\"a\" 1}|line 1, column 6: ':' is expected after a key, not 1",
                "{a: 1}|line 1, column 2: a key in double quotes is expected, not a",
                "'a'|line 1, column 1: a value is expected, not '",
                "[1,]|line 1, column 4: a value is expected, not ]",
                "[1, NaN]|line 1, column 5: NaN is no JSON value, but true, false and null are",
                "[True]|line 1, column 2: True is no JSON value, but true, false and null are",
                "nul|line 1, column 1: nul is no JSON value, but true, false and null are",
                "[\"a\tb\"]|line 1, column 4: in a string, control characters are written as \\u and four digits, not U+0009",
                "[{\"a\":1},{\"b\":1,\"a\":2,\"\\u0062\":{}}]|line 1, column 23: the key b is there twice",
                "[1.]|line 1, column 2: 1. is no number",
                "[-]|line 1, column 2: - is no number",
                "[1e+]|line 1, column 2: 1e+ is no number",
                "[1-2]|line 1, column 2: 1-2 is no number",
                "[\"😀\", \"\\x\"]|line 1, column 8: in a string, a backslash is written twice",
                "[\"\\u12g4\"]|line 1, column 3: in a string, \\u is followed by four hexadecimal digits",
                "{} {}|line 1, column 4: more text after the value",
                "\uFEFF{}|line 1, column 1: a value is expected, not U+FEFF",
                "{\"a\":1,¶ \"a\":2}|line 2, column 2: the key a is there twice"
            })
    void thePlaceIsWhereTheTextStopsBeingJson(String text, String complaint) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.parse(text.replace('¶', '\n')))
                .withMessage("Malformed JSON at " + complaint);
    }

    @Test
    void theEndIsFoundInLongTexts() {
        var text = "[" + " ".repeat(5_000) + "\n 1";

        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.parse(text))
                .satisfies(e -> assertThat(e.position()).isEqualTo(text.length()))
                .satisfies(e -> assertThat(e.place()).contains("line 2, column 3"));
    }

    @Test
    void bytesMustBeText() {
        var limits = JsonLimits.ofRequest();
        assertThat(JsonText.parseObject("{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8), limits))
                .hasToString("{\"a\":\"é\"}");
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> JsonText.parse(new byte[] {'"', (byte) 0xff, '"'}, limits))
                .withMessage("Malformed JSON: no text in UTF-8");
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
