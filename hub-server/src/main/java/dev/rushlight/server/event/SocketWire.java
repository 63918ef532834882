package dev.rushlight.server.event;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A WebSocket as the way out. */
record SocketWire(Session session) implements Wire {
    private static final Logger LOG = System.getLogger(SocketWire.class.getName());

    @Override
    public void send(String text, SendHandler done) {
        try {
            session.getAsyncRemote().sendText(text, done);
        } catch (RuntimeException | Error e) { // Tyrus throws a bare Error for text that is no UTF-8
            done.onResult(new SendResult(e));
        }
    }

    @Override
    public void close(Ending ending) {
        try {
            session.close(ending.closeReason());
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A connection was closed already", e);
        }
    }
}
