package dev.rushlight.hub.api;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.contract.QueryContract;
import dev.rushlight.hub.peer.StudioPeer;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;

class PeerQueryTest extends QueryContract {

    private final StudioPeer peer = new StudioPeer();

    @Override
    protected URI address() {
        return peer.address();
    }

    @Override
    protected Credentials credentials() {
        return peer.settings().credentials();
    }

    @AfterEach
    void closePeer() {
        peer.close();
    }
}
