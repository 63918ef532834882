package dev.rushlight.bench;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.peer.FastPeer;
import java.time.Duration;

/** Live clients of a peer. */
final class Connections {

    private Connections() {}

    static EventHub client(FastPeer peer) {
        return EventHub.of(HubSettings.of(peer.address(), new Credentials("jo", "key")));
    }

    static void connect(EventHub hub) {
        hub.connect();
        if (!hub.awaitLive(Duration.ofSeconds(20))) {
            throw new IllegalStateException("The client is not live: " + hub.status());
        }
    }
}
