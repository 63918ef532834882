package dev.rushlight.hub.event;

import dev.rushlight.hub.socketio.HubSocket;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/** What one connection has to send, one text after the other; confined to the hub thread. */
final class SendLine {

    private static final int LONGEST_PART = 64 << 10;
    private static final Runnable NOTHING = () -> {};

    private final HubThread thread;
    private final Executor sender;
    private final Executor closer;
    private final Listener listener;
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private Optional<HubSocket> socket = Optional.empty();
    private Optional<Runnable> onEnd = Optional.empty();
    private Optional<Future<?>> blocked = Optional.empty();
    private boolean sending;
    private long lastMove;
    private boolean over;

    /** Hears of the line, on the hub thread. */
    interface Listener {

        /** A part of a long text was taken, so the link still moves. */
        void moved();

        /** A text could not be sent. */
        void failed(String why);
    }

    /**
     * @param sender sends long texts, and is blocked by that
     * @param closer closes sockets, which may take a moment
     */
    SendLine(HubThread thread, Executor sender, Executor closer, Listener listener) {
        this.thread = thread;
        this.sender = sender;
        this.closer = closer;
        this.listener = listener;
    }

    /** There is a socket to send on; closed at once if all is over. */
    void open(HubSocket opened) {
        socket = Optional.of(opened);
        if (over) {
            closeSocket();
        } else {
            sendNext();
        }
    }

    void ping() {
        socket.ifPresent(HubSocket::ping);
    }

    void send(String text) {
        send(text, NOTHING);
    }

    /** Sends a text and tells when it was taken. */
    void send(String text, Runnable onSent) {
        frames.add(new Frame(text, onSent));
        sendNext();
    }

    /** Sends a text before all that waits. */
    void sendFirst(String text) {
        frames.addFirst(new Frame(text, NOTHING));
        sendNext();
    }

    /** Whether a text is on its way of which nothing was taken since that {@link System#nanoTime}. */
    boolean isStuckSince(long time) {
        return sending && lastMove - time < 0;
    }

    boolean isOver() {
        return over;
    }

    /** Whether it ends as soon as everything is sent. */
    boolean isEnding() {
        return onEnd.isPresent();
    }

    /** Drops what waits and closes the socket. */
    void end() {
        over = true;
        frames.clear();
        blocked.ifPresent(it -> it.cancel(true));
        closeSocket();
    }

    /** Ends when everything is sent, and tells on the closer's thread. */
    void endWhenSent(Runnable ended) {
        onEnd = Optional.of(ended);
        sendNext();
    }

    private void sendNext() {
        if (over || sending || socket.isEmpty()) {
            return;
        }
        var frame = frames.poll();
        if (frame == null) {
            if (isEnding()) {
                end();
            }
            return;
        }
        sending = true;
        lastMove = System.nanoTime();
        if (frame.text().length() <= LONGEST_PART) {
            socket.get().send(frame.text(), failure -> thread.post(() -> sent(frame, failure)));
        } else {
            sendInParts(socket.get(), frame);
        }
    }

    private void sendInParts(HubSocket to, Frame frame) {
        var work = new FutureTask<>(
                () -> {
                    var failure = to.sendInParts(frame.text(), LONGEST_PART, () -> thread.post(this::moved));
                    thread.post(() -> sent(frame, failure));
                },
                true);
        blocked = Optional.of(work);
        try {
            sender.execute(work);
        } catch (RejectedExecutionException e) {
            thread.post(() -> sent(frame, Optional.of("earlier ones still hang")));
        }
    }

    private void moved() {
        if (!over) {
            lastMove = System.nanoTime();
            listener.moved();
        }
    }

    private void sent(Frame frame, Optional<String> failure) {
        sending = false;
        blocked = Optional.empty();
        if (failure.isPresent()) {
            listener.failed("sending failed: " + failure.get());
        } else {
            frame.onSent().run();
            sendNext();
        }
    }

    private void closeSocket() {
        var closing = socket;
        var ended = onEnd;
        socket = Optional.empty();
        onEnd = Optional.empty();
        closer.execute(() -> {
            closing.ifPresent(HubSocket::close);
            ended.ifPresent(Runnable::run);
        });
    }

    private record Frame(String text, Runnable onSent) {}
}
