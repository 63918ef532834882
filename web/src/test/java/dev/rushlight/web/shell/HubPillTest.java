package dev.rushlight.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.hub.HubState;
import dev.rushlight.web.live.HubsAtAGlance.Hub;
import dev.rushlight.web.look.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubPillTest {

    @Test
    void oneHubIsCalledByItsName() {
        var summary = HubPill.summary(List.of(hub("Embedded hub", HubState.LIVE)));
        assertThat(summary.word()).isEqualTo("Embedded hub · live");
        assertThat(summary.tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void severalHubsAreCounted() {
        var summary = HubPill.summary(List.of(hub("A", HubState.LIVE), hub("B", HubState.WAITING)));
        assertThat(summary.word()).isEqualTo("1 of 2 hubs live");
        assertThat(summary.tone()).isEqualTo(Tone.CARE);
    }

    @Test
    void aRefusedHubIsBadNews() {
        var summary = HubPill.summary(List.of(hub("A", HubState.LIVE), hub("B", HubState.REFUSED)));
        assertThat(summary.tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void allLiveIsGoodNews() {
        var summary = HubPill.summary(List.of(hub("A", HubState.LIVE), hub("B", HubState.LIVE)));
        assertThat(summary.word()).isEqualTo("2 hubs live");
        assertThat(summary.tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void noHubIsSaid() {
        assertThat(HubPill.summary(List.of()).word()).isEqualTo("No hub connected");
    }

    private static Hub hub(String name, HubState state) {
        return new Hub(ConnectionId.random(), name, state);
    }
}
