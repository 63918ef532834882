package dev.rushlight.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The truth table of the semantics: ALL of {A, B}, L a lead, X an outsider. */
class PolicyTest {

    private static final Policy BOTH =
            Policy.of("both", "Both decide", Stage.of("Supervision", Mode.ALL, Selector.user("a"), Selector.user("b")));

    private final List<Ballot> ballots = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    @Test
    void theFirstThatShipsWaitsForAnyReviewer() {
        var judgement = Policy.firstThatShips().judge(hearing("artist"));
        assertThat(judgement.outcome()).isEqualTo(Outcome.PENDING);
        assertThat(judgement.explanation().get(0).text()).isEqualTo("Review: waiting for any reviewer");
        assertThat(judgement.awaiting()).containsExactly(Selector.role("REVIEWER"));
    }

    @Test
    void oneOfTwoApprovalsWaitsForTheOther() {
        vote("a", Choice.APPROVE);
        var judgement = BOTH.judge(hearing("artist"));
        assertThat(judgement.outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(judgement.explanation().get(0).text()).isEqualTo("Supervision: 1 of 2 approvals; waiting for b");
        vote("b", Choice.APPROVE_WITH_NOTES);
        assertThat(BOTH.judge(hearing("artist")).outcome()).isEqualTo(Outcome.APPROVED_WITH_NOTES);
        vote("l", Choice.REJECT);
        assertThat(BOTH.judge(hearing("artist")).outcome()).isEqualTo(Outcome.REJECTED);
    }

    private void vote(String who, Choice choice) {
        ballots.add(Ballot.of(member(who), choice));
    }

    private static Member member(String name) {
        return new Member(
                name, name.equals("l") ? Set.of("VIEWER", "REVIEWER", "LEAD") : Set.of("VIEWER", "REVIEWER"), Set.of());
    }

    private Hearing hearing(String author) {
        return new Hearing(
                new Work("ASSET", "spy", Optional.empty()),
                List.of(member("a"), member("b"), member("l"), member("x")),
                ballots,
                seen,
                author,
                List.of(),
                new HashMap<>(Map.of()),
                0,
                Optional.empty(),
                Optional.empty(),
                SideState.NONE);
    }
}
