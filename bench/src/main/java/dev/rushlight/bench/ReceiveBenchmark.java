package dev.rushlight.bench;

import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.peer.FastPeer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** An event from the socket to the last handler that wants it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReceiveBenchmark {

    private static final int MANY = 500;

    /** What the subscribers ask for. */
    public enum Interest {
        /** Each a topic of its own, so that one of them wants the event. */
        SIMPLE,
        /** All the same topic and more, of which one finds in the event what it wants. */
        COMPOUND,
        /** All the same topic, so that all of them want the event. */
        EVERYONE
    }

    @Param({"1", "10", "100"})
    public int subscribers;

    @Param
    public Interest interest = Interest.SIMPLE;

    private final FastPeer peer = new FastPeer();
    private final Semaphore heard = new Semaphore(0);
    private EventHub hub = Connections.client(peer);
    private byte[] frames = {};

    @Setup
    public void connect() {
        var last = subscribers - 1;
        for (var i = 0; i < last; i++) {
            hub.subscribe(expression(i), event -> Optional.empty());
        }
        hub.subscribe(expression(last), event -> {
            heard.release();
            return Optional.empty();
        });
        Connections.connect(hub);
        var topic = interest == Interest.SIMPLE ? "bench.topic." + last : "bench.update";
        frames = FastPeer.frames(IntStream.range(0, MANY)
                .mapToObj(number -> Wire.delivered(topic, "m" + last, number))
                .toList());
    }

    @TearDown
    public void close() {
        hub.close();
        peer.close();
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void client() {
        peer.send(frames);
        heard.acquireUninterruptibly(MANY);
    }

    private String expression(int number) {
        return switch (interest) {
            case SIMPLE -> "topic=bench.topic." + number;
            case COMPOUND ->
                "topic=bench.update and source.user.username!=robot and (data.marker=m%s or data.marker=other%s)"
                        .formatted(number, number);
            case EVERYONE -> "topic=bench.update";
        };
    }
}
