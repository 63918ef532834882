package dev.rushlight.bench;

import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.event.Expression;
import jakarta.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading an expression, and asking whether an event matches it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExpressionsBenchmark {

    /** How much is asked. */
    public enum Size {
        SIMPLE("topic=bench.update"),
        COMPOUND("topic=bench.update and source.user.username!=robot and (data.marker=other or data.marker=m*)"),
        /** As many terms as are allowed, of which the last one decides. */
        LONGEST(IntStream.range(0, 63).mapToObj(i -> "data.marker=other" + i).collect(Collectors.joining(" or "))
                + " or data.marker=m");

        private final String text;

        Size(String text) {
            this.text = text;
        }
    }

    @Param
    public Size size = Size.SIMPLE;

    private final JsonObject event = JsonText.parseObject(Wire.published(1).substring(6))
            .getJsonArray("args")
            .getJsonObject(0);
    private Expression compiled = Expression.compile("topic=bench.update");

    @Setup
    public void prepare() {
        compiled = Expression.compile(size.text);
        if (!compiled.matches(event)) {
            throw new IllegalStateException("The event must match " + size);
        }
    }

    @Benchmark
    public Expression compile() {
        return Expression.compile(size.text);
    }

    @Benchmark
    public boolean match() {
        return compiled.matches(event);
    }
}
