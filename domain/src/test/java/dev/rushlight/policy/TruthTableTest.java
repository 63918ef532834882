package dev.rushlight.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthTableTest {

    @Test
    void thePolicyThatShipsIsDecidedByAnyReviewer() {
        assertThat(outcomes(Policy.firstThatShips()))
                .containsExactly(
                        entry("Nobody voted", Outcome.PENDING),
                        entry("One person approves: reviewer-1", Outcome.APPROVED),
                        entry("Everybody who is asked approves", Outcome.APPROVED),
                        entry("Everybody approves, one of them with notes", Outcome.APPROVED_WITH_NOTES),
                        entry("Everybody approves, then one requests changes", Outcome.CHANGES_REQUESTED),
                        entry("Everybody approves, then one who is no lead rejects", Outcome.CHANGES_REQUESTED),
                        entry("Everybody approves, and a lead rejects", Outcome.REJECTED),
                        entry("Everybody approves, and somebody who is not asked requests changes", Outcome.APPROVED),
                        entry("Everybody abstains", Outcome.IN_REVIEW),
                        entry("Only who submitted approves", Outcome.APPROVED),
                        entry("Everybody approves, and a blocking note is open", Outcome.IN_REVIEW));
    }

    @Test
    void laterStagesWaitForEarlierOnes() {
        var policy = Policy.of(
                        "two",
                        "Team, then supervisor",
                        Stage.quorum("Team", Quorum.percent(50), Selector.role("REVIEWER"))
                                .seen(),
                        Stage.of("Supervision", Mode.ALL, Selector.function("vfx_supervisor"))
                                .blockedBy("art_director"))
                .withoutAbstaining();

        assertThat(outcomes(policy))
                .contains(
                        entry("One person approves: reviewer-1", Outcome.IN_REVIEW),
                        entry("Everybody who is asked approves", Outcome.APPROVED),
                        entry("Everybody approves without having looked", Outcome.IN_REVIEW),
                        entry(
                                "Everybody approves, and somebody who is art_director requests changes",
                                Outcome.CHANGES_REQUESTED),
                        entry("Only who submitted approves", Outcome.IN_REVIEW))
                .doesNotContainKey("Everybody abstains");
        assertThat(TruthTable.of(policy))
                .allSatisfy(
                        example -> assertThat(example.judgement().explanation()).isNotEmpty());
    }

    @Test
    void everyStageThatIsForSomeWorkOnlyHasItsWork() {
        var policy = PolicyText.read("client", 1, """
                {"name": "Check, lead, client", "stages": [
                  {"name": "Black", "mode": "LABEL", "label": "qc:black", "reviewers": ["user:qc"]},
                  {"name": "Lead", "mode": "LEAD", "reviewers": ["role:REVIEWER"], "parallel": true},
                  {"name": "Peers", "mode": "QUORUM", "quorum": 3, "reviewers": ["submission:reviewers"]},
                  {"name": "Client", "mode": "ALL", "reviewers": ["user:carla"], "appliesTo": {"steps": ["comp*"]}}]}
                """);

        assertThat(outcomes(policy))
                .contains(
                        entry("Everybody approves up to Black", Outcome.IN_REVIEW),
                        entry("Everybody approves up to Peers", Outcome.IN_REVIEW),
                        entry("Everybody who is asked approves", Outcome.APPROVED),
                        entry("Everybody approves, and a lead rejects", Outcome.REJECTED));
    }

    private static Map<String, Outcome> outcomes(Policy policy) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        TruthTable.of(policy)
                .forEach(example ->
                        outcomes.put(example.votes(), example.judgement().outcome()));
        return outcomes;
    }
}
