package dev.rushlight.web.admin;

import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ConnectionSummary;
import dev.rushlight.hub.HubState;
import dev.rushlight.web.bridge.HubSupervisor;
import dev.rushlight.web.live.HubsAtAGlance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The hubs at a glance, as their supervisor knows them. */
@ApplicationScoped
public class SupervisedHubs implements HubsAtAGlance {

    private final ConnectionDesk connections;
    private final HubSupervisor supervisor;

    @Inject
    public SupervisedHubs(ConnectionDesk connections, HubSupervisor supervisor) {
        this.connections = connections;
        this.supervisor = supervisor;
    }

    // for CDI
    @SuppressWarnings("NullAway")
    protected SupervisedHubs() {
        this(null, null);
    }

    @Override
    public List<Hub> hubs() {
        return connections.all().stream()
                .filter(ConnectionSummary::enabled)
                .map(connection -> new Hub(
                        connection.id(),
                        connection.name(),
                        supervisor
                                .status(connection.id())
                                .map(known -> known.status().state())
                                .orElse(HubState.IDLE)))
                .toList();
    }
}
