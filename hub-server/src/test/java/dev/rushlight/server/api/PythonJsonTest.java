package dev.rushlight.server.api;

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

    @Test
    void hashOfOurSchemasIsWhatPythonComputes() {
        assertThat(PythonJson.md5(Schemas.load())).isEqualTo("07e279673f313a1923f567e5babea650");
    }

    private static JsonValue parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }
}
