package dev.rushlight.bench;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.peer.FastPeer;
import jakarta.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A publish until its acknowledgement: through the client, which makes the event's text and settles a stage, and bare,
 * where a text that is ready goes out and an answer comes back.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PublishBenchmark {

    private static final int MANY = 500;

    private final FastPeer peer = new FastPeer();
    private final Semaphore answers = new Semaphore(0);
    private EventHub hub = Connections.client(peer);
    private BareSocket bare = new BareSocket(peer.address(), this::count);
    private JsonObject data = JsonText.parseObject(Wire.published(1).substring(6))
            .getJsonArray("args")
            .getJsonObject(0)
            .getJsonObject("data");
    private long packetId;

    @Setup
    public void connect() {
        Connections.connect(hub);
    }

    @TearDown
    public void close() {
        hub.close();
        bare.close();
        peer.close();
    }

    @Benchmark
    public Delivery client() {
        return hub.publish(Event.of("bench.update", data)).toCompletableFuture().join();
    }

    @Benchmark
    public void bare() {
        bare.send(Wire.published(++packetId));
        answers.acquireUninterruptibly();
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void clientPipelined() {
        var outcomes = new CompletableFuture<?>[MANY];
        for (var i = 0; i < MANY; i++) {
            outcomes[i] = hub.publish(Event.of("bench.update", data)).toCompletableFuture();
        }
        CompletableFuture.allOf(outcomes).join();
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void barePipelined() {
        for (var i = 0; i < MANY; i++) {
            bare.send(Wire.published(++packetId));
        }
        answers.acquireUninterruptibly(MANY);
    }

    private void count(String text) {
        if (text.startsWith("6:::")) {
            answers.release();
        }
    }
}
