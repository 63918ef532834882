package dev.rushlight.hub.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Runs application code in order, one piece at a time, on threads that are not the hub's, with a bounded backlog.
 *
 * <p>A piece that throws is logged and harms nobody.
 */
final class HandlerLane {

    private static final Logger LOG = System.getLogger(HandlerLane.class.getName());

    private final Executor executor;
    private final int maxPieces;
    private final long maxBytes;

    // Guarded by this.
    private final ArrayDeque<Piece> backlog = new ArrayDeque<>();
    private long bytes;
    private boolean running;
    private Optional<Thread> runner = Optional.empty();
    private boolean closed;
    private long end;

    HandlerLane(Executor executor, int maxPieces, long maxBytes) {
        this.executor = executor;
        this.maxPieces = maxPieces;
        this.maxBytes = maxBytes;
    }

    /** Takes a piece of work that holds on to so many bytes; false if there is no room for it. */
    boolean offer(Runnable work, int size) {
        synchronized (this) {
            if (closed || backlog.size() >= maxPieces || !backlog.isEmpty() && bytes + size > maxBytes) {
                return false;
            }
            backlog.add(new Piece(work, size));
            bytes += size;
            if (running) {
                return true;
            }
            running = true;
        }
        start();
        return true;
    }

    /**
     * Takes nothing more.
     *
     * @param latest the {@link System#nanoTime} until which that what was taken may still begin; the rest is dropped
     */
    synchronized void close(long latest) {
        closed = true;
        end = latest;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Blocks until nothing is left to do; false if that is not so by the given {@link System#nanoTime}. On the lane's own
     * thread, which would wait for itself, it does not block.
     */
    synchronized boolean awaitIdle(long latest) throws InterruptedException {
        while (running && !runner.equals(Optional.of(Thread.currentThread()))) {
            var left = latest - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    private void start() {
        try {
            executor.execute(this::runAll);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "Nobody runs the handlers any more: events are not handled");
            close(System.nanoTime());
            stop();
        }
    }

    private void runAll() {
        for (var piece = next(); piece != Piece.NONE; piece = next()) {
            run(piece.work());
        }
    }

    private synchronized Piece next() {
        var piece = backlog.poll();
        if (piece == null || closed && System.nanoTime() - end >= 0) {
            stop();
            return Piece.NONE;
        }
        runner = Optional.of(Thread.currentThread());
        bytes -= piece.size();
        return piece;
    }

    private synchronized void stop() {
        backlog.clear();
        bytes = 0;
        running = false;
        runner = Optional.empty();
        notifyAll();
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            LOG.log(Level.ERROR, "A handler failed", e);
        }
    }

    private record Piece(Runnable work, int size) {
        static final Piece NONE = new Piece(() -> {}, 0);
    }
}
