package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {

    private final StringWriter terminal = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "0, 1000, 0, '  0 %  0 B of 1000 B'",
        "512, 1024, 1000, ' 50 %  512 B of 1.0 KiB  512 B/s'",
        "10485760, 10485760, 2000, '100 %  10.0 MiB of 10.0 MiB  5.0 MiB/s'",
        "0, 0, 1000, '100 %  0 B of 0 B  0 B/s'",
        "3221225472, -1, 1000, '3.0 GiB  3.0 GiB/s'",
        "1, 3, 99, ' 33 %  1 B of 3 B'"
    })
    void percentBytesAndRateAreTold(long done, long total, long millis, String text) {
        assertThat(ProgressLine.text(done, total, millis)).isEqualTo(text);
    }

    @Test
    void aShorterLineCoversTheLongerOneBeforeIt() {
        try (var line = line()) {
            line.moved(1023, 2048);
            line.moved(2048, 2048);
        }

        assertThat(terminal).hasToString("\r 49 %  1023 B of 2.0 KiB\r100 %  2.0 KiB of 2.0 KiB\n");
    }

    @Test
    void whatALongerLineLeftIsWipedOut() {
        try (var line = line()) {
            line.moved(1023, -1);
            line.moved(9, -1);
        }

        assertThat(terminal).hasToString("\r1023 B\r9 B   \n");
    }

    @Test
    void nothingIsWrittenWhereNothingMoved() {
        line().close();

        assertThat(terminal.toString()).isEmpty();
    }

    private ProgressLine line() {
        return new ProgressLine(new PrintWriter(terminal), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }
}
