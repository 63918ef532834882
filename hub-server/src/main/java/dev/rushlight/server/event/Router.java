package dev.rushlight.server.event;

import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.Expression;
import dev.rushlight.hub.event.MalformedExpression;
import dev.rushlight.server.account.AccountId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Brings each event to every connection that wants it, its publisher's included, and to each one once.
 *
 * <p>An event is routed on the thread that brought it. So the events of one publisher stay in order, and a subscription
 * counts for everything that follows it on the same connection.
 */
final class Router {
    private static final Logger LOG = System.getLogger(Router.class.getName());

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final LongAdder received = new LongAdder();
    private final LongAdder delivered = new LongAdder();

    void join(Connection connection) {
        connections.add(connection);
    }

    void leave(Connection connection) {
        connections.remove(connection);
    }

    /** Refuses an event whose target cannot be understood; it goes to nobody. */
    void route(Event event) throws Refused {
        received.increment();
        var target = targetOf(event);
        var json = event.toJson();
        var takers = connections.stream()
                .filter(connection -> connection.wants(json, target))
                .toList();
        if (takers.isEmpty()) {
            return;
        }
        var message = Packets.event(event);
        delivered.add(takers.size());
        takers.forEach(connection -> connection.deliver(message));
    }

    /** Lets every connection beat, or end when its time is up; one that fails harms no other. */
    void beat() {
        connections.forEach(connection -> {
            try {
                connection.beat();
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "The heartbeat of a connection failed", e);
            }
        });
    }

    /** Ends the connections of one account. */
    void withdraw(AccountId account) {
        connections.stream()
                .filter(connection -> connection.belongsTo(account))
                .forEach(connection -> connection.end(Ending.ACCOUNT_WITHDRAWN));
    }

    /** Ends all connections and waits until they are gone, but no longer than told. */
    void shutDown(Duration patience) {
        var ending = List.copyOf(connections);
        ending.forEach(connection -> connection.end(Ending.SHUTDOWN));
        CompletableFuture.allOf(ending.stream().map(Connection::gone).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    int connectionCount() {
        return connections.size();
    }

    int connectionCount(AccountId account) {
        return (int) connections.stream()
                .filter(connection -> connection.belongsTo(account))
                .count();
    }

    int subscriptionCount() {
        return connections.stream().mapToInt(Connection::subscriptionCount).sum();
    }

    long receivedCount() {
        return received.sum();
    }

    long deliveredCount() {
        return delivered.sum();
    }

    private static Optional<Expression> targetOf(Event event) throws Refused {
        if (event.target().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Expression.compile(event.target()));
        } catch (MalformedExpression e) {
            throw new Refused("The target cannot be understood: " + e.getMessage());
        }
    }
}
