package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.ExchangeBench;
import dev.rushlight.installation.HeardEvents;
import dev.rushlight.ledger.RememberedLedger;
import dev.rushlight.people.PeopleBench;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Builds the connection desk for one transaction, and connections for tests that are about something else. */
public final class ConnectionBench {

    final HeardEvents<ConnectionChanged> changes = new HeardEvents<>();
    final RememberedLedger ledger = new RememberedLedger();
    private final ExchangeBench exchange;
    private final Clock clock;
    private final Path data;

    public ConnectionBench(ExchangeBench exchange, Clock clock, Path data) {
        this.exchange = exchange;
        this.clock = clock;
        this.data = data;
    }

    ConnectionDesk desk(EntityManager entities) {
        return desk(entities, Optional.empty());
    }

    ConnectionDesk desk(EntityManager entities, Optional<String> masterKey) {
        return new ConnectionDesk(
                new JpaConnections(entities),
                new KeySeal(data.resolve("master.key"), masterKey),
                exchange.inbox(entities),
                exchange.outbox(entities),
                exchange.desk(entities),
                PeopleBench.desk(entities, clock),
                new Journal(ledger),
                clock,
                changes);
    }

    ErrandDesk errands(EntityManager entities) {
        return new ErrandDesk(desk(entities), exchange.inbox(entities), exchange.outbox(entities));
    }

    /** A connection that nobody else uses. */
    public static ConnectionId somewhere(EntityManager entities, ExchangeBench exchange, Clock clock) {
        var server = ServerAddress.of(URI.create("https://studio.example"));
        var connection = HubConnection.to(server, "studio " + UUID.randomUUID(), "svc", true, clock.instant());
        new JpaConnections(entities).add(connection);
        exchange.inbox(entities).open(connection.id());
        exchange.outbox(entities).route(connection.id(), connection.routing());
        return connection.id();
    }

    public static ExchangeLog log(EntityManager entities) {
        return new ExchangeLog(entities);
    }
}
