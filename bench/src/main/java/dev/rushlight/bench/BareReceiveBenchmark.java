package dev.rushlight.bench;

import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.event.EventFrame;
import dev.rushlight.hub.peer.FastPeer;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The same texts as in {@link ReceiveBenchmark} from the JDK's WebSocket, as they come or read as JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BareReceiveBenchmark {

    private static final int MANY = 500;
    private static final JsonLimits LIMITS = JsonLimits.ofRequest();

    private final FastPeer peer = new FastPeer();
    private final Semaphore heard = new Semaphore(0);
    private final byte[] frames = FastPeer.frames(IntStream.range(0, MANY)
            .mapToObj(number -> Wire.delivered("bench.topic.0", "m0", number))
            .toList());
    private volatile boolean reading;
    private volatile Object lastRead = "";
    private BareSocket bare = new BareSocket(peer.address(), this::hear);

    @TearDown
    public void close() {
        bare.close();
        peer.close();
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void text() {
        receive();
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void json(Blackhole blackhole) {
        reading = true;
        receive();
        blackhole.consume(lastRead);
    }

    private void receive() {
        peer.send(frames);
        heard.acquireUninterruptibly(MANY);
    }

    private void hear(String text) {
        if (text.startsWith("5:::")) {
            if (reading) {
                lastRead = EventFrame.read(text.substring(4), LIMITS);
            }
            heard.release();
        }
    }
}
