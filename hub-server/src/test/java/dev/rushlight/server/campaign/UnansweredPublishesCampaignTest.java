package dev.rushlight.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.peer.FastPeer;
import jakarta.json.Json;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hub that takes every event and acknowledges none. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class UnansweredPublishesCampaignTest {
    private static final int AT_ONCE = 900;
    private static final int WARM_UP = 5_000;
    private static final long MOST_GROWTH = 16L << 20;

    private final FastPeer peer = new FastPeer();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Map<Delivery.Result, LongAdder> outcomes = new ConcurrentHashMap<>();

    @Test
    void publishesThatAreNeverAcknowledgedAreSettledAndForgotten() throws Exception {
        peer.acknowledging(false);
        var publishes = Campaign.count(1_000_000, 10_000);
        var settings = HubSettings.of(peer.address(), new Credentials("jo", "key"));
        try (peer;
                var hub = EventHub.builder(settings)
                        .publishDeadline(Duration.ofMillis(50))
                        .build()) {
            hub.connect();
            assertThat(hub.awaitLive(Duration.ofSeconds(20))).isTrue();
            publish(hub, WARM_UP);
            var before = liveHeap();

            publish(hub, publishes);

            var growth = liveHeap() - before;
            Campaign.report(
                    "%d publishes without acknowledgement: heap grew by %d KiB; %s; the peer got %d messages",
                    publishes, growth >> 10, outcomes, peer.received());
            assertThat(growth).isLessThanOrEqualTo(MOST_GROWTH);
            assertThat(outcomes).containsOnlyKeys(Delivery.Result.UNCONFIRMED);
            assertThat(outcomes.get(Delivery.Result.UNCONFIRMED).sum()).isEqualTo(WARM_UP + publishes);
            assertThat(peer.received()).as("messages that really left").isGreaterThan(publishes / 2);
        }
    }

    /** Publishes so many, never more than fit at once, and returns when all have settled. */
    private void publish(EventHub hub, int count) throws InterruptedException {
        for (var i = 0; i < count; i++) {
            room.acquire();
            hub.publish(Event.of("campaign.unanswered", Json.createValue(i))).thenAccept(delivery -> {
                outcomes.computeIfAbsent(delivery.result(), key -> new LongAdder())
                        .increment();
                room.release();
            });
        }
        assertThat(room.tryAcquire(AT_ONCE, 30, TimeUnit.SECONDS))
                .as("all settled")
                .isTrue();
        room.release(AT_ONCE);
    }

    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
