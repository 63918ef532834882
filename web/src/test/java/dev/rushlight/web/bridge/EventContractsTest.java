package dev.rushlight.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.ConnectionId;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventContractsTest {
    @ParameterizedTest
    @MethodSource("dev.rushlight.web.bridge.Contracts#exampleFiles")
    void exampleSatisfiesItsSchemaAndUsesNothingUndescribed(Path file) {
        assertThat(Contracts.violations(Contracts.event(file).data())).isEmpty();
        assertThat(Contracts.violationsOrSurprises(Contracts.event(file).data()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.rushlight.web.bridge.Contracts#exampleFiles")
    void exampleIsAWholeEnvelope(Path file) {
        assertThat(Contracts.event(file).toJson().keySet())
                .containsExactlyInAnyOrder("topic", "id", "data", "sent", "source", "target", "inReplyToEvent");
        assertThat(Contracts.event(file).username()).isPresent();
    }

    @Test
    void thereAreExamplesOfEverything() {
        assertThat(Contracts.exampleFiles().map(file -> file.getFileName().toString()))
                .contains(
                        "webreview.submit.asset.json",
                        "webreview.submit.changeset.json",
                        "webreview.submit.task.json",
                        "webreview.vote.json",
                        "webreview.vote.bot.json",
                        "webreview.comment.json",
                        "webreview.withdraw.json",
                        "webreview.query.json",
                        "webreview.query.decisions.json",
                        "webreview.act.receipt.json",
                        "webreview.act.receipt.refused.json",
                        "webreview.state.json",
                        "webreview.decisions.json",
                        "webreview.receipt.json",
                        "webreview.receipt.refused.json",
                        "webreview.item.received.json",
                        "webreview.item.superseded.json",
                        "webreview.item.withdrawn.json",
                        "webreview.vote.recorded.json",
                        "webreview.note.created.json",
                        "webreview.decision.changes_requested.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vote", "vote.bot", "comment", "withdraw", "query", "query.decisions"})
    void exampleOfWhatIsAskedForIsRead(String what) {
        var findings = new Findings("the data");

        var asked = AskedReader.read(Contracts.example("webreview." + what), findings);

        assertThat(asked).isPresent();
        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"asset", "changeset", "task"})
    void exampleSubmissionIsAccepted(String kind) {
        var event = Contracts.example("webreview.submit." + kind);

        var reading = new SubmissionReader().read(ConnectionId.random(), event, Instant.EPOCH);

        assertThat(reading).isInstanceOf(Reading.Accepted.class);
    }
}
