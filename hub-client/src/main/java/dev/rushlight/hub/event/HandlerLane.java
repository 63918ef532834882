package dev.rushlight.hub.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

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
    private boolean closed;

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

    /** Drops what has not begun. */
    synchronized void close() {
        closed = true;
        backlog.clear();
        bytes = 0;
    }

    private void start() {
        try {
            executor.execute(this::runAll);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "Nobody runs the handlers any more: events are not handled");
            close();
        }
    }

    private void runAll() {
        for (var piece = next(); piece != Piece.NONE; piece = next()) {
            run(piece.work());
        }
    }

    private synchronized Piece next() {
        var piece = backlog.poll();
        if (piece == null) {
            running = false;
            return Piece.NONE;
        }
        bytes -= piece.size();
        return piece;
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
