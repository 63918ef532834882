package dev.rushlight.server.event;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Joins one WebSocket to its {@link Connection}; every socket has an endpoint of its own. */
public final class HubEndpoint extends Endpoint {
    /** Where clients open it. */
    static final String PATH = "/socket.io/1/websocket/{sid}";

    private static final Logger LOG = System.getLogger(HubEndpoint.class.getName());

    private final EventServer server;
    private final IncomingText incoming;
    private Optional<Connection> connection = Optional.empty();

    HubEndpoint(EventServer server, int longestMessage) {
        this.server = server;
        this.incoming = new IncomingText(longestMessage);
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxIdleTimeout(0);
        var sid = session.getPathParameters().get("sid");
        connection = server.connect(sid, new SocketWire(session));
        connection.ifPresent(open -> {
            session.addMessageHandler(String.class, (part, last) -> receive(open, part, last));
            session.addMessageHandler(ByteBuffer.class, (part, last) -> open.receiveMalformed());
            open.open();
        });
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        connection.ifPresent(Connection::closed);
    }

    @Override
    public void onError(Session session, Throwable problem) {
        LOG.log(Level.DEBUG, "A connection failed", problem);
    }

    private void receive(Connection open, String part, boolean last) {
        try {
            incoming.add(part, last).ifPresent(open::receive);
        } catch (MessageTooLong e) {
            open.end(Ending.MESSAGE_TOO_LONG);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A message could not be handled", e);
        }
    }
}
