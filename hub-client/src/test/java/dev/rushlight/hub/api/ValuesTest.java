package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private final Schema task =
            Schemas.of(JsonText.parseArray(ScriptedCalls.SCHEMAS)).get("Task");

    @Test
    void naturalValuesHaveTheirWireForm() {
        assertThat(encoded("name", "ü")).isEqualTo("\"ü\"");
        assertThat(encoded("name", new StringBuilder("x"))).isEqualTo("\"x\"");
        assertThat(encoded("name", new UUID(0, 1))).isEqualTo("\"00000000-0000-0000-0000-000000000001\"");
        assertThat(encoded("sort", 3)).isEqualTo("3");
        assertThat(encoded("sort", 1L << 40)).isEqualTo("1099511627776");
        assertThat(encoded("sort", new BigDecimal("3.0"))).isEqualTo("3");
        assertThat(encoded("sort", BigInteger.TWO)).isEqualTo("2");
        assertThat(encoded("bid", 1.5)).isEqualTo("1.5");
        assertThat(encoded("bid", 1.5f)).isEqualTo("1.5");
        assertThat(encoded("bid", 2)).isEqualTo("2");
        assertThat(encoded("is_open", true)).isEqualTo("true");
    }

    @Test
    void dateTimesTravelInUtcWithWholeSecondsAndNoOffset() {
        var expected = "{\"__type__\":\"datetime\",\"value\":\"2022-10-10T10:12:09\"}";
        assertThat(encoded("created_at", Instant.parse("2022-10-10T10:12:09.987654Z")))
                .isEqualTo(expected);
        assertThat(encoded("created_at", OffsetDateTime.parse("2022-10-10T12:12:09+02:00")))
                .isEqualTo(expected);
        assertThat(encoded("created_at", ZonedDateTime.parse("2022-10-10T06:12:09-04:00[America/New_York]")))
                .isEqualTo(expected);
        assertThat(encoded("created_at", LocalDate.of(2022, 10, 10)))
                .isEqualTo("{\"__type__\":\"datetime\",\"value\":\"2022-10-10T00:00:00\"}");
        assertThat(encoded("due", LocalDate.of(2023, 10, 10)))
                .isEqualTo("{\"__type__\":\"date\",\"value\":\"2023-10-10\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "2022-10-10T10:12:09, 2022-10-10T10:12:09Z",
        "2022-10-10T10:12:09Z, 2022-10-10T10:12:09Z",
        "2022-10-10T10:12:09.5, 2022-10-10T10:12:09.5Z",
        "2022-10-10T10:12:09.123456+00:00, 2022-10-10T10:12:09.123456Z",
        "2022-10-10T10:12:09-05:00, 2022-10-10T15:12:09Z",
        "2022-10-10T10:12:09+0200, 2022-10-10T08:12:09Z",
        "2022-10-10T10:12, 2022-10-10T10:12:00Z"
    })
    void dateTimesAreReadWithAndWithoutOffset(String text, Instant expected) {
        assertThat(Values.readDateTime(JsonText.parse("{\"__type__\":\"datetime\",\"value\":\"" + text + "\"}")))
                .contains(expected);
        assertThat(Values.readDateTime(Values.json(text))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"yesterday\"",
                "7",
                "null",
                "{}",
                "{\"__type__\":\"datetime\"}",
                "{\"__type__\":\"date\",\"value\":\"2022-10-10T10:12:09\"}",
                "{\"__type__\":\"datetime\",\"value\":\"2022-10-10T10:12:09 and more\"}"
            })
    void whatIsNoDateTimeIsNone(String json) {
        assertThat(Values.readDateTime(JsonText.parse(json))).isEmpty();
    }

    @Test
    void datesAreReadWrappedOrNot() {
        assertThat(Values.readDate(JsonText.parse("{\"__type__\":\"date\",\"value\":\"2023-10-10\"}")))
                .contains(LocalDate.of(2023, 10, 10));
        assertThat(Values.readDate(Values.json("2023-10-10"))).contains(LocalDate.of(2023, 10, 10));
        assertThat(Values.readDate(Values.json("2023-13-10"))).isEmpty();
    }

    @Test
    void anyJsonTakesMapsListsAndPlainValues() {
        assertThat(encoded("data", Map.of("frames", Arrays.asList(1, 2.5, null, "x", true))))
                .isEqualTo("{\"frames\":[1,2.5,null,\"x\",true]}");
        assertThat(encoded("any", "text")).isEqualTo("\"text\"");
        assertThat(encoded("any", JsonText.parse("{\"a\":[]}"))).isEqualTo("{\"a\":[]}");
        assertThat(encoded("any", List.of(Instant.EPOCH, LocalDate.EPOCH)))
                .isEqualTo("[{\"__type__\":\"datetime\",\"value\":\"1970-01-01T00:00:00\"},"
                        + "{\"__type__\":\"date\",\"value\":\"1970-01-01\"}]");
    }

    @Test
    void anyJsonMayNotBeNestedTooDeep() {
        Object nested = "x";
        for (var i = 0; i < 33; i++) {
            nested = List.of(nested);
        }
        var tooDeep = nested;
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("data", tooDeep));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoded("data", JsonText.parse("[".repeat(40) + "]".repeat(40))));
    }

    @Test
    void whatHasNoJsonFormIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("data", new Object()));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("data", Map.of(1, "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("data", List.of(TimeUnit.DAYS)));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("bid", Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("bid", new BigDecimal("1E+100000")));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("name", "half \udc00"));
    }

    @Test
    void aValueOfTheWrongKindIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoded("name", 7))
                .withMessage("Task.name takes a value of kind TEXT, not Integer");
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("name", TimeUnit.DAYS));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("sort", "7"));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("sort", 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("sort", new BigDecimal("1.5")));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("sort", BigInteger.TWO.pow(80)));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("is_open", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("created_at", "2022-10-10T10:12:09"));
        assertThatIllegalArgumentException().isThrownBy(() -> encoded("due", Instant.EPOCH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoded("due", JsonValue.TRUE))
                .withMessageContaining("not JSON TRUE");
    }

    @Test
    void sameValuesAreRecognized() {
        assertThat(same("created_at", "\"2022-10-10T10:12:09.9Z\"", "\"2022-10-10T12:12:09+02:00\""))
                .isTrue();
        assertThat(same("created_at", "\"2022-10-10T10:12:09\"", "\"2022-10-10T10:12:10\""))
                .isFalse();
        assertThat(same("created_at", "null", "null")).isTrue();
        assertThat(same("created_at", "\"2022-10-10T10:12:09\"", "null")).isFalse();
        assertThat(same("bid", "1", "1.0")).isTrue();
        assertThat(same("bid", "1", "1.1")).isFalse();
        assertThat(same("name", "\"1\"", "1")).isFalse();
    }

    private boolean same(String attribute, String one, String other) {
        return Values.same(task.attribute(attribute), JsonText.parse(one), JsonText.parse(other));
    }

    private String encoded(String attribute, Object value) {
        return Values.encode(task.attribute(attribute), value).toString();
    }
}
