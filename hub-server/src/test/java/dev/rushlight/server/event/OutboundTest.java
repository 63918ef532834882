package dev.rushlight.server.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.server.ManualTicker;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboundTest {
    private static final EventLimits LIMITS = EventLimits.standard();

    private final FakeWire wire = new FakeWire();
    private final ManualTicker ticker = new ManualTicker();
    private final Outbound outbound = new Outbound(wire, LIMITS, ticker);

    @Test
    void messagesLeaveInOrder() {
        offer("a", "b", "c");

        assertThat(wire.sent()).containsExactly("a", "b", "c");
    }

    @Test
    void onlyOneMessageIsOnItsWay() {
        wire.stopReading();
        offer("a", "b", "c");

        assertThat(wire.sent()).containsExactly("a");
        wire.readAgain();
        assertThat(wire.sent()).containsExactly("a", "b", "c");
    }

    @Test
    void longBacklogLeavesWithoutDeepRecursion() {
        wire.stopReading();
        IntStream.range(0, LIMITS.queuedMessages()).forEach(i -> offer(String.valueOf(i)));
        wire.readAgain();

        assertThat(wire.sent()).hasSize(LIMITS.queuedMessages());
    }

    @Test
    void backlogIsBoundedByCount() {
        wire.stopReading();
        offer("on its way");
        IntStream.range(0, LIMITS.queuedMessages()).forEach(i -> offer(String.valueOf(i)));

        assertThat(outbound.offer(Message.of("one more"))).isFalse();
    }

    @Test
    void backlogIsBoundedByBytes() {
        wire.stopReading();
        offer("on its way");
        var eighth = Message.of("é".repeat(LIMITS.queuedBytes() / 16));
        IntStream.range(0, 8).forEach(i -> assertThat(outbound.offer(eighth)).isTrue());

        assertThat(outbound.offer(eighth)).isFalse();
        wire.readAgain();
        assertThat(outbound.offer(eighth)).isTrue();
    }

    @Test
    void endSaysGoodbyeBeforeItCloses() {
        offer("a");
        wire.stopReading();
        outbound.end(Ending.SHUTDOWN);

        assertThat(wire.sent()).containsExactly("a", "0::");
        assertThat(wire.ending()).isEmpty();
        wire.readAgain();
        assertThat(wire.ending()).contains(Ending.SHUTDOWN);
    }

    @Test
    void endDropsTheBacklog() {
        wire.stopReading();
        offer("a", "b", "c");
        outbound.end(Ending.TOO_SLOW);
        outbound.end(Ending.SHUTDOWN);
        offer("d");
        wire.readAgain();

        assertThat(wire.sent()).containsExactly("a", "0::");
        assertThat(wire.ending()).contains(Ending.TOO_SLOW);
    }

    @Test
    void readerIsStuckWhenOneMessageTakesTooLong() {
        offer("a");
        ticker.advance(Duration.ofMinutes(1));
        assertThat(stuck()).isFalse();

        wire.stopReading();
        offer("b", "c");
        ticker.advance(LIMITS.times().drain());
        assertThat(stuck()).isFalse();
        ticker.advance(Duration.ofNanos(1));
        assertThat(stuck()).isTrue();
    }

    @Test
    void slowReaderIsNotStuck() {
        wire.stopReading();
        offer("a", "b");
        ticker.advance(Duration.ofSeconds(9));
        wire.readAgain();
        wire.stopReading();
        offer("c");
        ticker.advance(Duration.ofSeconds(9));

        assertThat(stuck()).isFalse();
    }

    @Test
    void stuckFarewellIsFollowedByTheClose() {
        wire.stopReading();
        offer("a", "b");
        outbound.end(Ending.TOO_SLOW);
        ticker.advance(LIMITS.times().farewell());
        assertThat(outbound.isOver(ticker.getAsLong())).isFalse();

        ticker.advance(Duration.ofNanos(1));

        assertThat(outbound.isOver(ticker.getAsLong())).isTrue();
        assertThat(wire.sent()).containsExactly("a", "0::");
        assertThat(wire.ending()).contains(Ending.TOO_SLOW);
    }

    @Test
    void brokenWireIsClosed() {
        wire.stopReading();
        offer("a", "b");
        wire.breakDown();

        assertThat(wire.sent()).containsExactly("a");
        assertThat(wire.ending()).isPresent();
        assertThat(outbound.isEnding()).isTrue();
    }

    private void offer(String... texts) {
        for (var text : texts) {
            assertThat(outbound.offer(Message.of(text))).isTrue();
        }
    }

    private boolean stuck() {
        return outbound.isStuck(ticker.getAsLong());
    }
}
