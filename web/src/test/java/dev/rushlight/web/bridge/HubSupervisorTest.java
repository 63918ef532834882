package dev.rushlight.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.connection.ConnectionChanged;
import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ConnectionForm;
import dev.rushlight.connection.ConnectionKind;
import dev.rushlight.connection.ConnectionSummary;
import dev.rushlight.connection.ErrandDesk;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.LeaseDesk;
import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.api.ConnectionTest;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.Installation;
import dev.rushlight.ledger.LedgerDesk;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.SupervisionDesk;
import dev.rushlight.web.live.ConnectionStateChanged;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubSupervisorTest {
    /** Nobody listens there. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private static final UUID INSTALLATION = UUID.randomUUID();
    private static final UUID NODE = UUID.randomUUID();

    private final FakeConnections connections = new FakeConnections();
    private final FakeChanges changes = new FakeChanges();
    private final FakeLeases leases = new FakeLeases();
    private final HubSupervisor supervisor = new HubSupervisor(
            connections,
            new ReviewDesk() {},
            new SupervisionDesk() {},
            new FeedbackDesk() {},
            new ErrandDesk() {},
            new LedgerDesk() {
                @Override
                public UUID installation() {
                    return INSTALLATION;
                }
            },
            new RememberedOutbox(Clock.systemUTC()),
            new ReviewItems() {},
            new FeedbackNotes() {},
            new UnreadableEvents() {},
            new Installation(
                    Path.of("data"),
                    "127.0.0.1",
                    1,
                    URI.create("http://127.0.0.1:1"),
                    new DatabaseSettings("jdbc:h2:mem:", "user", "password"),
                    Duration.ZERO),
            Clock.systemUTC(),
            changes,
            leases);

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void enabledConnectionsAreOpenedAndTheOthersNot() {
        var embedded = connections.add(ConnectionKind.EMBEDDED, true);
        var studio = connections.add(ConnectionKind.FTRACK, true);
        var resting = connections.add(ConnectionKind.FTRACK, false);

        start();

        until(embedded, status -> status.state() == HubState.WAITING);
        until(studio, status -> status.state() == HubState.WAITING);
        assertThat(supervisor.status(resting)).isEmpty();
        assertThat(supervisor.statuses()).extracting(ConnectionStatus::id).containsExactlyInAnyOrder(embedded, studio);
    }

    @Test
    void disabledConnectionIsClosedAndDeletedOneForgotten() {
        var studio = connections.add(ConnectionKind.FTRACK, true);
        start();
        until(studio, status -> status.state() == HubState.WAITING);

        connections.replace(studio, ConnectionKind.FTRACK, false);
        supervisor.on(new ConnectionChanged(studio));
        until(studio, status -> status.state() == HubState.CLOSED);

        connections.remove(studio);
        supervisor.on(new ConnectionChanged(studio));
        changes.until(() -> supervisor.statuses().isEmpty());
    }

    @Test
    void disconnectedConnectionStaysClosedUntilSomebodyConnectsIt() {
        var studio = connections.add(ConnectionKind.FTRACK, true);
        start();
        until(studio, status -> status.state() == HubState.WAITING);

        supervisor.disconnect(studio);
        until(studio, status -> status.state() == HubState.CLOSED);

        supervisor.connect(studio);
        until(studio, status -> status.state() == HubState.WAITING);
    }

    @Test
    void connectionWithoutAKeySaysWhyItIsNotOpen() {
        var studio = connections.add(ConnectionKind.FTRACK, true);
        connections.keys.clear();

        start();

        until(
                studio,
                status -> status.state() == HubState.REFUSED
                        && status.detail().orElse("").contains("no key"));
    }

    @Test
    void storedKeyIsNotTriedOnAnotherAddress() {
        var studio = connections.add(ConnectionKind.FTRACK, false);
        start();

        var steps = supervisor.probe(new ConnectionForm(
                Optional.of(studio), "studio", URI.create("http://127.0.0.1:2"), "jo", Optional.empty(), true));

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.outcome()).isEqualTo(ConnectionTest.Outcome.FAILED);
            assertThat(step.detail()).contains("Type the key");
        });
        assertThat(connections.keyRequests).isZero();
    }

    @Test
    void whatAnotherServerWorksForIsLeftToItAndTakenOverWhenItLetsGo() {
        var studio = connections.add(ConnectionKind.FTRACK, true);
        leases.held.put(studio, UUID.randomUUID());
        start();

        until(
                studio,
                status -> status.state() == HubState.IDLE && status.detail().isPresent());
        assertThat(supervisor.isElsewhere(studio)).isTrue();

        leases.held.remove(studio);
        supervisor.renew();
        until(studio, status -> status.state() == HubState.WAITING);
        assertThat(supervisor.isElsewhere(studio)).isFalse();
    }

    @Test
    void whoLostItsLeaseLeavesTheHub() {
        var studio = connections.add(ConnectionKind.FTRACK, true);
        start();
        until(studio, status -> status.state() == HubState.WAITING);

        leases.held.put(studio, UUID.randomUUID());
        supervisor.renew();

        until(studio, status -> status.state() == HubState.IDLE);
    }

    @Test
    void whoClosesAHubLetsOthersWorkForItAtOnce() {
        var studio = connections.add(ConnectionKind.FTRACK, true);
        start();
        until(studio, status -> status.state() == HubState.WAITING);
        assertThat(leases.held).containsEntry(studio, NODE);

        supervisor.disconnect(studio);

        until(studio, status -> status.state() == HubState.CLOSED);
        changes.until(() -> !leases.held.containsKey(studio));
    }

    private void start() {
        var network = StudioNetwork.from(name -> Optional.empty());
        supervisor.start(new Credentials("rushlight", "transient"), network, NODE, work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
    }

    private void until(ConnectionId id, Predicate<HubStatus> condition) {
        changes.until(() -> supervisor
                .status(id)
                .map(ConnectionStatus::status)
                .filter(condition)
                .isPresent());
    }

    private static final class FakeConnections extends ConnectionDesk {
        private final Map<ConnectionId, ConnectionSummary> saved = new ConcurrentHashMap<>();
        private final Map<ConnectionId, String> keys = new ConcurrentHashMap<>();
        private volatile int keyRequests;

        ConnectionId add(ConnectionKind kind, boolean enabled) {
            var id = ConnectionId.random();
            keys.put(id, "key");
            replace(id, kind, enabled);
            return id;
        }

        void replace(ConnectionId id, ConnectionKind kind, boolean enabled) {
            var outside = kind == ConnectionKind.FTRACK;
            saved.put(
                    id,
                    new ConnectionSummary(
                            id,
                            "studio",
                            kind,
                            outside ? Optional.of(NOWHERE) : Optional.empty(),
                            outside ? Optional.of("jo") : Optional.empty(),
                            outside,
                            enabled));
        }

        void remove(ConnectionId id) {
            saved.remove(id);
        }

        @Override
        public List<ConnectionSummary> all() {
            return List.copyOf(saved.values());
        }

        @Override
        public Optional<String> key(ConnectionId id) {
            keyRequests++;
            return Optional.ofNullable(keys.get(id));
        }
    }

    /** Every change of state, as CDI would announce it. */
    private static final class FakeLeases extends LeaseDesk {
        private final Map<ConnectionId, UUID> held = new ConcurrentHashMap<>();

        @Override
        public boolean hold(ConnectionId connection, UUID node) {
            return held.computeIfAbsent(connection, unheld -> node).equals(node);
        }

        @Override
        public void release(ConnectionId connection, UUID node) {
            held.remove(connection, node);
        }
    }

    private static final class FakeChanges implements Event<ConnectionStateChanged> {
        private final BlockingQueue<ConnectionStateChanged> fired = new LinkedBlockingQueue<>();

        /** Looks again at every change until the condition holds. */
        void until(BooleanSupplier condition) {
            try {
                while (!condition.getAsBoolean()) {
                    if (fired.poll(10, TimeUnit.SECONDS) == null && !condition.getAsBoolean()) {
                        throw new AssertionError("The state did not change any more");
                    }
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void fire(ConnectionStateChanged event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends ConnectionStateChanged> CompletionStage<U> fireAsync(U event) {
            fired.add(event);
            return CompletableFuture.completedStage(event);
        }

        @Override
        public <U extends ConnectionStateChanged> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            return fireAsync(event);
        }

        @Override
        public Event<ConnectionStateChanged> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends ConnectionStateChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends ConnectionStateChanged> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
