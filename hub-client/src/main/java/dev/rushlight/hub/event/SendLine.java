package dev.rushlight.hub.event;

import dev.rushlight.hub.socketio.HubSocket;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What one connection has to send, one text after the other; confined to the hub thread. */
final class SendLine {

    private final HubThread thread;
    private final Executor closer;
    private final Consumer<String> onFailure;
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private Optional<HubSocket> socket = Optional.empty();
    private Optional<Runnable> onEnd = Optional.empty();
    private boolean sending;
    private long sendingSince;
    private long lastSent;
    private boolean over;

    /**
     * @param closer closes sockets, which may take a moment
     * @param onFailure hears why a text could not be sent
     */
    SendLine(HubThread thread, Executor closer, Consumer<String> onFailure) {
        this.thread = thread;
        this.closer = closer;
        this.onFailure = onFailure;
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
        send(text, 0);
    }

    /** Sends a text as the packet with this id, of which it can be asked later whether it {@link #hasSent} it. */
    void send(String text, long packetId) {
        frames.add(new Frame(text, packetId));
        sendNext();
    }

    /** Sends a text before all that waits. */
    void sendFirst(String text) {
        frames.addFirst(new Frame(text, 0));
        sendNext();
    }

    boolean hasSent(long packetId) {
        return packetId <= lastSent;
    }

    /** Whether one text has been on its way since before that {@link System#nanoTime}. */
    boolean isStuckSince(long time) {
        return sending && sendingSince - time < 0;
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
        sendingSince = System.nanoTime();
        socket.get().send(frame.text(), failure -> thread.post(() -> sent(frame, failure)));
    }

    private void sent(Frame frame, Optional<String> failure) {
        sending = false;
        if (failure.isPresent()) {
            onFailure.accept("sending failed: " + failure.get());
        } else {
            lastSent = Math.max(lastSent, frame.packetId());
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

    private record Frame(String text, long packetId) {}
}
