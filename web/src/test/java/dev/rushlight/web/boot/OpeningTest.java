package dev.rushlight.web.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.web.bridge.HandCranked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private final HandCranked thread = new HandCranked();
    private final List<String> happened = new ArrayList<>();
    private boolean answers;
    private boolean connected;
    private final Opening opening = new Opening(
            () -> answers,
            () -> happened.add("connect"),
            () -> connected,
            () -> happened.add("ready"),
            thread.clock(),
            thread);

    @Test
    void bridgeFollowsTheServerAndReadinessFollowsTheBridge() {
        opening.begin();
        thread.advance(Duration.ofSeconds(10));
        assertThat(happened).isEmpty();

        answers = true;
        thread.advance(Duration.ofSeconds(1));
        assertThat(happened).containsExactly("connect");

        connected = true;
        thread.advance(Duration.ofSeconds(1));
        assertThat(happened).containsExactly("connect", "ready");
        assertThat(thread.isTerminated()).isTrue();
    }

    @Test
    void waitIsBounded() {
        opening.begin();

        thread.advance(Opening.PATIENCE.plusSeconds(1));
        assertThat(happened).containsExactly("connect");

        thread.advance(Opening.PATIENCE.plusSeconds(1));
        assertThat(happened).containsExactly("connect", "ready");
    }

    @Test
    void closingStopsTheWait() {
        opening.begin();
        opening.close();
        answers = true;

        thread.advance(Opening.PATIENCE.multipliedBy(3));

        assertThat(happened).isEmpty();
    }
}
