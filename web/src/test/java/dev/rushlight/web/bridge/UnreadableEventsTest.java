package dev.rushlight.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.connection.Arrival;
import dev.rushlight.connection.ErrandDesk;
import dev.rushlight.exchange.ConnectionId;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnreadableEventsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:03:22.120Z");
    private static final ConnectionId HERE = ConnectionId.random();

    private final BlockingQueue<Arrival> kept = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonObject> receipts = new LinkedBlockingQueue<>();
    private final UnreadableEvents events = new UnreadableEvents(
            new ErrandDesk() {
                @Override
                public JsonObject refuse(Arrival arrival, JsonObject receipt) {
                    if (arrival.raw().equals("broken")) {
                        throw new IllegalStateException("The database is gone");
                    }
                    receipts.add(receipt);
                    kept.add(arrival);
                    return receipt;
                }
            },
            Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void begin() {
        events.begin(Thread::new);
    }

    @AfterEach
    void end() {
        events.end();
    }

    @Test
    void whatCannotBeReadIsKeptAsItCameWithItsReason() throws Exception {
        events.keep(HERE, Optional.of("jo"), "{\"name\":", "the text ends");

        var arrival = next();
        assertThat(arrival.connection()).isEqualTo(HERE);
        assertThat(arrival.topic()).isEqualTo("(unreadable)");
        assertThat(arrival.receivedAt()).isEqualTo(NOW);
        assertThat(arrival.hubUser()).contains("jo");
        assertThat(arrival.replyTarget()).isEmpty();
        assertThat(arrival.raw()).isEqualTo("{\"name\":");
        assertThat(receipts.remove().getJsonArray("errors").getJsonObject(0).toString())
                .contains("\"code\":\"UNREADABLE\"", "\"message\":\"the text ends\"");
    }

    @Test
    void theSameTextIsTheSameEvent() throws Exception {
        events.keep(HERE, Optional.empty(), "x", "no");
        events.keep(HERE, Optional.empty(), "x", "no");
        events.keep(HERE, Optional.empty(), "y", "no");

        var first = next().eventId();
        assertThat(next().eventId()).isEqualTo(first);
        assertThat(next().eventId()).isNotEqualTo(first);
    }

    @Test
    void whatCannotBeKeptKeepsNothingElseFromIt() throws Exception {
        events.keep(HERE, Optional.empty(), "broken", "no");
        events.keep(HERE, Optional.empty(), "x", "no");

        assertThat(next().raw()).isEqualTo("x");
    }

    private Arrival next() throws InterruptedException {
        return Optional.ofNullable(kept.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }
}
