package dev.rushlight.hub.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.media.EncodeJob.Output;
import dev.rushlight.hub.media.EncodeJob.Status;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodeTest {

    private final ApiScript api = new ApiScript();
    private final Media media =
            new Media(HubSettings.of(URI.create("http://studio.example"), new Credentials("jo", "k")), api);

    @Test
    void anEncodingIsAJob() {
        api.on("encode_media", operation -> "{\"action\":\"encode_media\",\"job_id\":\"j-1\"}");
        assertThat(media.encode("c-1", false)).isEqualTo("j-1");
        assertThat(media.encode("c-1", Optional.of("v-1"), true)).isEqualTo("j-1");
        assertThat(api.batches())
                .hasToString("[[{\"action\":\"encode_media\",\"component_id\":\"c-1\",\"version_id\":null,"
                        + "\"keep_original\":false}], [{\"action\":\"encode_media\",\"component_id\":\"c-1\","
                        + "\"version_id\":\"v-1\",\"keep_original\":true}]]");
    }

    @Test
    void aJobTellsHowFarItIsAndWhatComesOut() {
        answer("{\"__entity_type__\":\"Job\",\"id\":\"j-1\",\"status\":\"running\",\"data\":\"{\\\"output\\\":["
                + "{\\\"format\\\":\\\"video/mp4\\\",\\\"component_id\\\":\\\"c-2\\\"},"
                + "{\\\"format\\\":\\\"image/jpeg\\\",\\\"component_id\\\":\\\"c-3\\\"}],"
                + "\\\"source_component_id\\\":\\\"c-1\\\",\\\"keep_original\\\":false}\"}");
        var job = media.job("j-1").orElseThrow();
        assertThat(job.id()).isEqualTo("j-1");
        assertThat(job.status()).isEqualTo(Status.RUNNING);
        assertThat(job.outputs()).containsExactly(new Output("video/mp4", "c-2"), new Output("image/jpeg", "c-3"));
    }

    @ParameterizedTest
    @CsvSource({
        "queued, QUEUED, false",
        "running, RUNNING, false",
        "done, DONE, true",
        "failed, FAILED, true",
        "Done, DONE, true",
        "resting, UNKNOWN, false"
    })
    void aJobIsOverWhenItIsDoneOrFailed(String text, Status status, boolean isFinal) {
        answer("{\"status\":\"%s\",\"data\":null}".formatted(text));
        assertThat(media.job("j-1").orElseThrow().status()).isEqualTo(status);
        assertThat(status.isFinal()).isEqualTo(isFinal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"\"", "\"no JSON\"", "\"[]\"", "\"{}\"", "\"{\\\"output\\\":7}\""})
    void aJobOfAnotherKindHasNoOutputs(String data) {
        answer("{\"status\":\"done\",\"data\":%s}".formatted(data));
        assertThat(media.job("j-1").orElseThrow().outputs()).isEmpty();
    }

    @Test
    void aJobThatIsNotThereIsNone() {
        assertThat(media.job("j-1")).isEmpty();
    }

    @Test
    void noIdEndsItsQuotes() {
        media.job("x\" or id != \"\\");
        assertThat(api.only("query").getString("expression"))
                .isEqualTo("select status, data from Job where id is \"x\\\" or id != \\\"\\\\\"");
    }

    @Test
    void anAnswerOfAnotherFormIsRefused() {
        api.on("encode_media", operation -> "{\"job_id\":null}");
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(() -> media.encode("c-1", true))
                .withMessage("The server's answer to encode_media has an unexpected form");
    }

    private void answer(String job) {
        api.on("query", operation -> "{\"action\":\"query\",\"data\":[%s]}".formatted(job));
    }
}
