package dev.rushlight.hub.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TroubleLogTest {

    private final RecordingLogger logger = new RecordingLogger();
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final TroubleLog log = new TroubleLog(logger, nanoTime::get);

    @Test
    void theFirstTroubleIsToldAtOnce() {
        log.tell("Cannot read", new IOException("no space"));
        assertThat(logger.lines).containsExactly("WARNING Cannot read: java.io.IOException: no space");
    }

    @Test
    void moreWithinAMinuteIsOnlyCounted() {
        for (var i = 0; i < 1_000; i++) {
            log.tell("Cannot read", new IOException("no space"));
        }
        assertThat(logger.lines).hasSize(1);

        nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
        log.tell("Cannot write", new IOException("gone"));

        assertThat(logger.lines)
                .last()
                .isEqualTo("WARNING Cannot write: java.io.IOException: gone (and 999 times before this)");
    }

    /** Keeps what it is told. */
    private static final class RecordingLogger implements System.Logger {

        private final List<String> lines = new ArrayList<>();

        @Override
        public String getName() {
            return "recording";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String text, @Nullable Throwable thrown) {
            lines.add(level + " " + text);
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... parameters) {
            lines.add(level + " " + format);
        }
    }
}
