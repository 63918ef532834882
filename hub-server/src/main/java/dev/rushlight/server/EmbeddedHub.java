package dev.rushlight.server;

import dev.rushlight.server.account.Accounts;
import dev.rushlight.server.account.Gatekeeper;
import dev.rushlight.server.api.ApiServlet;
import dev.rushlight.server.api.ComponentServlet;
import dev.rushlight.server.event.EventServer;
import dev.rushlight.server.event.UnreadableEvent;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.time.Clock;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * An ftrack-compatible hub inside another web application: accounts with keys, {@code /api} and the event server.
 *
 * <p>Open it, register it while the web application starts, close it when that stops. What clients see of it is the
 * protocol alone; the application uses it over the wire as everybody does.
 */
public final class EmbeddedHub implements AutoCloseable {
    private final Accounts accounts;
    private final Gatekeeper gatekeeper;
    private final EventServer events;
    private final ApiServlet api;

    private EmbeddedHub(Accounts accounts, HubLimits limits) {
        this.accounts = accounts;
        this.gatekeeper = new Gatekeeper(accounts, System::nanoTime);
        this.events = new EventServer(gatekeeper, limits.events(), System::nanoTime);
        this.api = new ApiServlet(gatekeeper, limits.api());
        accounts.onWithdrawal(events::withdraw);
    }

    /** Opens the hub on its schema of the given database, migrating it first. */
    public static EmbeddedHub open(DataSource dataSource, HubLimits limits, Clock clock) {
        return new EmbeddedHub(Accounts.open(dataSource, clock), limits);
    }

    /** Adds the hub's servlets and its WebSocket endpoint; only while the web application starts. */
    public void register(ServletContext context, ServerContainer websockets) {
        addServlet(context, "rushlight-api", api, ApiServlet.PATTERN);
        addServlet(context, "rushlight-components", new ComponentServlet(), ComponentServlet.PATTERN);
        addServlet(context, "rushlight-handshake", events.handshakeServlet(), EventServer.HANDSHAKE_PATTERN);
        addServlet(context, "rushlight-other-hubs", events.otherVersionServlet(), EventServer.OTHER_VERSIONS_PATTERN);
        try {
            websockets.addEndpoint(events.endpoint());
        } catch (DeploymentException e) {
            throw new IllegalStateException("The event server cannot be added to this web application", e);
        }
    }

    /** The accounts that may use the hub. */
    public Accounts accounts() {
        return accounts;
    }

    /** Who judges keys, for what the application gives out to users of the hub beside it. */
    public Gatekeeper gatekeeper() {
        return gatekeeper;
    }

    /**
     * Tells of events that cannot be read, on the thread that received them, which must not be kept; without a listener that
     * is logged.
     */
    public void onUnreadable(Consumer<UnreadableEvent> listener) {
        events.onUnreadable(listener);
    }

    /** What the hub does right now. */
    public HubActivity activity() {
        return new HubActivity(
                events.connections(), events.subscriptions(), events.eventsReceived(), events.eventsDelivered());
    }

    /** Says goodbye to every client and closes its connection. */
    @Override
    public void close() {
        events.close();
    }

    private static void addServlet(ServletContext context, String name, HttpServlet servlet, String pattern) {
        var registration = context.addServlet(name, servlet);
        if (registration == null) {
            throw new IllegalStateException("The web application has a servlet %s already".formatted(name));
        }
        registration.setAsyncSupported(true);
        var taken = registration.addMapping(pattern);
        if (!taken.isEmpty()) {
            throw new IllegalStateException("The web application serves %s itself".formatted(taken));
        }
    }
}
