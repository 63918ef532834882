package dev.rushlight.web.boot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The last part of a start: the server must answer before the bridge can connect to it, and the bridge must listen before
 * submissions may come. Waits for both on a thread of its own, and goes on without them after a minute.
 */
final class Opening {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Logger LOG = Logger.getLogger(Opening.class.getName());

    private final BooleanSupplier answers;
    private final Runnable connect;
    private final BooleanSupplier connected;
    private final Runnable ready;
    private final Clock clock;
    private final ScheduledExecutorService thread;

    Opening(
            BooleanSupplier answers,
            Runnable connect,
            BooleanSupplier connected,
            Runnable ready,
            Clock clock,
            ScheduledExecutorService thread) {
        this.answers = answers;
        this.connect = connect;
        this.connected = connected;
        this.ready = ready;
        this.clock = clock;
        this.thread = thread;
    }

    void begin() {
        await(answers, "This server does not answer itself: is RUSHLIGHT_PORT its port?", () -> {
            connect.run();
            await(connected, "The embedded hub is not connected", () -> {
                ready.run();
                thread.shutdown();
            });
        });
    }

    void close() {
        thread.shutdownNow();
    }

    private void await(BooleanSupplier condition, String complaint, Runnable next) {
        look(condition, clock.instant().plus(PATIENCE), complaint, next);
    }

    private void look(BooleanSupplier condition, Instant deadline, String complaint, Runnable next) {
        later(() -> {
            if (condition.getAsBoolean()) {
                next.run();
            } else if (clock.instant().isBefore(deadline)) {
                look(condition, deadline, complaint, next);
            } else {
                LOG.severe(complaint);
                next.run();
            }
        });
    }

    private void later(Runnable work) {
        try {
            thread.schedule(() -> carefully(work), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.FINE, "Stopped before the start was over", closed);
        }
    }

    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "The start could not be completed", failed);
        }
    }
}
