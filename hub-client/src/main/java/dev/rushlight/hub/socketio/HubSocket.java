package dev.rushlight.hub.socketio;

import dev.rushlight.hub.JsonText;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One open WebSocket to a hub: text goes out without waiting, whole messages of bounded size come in.
 *
 * <p>Everything that comes in is told to the {@link Listener} on the container's threads.
 */
public final class HubSocket {

    private final Session session;

    private HubSocket(Session session) {
        this.session = session;
    }

    /** Hears of one socket; is called by the container's threads and hands over at once. */
    public interface Listener {

        /** Always first. */
        void onOpen(HubSocket socket);

        void onText(String text);

        void onPong();

        /** A message that was thrown away because it is longer than allowed. */
        void onTooLong(long bytes);

        /** The socket is closed or broken; told once. */
        void onEnd(String why);
    }

    /**
     * Sends one text; the one before must have been taken.
     *
     * @param taken hears, on any thread, that the container took the text, or why it could not
     */
    public void send(String text, Consumer<Optional<String>> taken) {
        try {
            session.getAsyncRemote()
                    .sendText(
                            text,
                            result -> taken.accept(
                                    result.isOK() ? Optional.empty() : Optional.of(reason(result.getException()))));
        } catch (RuntimeException | Error e) { // Tyrus throws a bare Error for text that is no UTF-8
            taken.accept(Optional.of(reason(e)));
        }
    }

    /**
     * Sends one long text in parts, so that it can be seen to move; blocks until the container took the last part, and ends
     * early when interrupted. The text before must have been taken.
     *
     * @param length how many characters a part has at most
     * @param moved runs after each part that the container took
     * @return why it could not be sent, if it could not
     */
    public Optional<String> sendInParts(String text, int length, Runnable moved) {
        try {
            var remote = session.getBasicRemote();
            for (var from = 0; from < text.length(); ) {
                var to = partEnd(text, from, length);
                remote.sendText(text.substring(from, to), to == text.length());
                // A container may swallow the interruption of a wait and go on as if the part had been taken.
                if (Thread.currentThread().isInterrupted()) {
                    return Optional.of("interrupted");
                }
                moved.run();
                from = to;
            }
            return Optional.empty();
        } catch (IOException | RuntimeException | Error e) {
            return Optional.of(reason(e));
        }
    }

    /** A part never ends in the middle of a character. */
    private static int partEnd(String text, int from, int length) {
        var end = Math.min(text.length(), from + length);
        return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /** Asks the peer for a sign of life, which not every server gives. */
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            // A socket that cannot even be pinged is found dead by its silence.
            return;
        }
    }

    /** Closes the socket; may take a moment, and never fails. */
    public void close() {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, ""));
        } catch (IOException | RuntimeException e) {
            // It is gone, which is what was asked for.
            return;
        }
    }

    private static String reason(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .filter(message -> !message.isBlank())
                .orElse(failure.getClass().getSimpleName());
    }

    /** The container's side of a socket. */
    static final class Receiver extends Endpoint {

        private static final int SMALL_BUFFER = 64 * 1024;

        private final int maxMessageBytes;
        private final Listener listener;
        private final AtomicBoolean ended = new AtomicBoolean();

        // Both are confined to the one thread at a time that the container reads with.
        private final StringBuilder parts = new StringBuilder();
        private long bytes;

        Receiver(int maxMessageBytes, Listener listener) {
            this.maxMessageBytes = maxMessageBytes;
            this.listener = listener;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.setMaxIdleTimeout(0);
            session.addMessageHandler(String.class, (MessageHandler.Partial<String>) this::onPart);
            session.addMessageHandler(PongMessage.class, pong -> listener.onPong());
            listener.onOpen(new HubSocket(session));
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            var text = reason.getReasonPhrase();
            end("the server closed the connection (%s%s)"
                    .formatted(
                            reason.getCloseCode().getCode(),
                            text == null || text.isBlank() ? "" : " " + text.replaceAll("\\p{Cntrl}", "?")));
        }

        @Override
        public void onError(Session session, Throwable failure) {
            // A container may report a single odd frame here and go on; if it does not, onClose follows.
            if (!session.isOpen()) {
                end(reason(failure));
            }
        }

        private void end(String why) {
            if (ended.compareAndSet(false, true)) {
                listener.onEnd(why);
            }
        }

        private void onPart(String part, boolean last) {
            bytes += JsonText.utf8Length(part);
            if (bytes > maxMessageBytes) {
                forgetParts();
            } else if (!last || !parts.isEmpty()) {
                parts.append(part);
            }
            if (last) {
                finish(part);
            }
        }

        private void forgetParts() {
            parts.setLength(0);
            if (parts.capacity() > SMALL_BUFFER) {
                parts.trimToSize();
            }
        }

        private void finish(String lastPart) {
            var length = bytes;
            bytes = 0;
            if (length > maxMessageBytes) {
                listener.onTooLong(length);
            } else if (parts.isEmpty()) {
                listener.onText(lastPart);
            } else {
                var text = parts.toString();
                forgetParts();
                listener.onText(text);
            }
        }
    }
}
