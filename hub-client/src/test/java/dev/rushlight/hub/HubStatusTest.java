package dev.rushlight.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HubStatusTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final HubStatus idle = HubStatus.idle(NOON);

    @Test
    void attemptsAreCountedUntilTheHubIsLive() {
        var second = idle.to(HubState.CONNECTING, NOON)
                .waiting(NOON, NOON.plusSeconds(1), "connection refused")
                .to(HubState.CONNECTING, NOON);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.nextTry()).isEmpty();
        assertThat(second.to(HubState.LIVE, NOON).attempt()).isZero();
    }

    @Test
    void waitingSaysWhyAndUntilWhen() {
        var waiting = idle.to(HubState.CONNECTING, NOON).waiting(NOON, NOON.plusSeconds(3), "timed out");
        assertThat(waiting.nextTry()).contains(NOON.plusSeconds(3));
        assertThat(waiting.detail()).contains("timed out");
    }

    @Test
    void anIllegalMoveThrows() {
        assertThatIllegalStateException()
                .isThrownBy(() -> idle.to(HubState.LIVE, NOON))
                .withMessage("A hub connection cannot go from IDLE to LIVE");
        assertThatIllegalStateException()
                .isThrownBy(() -> idle.waiting(NOON, NOON, "why"))
                .withMessage("A hub connection cannot go from IDLE to WAITING");
    }

    @ParameterizedTest
    @EnumSource(HubState.class)
    void nothingFollowsClosedAndEverythingElseCanClose(HubState state) {
        assertThat(HubState.CLOSED.next()).isEmpty();
        assertThat(state.next().contains(HubState.CLOSED)).isEqualTo(state != HubState.CLOSED);
        assertThat(state.next()).doesNotContain(HubState.IDLE, state);
    }
}
