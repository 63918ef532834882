package dev.rushlight.tools.hub;

import dev.rushlight.hub.media.Progress;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Runs a transfer with its progress on the terminal, if there is one, and lets Ctrl-C end it without leftovers. */
final class Transfer {

    private static final int LONGEST_TIDYING = 5;

    private Transfer() {}

    static <T> T run(Surroundings surroundings, boolean quiet, PrintWriter err, Function<Progress, T> transfer) {
        var runner = Thread.currentThread();
        var ended = new CountDownLatch(1);
        try (var line = new ProgressLine(err, surroundings.clock())) {
            Progress progress = surroundings.watched() && !quiet ? line : (done, total) -> {};
            return CtrlC.during(() -> transfer.apply(progress), () -> end(runner, ended));
        } catch (CancellationException interrupted) {
            throw new CommandFailed(Exit.REFUSED, "interrupted");
        } finally {
            ended.countDown();
        }
    }

    private static void end(Thread runner, CountDownLatch ended) {
        runner.interrupt();
        try {
            ended.await(LONGEST_TIDYING, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
