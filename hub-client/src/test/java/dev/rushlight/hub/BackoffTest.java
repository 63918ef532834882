package dev.rushlight.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = Backoff.ofReconnect();

    @ParameterizedTest
    @CsvSource({"1,200", "2,300", "3,450", "4,675", "5,1012", "8,3417", "9,5000", "1000000,5000"})
    void theCeilingGrowsByHalfUpToTheLongestWait(int attempt, long ceiling) {
        var random = new Random(7);
        var waits = LongStream.range(0, 2_000)
                .map(i -> backoff.before(attempt, random).toMillis())
                .summaryStatistics();
        assertThat(waits.getMin()).isBetween(0L, ceiling / 10);
        assertThat(waits.getMax()).isBetween(ceiling * 9 / 10, ceiling);
        assertThat(waits.getAverage()).isBetween(ceiling * 0.45, ceiling * 0.55);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofDays(2)));
    }
}
