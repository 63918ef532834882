package dev.rushlight.hub.peer;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.event.Expression;
import dev.rushlight.hub.event.MalformedExpression;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A scripted peer that brings events from each connection to all others, as a hub does, and knows one key. */
public final class RoutingPeer implements AutoCloseable {

    private static final String KEY = "s3cret-key";

    private final ScriptedPeer peer = new ScriptedPeer();
    private final Set<PeerConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sids = new AtomicInteger();

    public RoutingPeer() {
        peer.onHandshake(request -> KEY.equals(request.headers().get("ftrack-api-key"))
                ? HttpAnswer.ok("sid" + sids.incrementAndGet() + ":15:60:websocket")
                : HttpAnswer.of(401, ""));
        peer.onEvent(this::route);
    }

    public HubSettings settings(String user) {
        return HubSettings.of(peer.address(), new Credentials(user, KEY));
    }

    /** Resets every connection. */
    public void cut() {
        connections.forEach(PeerConnection::abort);
        connections.clear();
    }

    public int openConnections() {
        return peer.openConnections();
    }

    @Override
    public void close() {
        peer.close();
    }

    private synchronized void route(PeerConnection from, PeerEvent received) {
        connections.add(from);
        var target = received.event().target();
        if (!target.isEmpty() && !isExpression(target)) {
            received.packetId()
                    .ifPresent(
                            id -> from.send("6:::" + id + "+[{\"success\":false,\"message\":\"unreadable target\"}]"));
            return;
        }
        from.note(received);
        from.acknowledge(received);
        connections.forEach(connection -> connection.deliver(received.event()));
    }

    private static boolean isExpression(String text) {
        try {
            Expression.compile(text);
            return true;
        } catch (MalformedExpression e) {
            return false;
        }
    }
}
