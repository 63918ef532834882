package dev.rushlight.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rushlight.hub.JsonText;
import dev.rushlight.server.http.Fault;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {
    private final Operations operations = Operations.standard(ApiLimits.standard());

    @Test
    void serverInformationIsWhatClientsNeed() throws ApiFault {
        assertThat(answerTo("[{\"action\":\"query_server_information\"}]")).isEqualTo("""
                [{"version":"4.14.0","schema_hash":"07e279673f313a1923f567e5babea650",\
                "storage_scenario":null,"is_timezone_support_enabled":true}]""");
    }

    @Test
    void schemasTellOfLocations() throws ApiFault {
        var schemas = operations
                .answer(JsonText.parse("[{\"action\":\"query_schemas\"}]"))
                .getJsonArray(0);

        assertThat(schemas).singleElement().satisfies(schema -> {
            assertThat(schema.asJsonObject().getString("id")).isEqualTo("Location");
            assertThat(schema.asJsonObject().getJsonArray("primary_key")).hasToString("[\"id\"]");
            assertThat(schema.asJsonObject().getJsonArray("default_projections"))
                    .hasToString("[\"id\"]");
        });
    }

    @Test
    void answersComeInTheOrderOfTheBatch() throws ApiFault {
        var answers = operations.answer(JsonText.parse("""
                [{"action":"query_schemas"},{"action":"query_server_information","values":["version"]},\
                {"action":"query_schemas"}]"""));

        assertThat(answers).hasSize(3);
        assertThat(answers.getJsonObject(1).getString("version")).isEqualTo("4.14.0");
    }

    @Test
    void emptyBatchHasAnEmptyAnswer() throws ApiFault {
        assertThat(answerTo("[]")).isEqualTo("[]");
    }

    @Test
    void unknownActionIsNamedAsPython2Would() {
        assertThat(faultOf("[{\"action\":\"query_schemas\"},{\"action\":\"encode_media\"}]"))
                .isEqualTo(new Fault(422, "ServerError", "Invalid action u'encode_media'"));
    }

    @Test
    void longNameOfAnUnknownActionIsNotRepeatedWhole() {
        assertThat(faultOf("[{\"action\":\"%s\"}]".formatted("x".repeat(10_000)))
                        .content())
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "\"x\"", "[1]", "[[]]", "[{}]", "[{\"action\":null}]", "[{\"action\":1}]"})
    void whatIsNoBatchIsRefused(String text) {
        assertThat(faultOf(text)).satisfies(fault -> {
            assertThat(fault.status()).isEqualTo(400);
            assertThat(fault.exception()).isEqualTo("ValidationError");
        });
    }

    @Test
    void batchHasAtMostAThousandOperations() throws ApiFault {
        var operation = "{\"action\":\"query_server_information\"}";

        assertThat(operations.answer(JsonText.parse(arrayOf(1_000, operation)))).hasSize(1_000);
        assertThat(faultOf(arrayOf(1_001, operation)).status()).isEqualTo(413);
    }

    private static String arrayOf(int times, String element) {
        return "[" + String.join(",", Collections.nCopies(times, element)) + "]";
    }

    private String answerTo(String batch) throws ApiFault {
        return operations.answer(JsonText.parse(batch)).toString();
    }

    private Fault faultOf(String batch) {
        return catchThrowableOfType(ApiFault.class, () -> operations.answer(JsonText.parse(batch)))
                .fault();
    }
}
