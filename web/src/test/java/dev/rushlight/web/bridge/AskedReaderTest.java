package dev.rushlight.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.event.Event;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.SubmissionWarning;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AskedReaderTest {

    private static final ReviewItemId ITEM = ReviewItemId.random();

    private final Findings findings = new Findings("the data");

    @Test
    void anItemIdGoesBeforeASubmissionKey() {
        var asked = read("webreview.query", byId().add("submissionKey", "sh010-comp-3"));

        assertThat(asked).isEqualTo(new Asked.ForState(new Asked.ById(ITEM), OptionalInt.empty()));
        assertThat(findings.warnings())
                .containsExactly(new SubmissionWarning(
                        "IGNORED_FIELD", "submissionKey was ignored, because itemId says which item is meant"));
    }

    @Test
    void anItemIdGoesBeforeALine() {
        var line = Json.createObjectBuilder().add("key", "sh010/comp");
        var asked = read(
                "webreview.withdraw",
                byId().add("project", "lanternfish").add("line", line).add("reason", "The wrong shot"));

        assertThat(asked)
                .isInstanceOfSatisfying(
                        Asked.ForWithdrawal.class,
                        withdrawal -> assertThat(withdrawal.item()).isEqualTo(new Asked.ById(ITEM)));
        assertThat(findings.warnings())
                .extracting(SubmissionWarning::code)
                .containsExactly("IGNORED_FIELD", "IGNORED_FIELD");
    }

    @Test
    void whatNobodyKnowsIsSaidToBeIgnored() {
        read("webreview.query", byId().add("submissionkey", "sh010-comp-3"));

        assertThat(findings.warnings())
                .containsExactly(new SubmissionWarning(
                        "UNKNOWN_FIELD", "\"submissionkey\" in the data is not known and was ignored"));
    }

    private Asked read(String topic, JsonObjectBuilder data) {
        var asked = AskedReader.read(Event.of(topic, data.build()), findings);
        assertThat(findings.errors()).isEmpty();
        return asked.orElseThrow();
    }

    private static JsonObjectBuilder byId() {
        return Json.createObjectBuilder().add("itemId", ITEM.toString());
    }
}
