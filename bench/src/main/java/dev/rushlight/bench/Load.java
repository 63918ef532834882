package dev.rushlight.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * A process that publishes to a hub and hears from it, and says what one event cost it; {@code load.mjs} does the same
 * with the JavaScript client.
 *
 * <p>It prints {@code publish WALL CPU} in microseconds, then {@code receive SUBSCRIBERS CPU} for each number of
 * subscribers, and {@code more} whenever it wants {@link Rivals} to have events sent.
 */
public final class Load {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Load() {}

    public static void main(String[] arguments) {
        try (var hub = EventHub.of(HubSettings.of(URI.create(arguments[0]), new Credentials("jo", "key")))) {
            Connections.connect(hub);
            publish(hub, Rivals.WARM_UP);
            var wall = System.nanoTime();
            var cpu = SYSTEM.getProcessCpuTime();
            publish(hub, Rivals.MEASURED);
            say("publish %.3f %.3f", perEvent(System.nanoTime() - wall), perEvent(SYSTEM.getProcessCpuTime() - cpu));
            for (var subscribers : Rivals.SUBSCRIBERS) {
                receive(hub, subscribers);
            }
        }
    }

    private static void publish(EventHub hub, int count) {
        var data = JsonText.parseObject(Wire.published(1).substring(6))
                .getJsonArray("args")
                .getJsonObject(0)
                .getJsonObject("data");
        for (var from = 0; from < count; from += Rivals.UNDER_WAY) {
            var outcomes = new ArrayList<CompletableFuture<?>>();
            for (var i = 0; i < Rivals.UNDER_WAY; i++) {
                outcomes.add(hub.publish(Event.of("bench.update", data)).toCompletableFuture());
            }
            CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).join();
        }
    }

    private static void receive(EventHub hub, int subscribers) {
        var heard = new Semaphore(0);
        var subscriptions = IntStream.range(0, subscribers)
                .mapToObj(i -> hub.subscribe("topic=bench.update", event -> {
                    if (i == subscribers - 1) {
                        heard.release();
                    }
                    return Optional.empty();
                }))
                .toList();
        subscriptions.forEach(it -> it.confirmed().toCompletableFuture().join());
        hear(heard, Rivals.WARM_UP);
        var cpu = SYSTEM.getProcessCpuTime();
        hear(heard, Rivals.MEASURED);
        say("receive %d %.3f", subscribers, perEvent(SYSTEM.getProcessCpuTime() - cpu));
        subscriptions.forEach(it -> it.close());
    }

    private static void hear(Semaphore heard, int count) {
        for (var from = 0; from < count; from += Rivals.AT_ONCE) {
            say("more");
            heard.acquireUninterruptibly(Rivals.AT_ONCE);
        }
    }

    private static double perEvent(long nanos) {
        return nanos / 1e3 / Rivals.MEASURED;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
