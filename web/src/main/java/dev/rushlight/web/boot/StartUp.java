package dev.rushlight.web.boot;

import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubState;
import dev.rushlight.installation.Installation;
import dev.rushlight.installation.Migrations;
import dev.rushlight.server.account.Accounts;
import dev.rushlight.web.access.SetUpLink;
import dev.rushlight.web.bridge.HubSupervisor;
import dev.rushlight.web.bridge.StudioNetwork;
import dev.rushlight.web.bridge.UnreadableEvents;
import dev.rushlight.web.container.PushFarewells;
import dev.rushlight.web.container.RequestReuse;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.server.ServerContainer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Starts this installation with its web application, and stops it in the opposite order.
 *
 * <p>The database is migrated and the embedded hub registered before the first request. The bridge follows once this server
 * answers (see {@link Opening}), since it reaches the embedded hub over the wire. A start that fails says why in one line;
 * with the system property {@code rushlight.exitOnFailure=true} it also ends the process, which an application server would
 * otherwise leave running empty.
 */
@WebListener
public class StartUp implements ServletContextListener {
    private static final String EXIT_ON_FAILURE = "rushlight.exitOnFailure";
    private static final Logger LOG = Logger.getLogger(StartUp.class.getName());

    private final Installation installation;
    private final OwnHub hub;
    private final ConnectionDesk connections;
    private final HubSupervisor supervisor;
    private final Readiness readiness;
    private final ControlAccess control;
    private final SetUpLink setUpLink;
    private final Housekeeping housekeeping;
    private final Neighbours neighbours;
    private final UnreadableEvents unreadable;
    private final Clock clock;

    /** Set while the web application runs. */
    private Optional<Opening> opening = Optional.empty();

    /** Set while the web application runs. */
    private Optional<ScheduledExecutorService> broom = Optional.empty();

    @Inject
    public StartUp(
            Installation installation,
            OwnHub hub,
            ConnectionDesk connections,
            HubSupervisor supervisor,
            Readiness readiness,
            ControlAccess control,
            SetUpLink setUpLink,
            Housekeeping housekeeping,
            Neighbours neighbours,
            UnreadableEvents unreadable,
            Clock clock) {
        this.installation = installation;
        this.hub = hub;
        this.connections = connections;
        this.supervisor = supervisor;
        this.readiness = readiness;
        this.control = control;
        this.setUpLink = setUpLink;
        this.housekeeping = housekeeping;
        this.neighbours = neighbours;
        this.unreadable = unreadable;
        this.clock = clock;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            start(event.getServletContext());
        } catch (RuntimeException failed) {
            giveUp(failed);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        readiness.lose();
        control.withdraw(installation);
        opening.ifPresent(Opening::close);
        broom.ifPresent(ScheduledExecutorService::shutdownNow);
        neighbours.leave();
        supervisor.stop();
        hub.close();
        unreadable.end();
    }

    private void start(ServletContext context) {
        RequestReuse.end();
        PushFarewells.hush();
        var network = StudioNetwork.from(Installation::setting);
        var kept = Housekeeping.kept(Installation::setting);
        context.getSessionCookieConfig()
                .setSecure("https".equals(installation.publicUrl().getScheme()));
        var database = hub.connect(installation.database());
        Migrations.migrate(database);
        var opened = hub.open(database, clock);
        opened.register(context, (ServerContainer) context.getAttribute(ServerContainer.class.getName()));
        var embedded = connections.ensureEmbedded();
        var own = ownCredentials(opened.accounts());
        var threads = threads();
        var node = installation.node();
        unreadable.begin(threads);
        opened.onUnreadable(
                event -> unreadable.keep(embedded.id(), Optional.of(event.username()), event.text(), event.why()));
        var begun = new Opening(
                new SelfCheck(installation.loopbackUrl())::answers,
                () -> supervisor.start(own, network, node, threads),
                () -> !embedded.enabled()
                        || supervisor.isElsewhere(embedded.id())
                        || supervisor
                                .status(embedded.id())
                                .filter(status -> status.status().state() == HubState.LIVE)
                                .isPresent(),
                this::ready,
                clock,
                Executors.newSingleThreadScheduledExecutor(threads));
        opening = Optional.of(begun);
        var sweeping = Executors.newSingleThreadScheduledExecutor(threads);
        broom = Optional.of(sweeping);
        housekeeping.begin(kept, sweeping);
        neighbours.meet(installation.database(), threads);
        begun.begin();
    }

    /** An account that somebody deactivated would lock this server out of its own hub. */
    private static Credentials ownCredentials(Accounts accounts) {
        accounts.reactivate(Accounts.OWN);
        return new Credentials(
                Accounts.OWN, accounts.issueTransientKey(Accounts.OWN).key());
    }

    /** From here on everything works. */
    private void ready() {
        readiness.reach();
        control.announce(installation);
        LOG.info(this::whereDataIs);
        LOG.info(() -> "Rushlight is ready at %s/".formatted(installation.publicUrl()));
        setUpLink
                .on(installation.publicUrl())
                .ifPresent(link -> LOG.info(() -> "Create the first admin here (works once): " + link));
    }

    private String whereDataIs() {
        var database = installation.database();
        return database.isEmbedded()
                ? "Data in %s: %s, survives %s".formatted(installation.data(), database.product(), database.survives())
                : "Data in %s (%s), survives %s; files in %s"
                        .formatted(
                                database.product(),
                                database.url().replaceAll("[?].*", ""),
                                database.survives(),
                                installation.data());
    }

    /** Threads that may call whatever a request may call. */
    private static ThreadFactory threads() {
        try {
            return InitialContext.doLookup("java:comp/DefaultManagedThreadFactory");
        } catch (NamingException e) {
            throw new IllegalStateException("This server offers no managed threads", e);
        }
    }

    private void giveUp(RuntimeException failed) {
        LOG.severe(() -> "Rushlight cannot start: " + reason(failed));
        LOG.log(Level.FINE, "The start failed", failed);
        hub.close();
        if (Boolean.getBoolean(EXIT_ON_FAILURE)) {
            for (var handler : Logger.getLogger("").getHandlers()) {
                handler.flush();
            }
            Runtime.getRuntime().halt(1);
        }
        throw failed;
    }

    /** The database's own words if it was the database, else what was thrown at us. */
    static String reason(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .or(() -> Optional.of(failed))
                .map(telling -> telling.getMessage() == null ? telling.toString() : telling.getMessage())
                .orElseThrow();
    }
}
