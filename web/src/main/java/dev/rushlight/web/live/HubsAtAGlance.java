package dev.rushlight.web.live;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.hub.HubState;
import java.util.List;

/** The hubs that this server means to be connected to, as every page shows them in its corner. */
public interface HubsAtAGlance {

    List<Hub> hubs();

    /** One such hub. */
    record Hub(ConnectionId id, String name, HubState state) {}
}
