package dev.rushlight.hub.event;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.contract.EventHubContract;
import dev.rushlight.hub.peer.RoutingPeer;
import org.junit.jupiter.api.AfterEach;

/** The contract at the scripted peer. */
class PeerEventHubTest extends EventHubContract {

    private final RoutingPeer peer = new RoutingPeer();

    @AfterEach
    void closePeer() {
        peer.close();
    }

    @Override
    protected HubSettings settings(String user) {
        return peer.settings(user);
    }

    @Override
    protected void cut(String user) {
        peer.cut();
    }

    @Override
    protected int connections() {
        return peer.openConnections();
    }

    @Override
    protected int largestMessage() {
        return 2 << 20;
    }
}
