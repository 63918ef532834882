package dev.rushlight.hub;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected texts and hashes were printed by Python 3. */
class PythonJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | {}",
                "[] | []",
                "[1,-20,true,false,null] | [1, -20, true, false, null]",
                "{\"b\":{\"d\":1,\"c\":2},\"a\":[]} | {\"a\": [], \"b\": {\"c\": 2, \"d\": 1}}",
                "{\"a_b\":1,\"aB\":2,\"a\":3,\"Z\":4} | {\"Z\": 4, \"a\": 3, \"aB\": 2, \"a_b\": 1}",
                "\"\\u00e9\\u20ac\\ud83d\\ude00\" | \"\\u00e9\\u20ac\\ud83d\\ude00\"",
                "\"\\\"\\\\\\/\\n\\r\\t\\f\\b\\u0001\\u007f\" | \"\\\"\\\\/\\n\\r\\t\\f\\b\\u0001\\u007f\""
            })
    void textIsWhatPythonWrites(String json, String expected) {
        assertThat(PythonJson.text(parse(json))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "0.0, 0.0",
        "-2.50, -2.5",
        "100.0, 100.0",
        "2e-3, 0.002",
        "1e5, 100000.0",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "123456789012345680.0, 1.2345678901234568e+17",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.30000000000000004, 0.30000000000000004",
        "9007199254740993.0, 9007199254740992.0",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "1e400, Infinity",
        "-1e400, -Infinity",
        "12345678901234567890, 12345678901234567890"
    })
    void numbersPrintAsPythonPrintsThem(String json, String expected) {
        assertThat(PythonJson.text(parse(json))).isEqualTo(expected);
    }

    @Test
    void keysAreSortedByCharacterAndNotByHalfCharacter() {
        assertThat(PythonJson.text(parse("{\"\\ud83d\\ude00\":2,\"\\ue000\":1}")))
                .isEqualTo("{\"\\ue000\": 1, \"\\ud83d\\ude00\": 2}");
    }

    @Test
    void theHashIsTheOneThatPythonComputes() {
        assertThat(PythonJson.md5(parse("[{\"b\":1.50,\"a\":\"\\u00e9\"}]")))
                .isEqualTo("c6b16775663808fb0baea29a796404da");
    }

    private static JsonValue parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }
}
