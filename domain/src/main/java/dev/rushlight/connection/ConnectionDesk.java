package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.Inbox;
import dev.rushlight.exchange.Outbox;
import dev.rushlight.exchange.OutboxDesk;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NoSuchPerson;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Where administrators keep the connections, and the bridge reads them. */
@ApplicationScoped
@Transactional
public class ConnectionDesk {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_USER = 200;
    private static final int LONGEST_KEY = 500;

    private final JpaConnections connections;
    private final KeySeal seal;
    private final Inbox inbox;
    private final Outbox outbox;
    private final OutboxDesk owed;
    private final PeopleDesk people;
    private final Journal journal;
    private final Clock clock;
    private final Event<ConnectionChanged> changes;

    @Inject
    ConnectionDesk(
            JpaConnections connections,
            KeySeal seal,
            Inbox inbox,
            Outbox outbox,
            OutboxDesk owed,
            PeopleDesk people,
            Journal journal,
            Clock clock,
            Event<ConnectionChanged> changes) {
        this.connections = connections;
        this.seal = seal;
        this.inbox = inbox;
        this.outbox = outbox;
        this.owed = owed;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
        this.changes = changes;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected ConnectionDesk() { // for CDI
        this(null, null, null, null, null, null, null, null, null);
    }

    /**
     * The connection to the hub inside this server, made at the first start; every start also makes sure here that the
     * keys that were sealed before can be opened.
     */
    public ConnectionSummary ensureEmbedded() {
        seal.requireSound();
        connections.all().stream().flatMap(saved -> saved.sealedKey().stream()).forEach(seal::requireOpens);
        return connections
                .embedded()
                .orElseGet(() -> {
                    var embedded = add(HubConnection.embedded(clock.instant()));
                    announce(embedded);
                    return embedded;
                })
                .summary();
    }

    /** Every connection, for the bridge. */
    public List<ConnectionSummary> all() {
        return connections.all().stream().map(HubConnection::summary).toList();
    }

    public List<ConnectionSummary> connections(Identity admin) {
        admin.requireAdmin();
        return all();
    }

    /** Adds a connection, or changes one; its key stays when no new one was typed. */
    public ConnectionSummary save(Identity admin, ConnectionForm form) {
        admin.requireAdmin();
        var name = required(form.name(), "name", LONGEST_NAME);
        var user = required(form.user(), "user", LONGEST_USER);
        var server = ServerAddress.of(form.server());
        var newKey = form.newKey().filter(typed -> !typed.isBlank()).map(typed -> required(typed, "key", LONGEST_KEY));
        if (connections.isTaken(name, form.id())) {
            throw new ConnectionNameTaken(name);
        }
        var known = form.id().map(this::locked);
        var before = known.map(HubConnection::summary);
        var connection = known.map(saved -> changed(saved, server, name, user, newKey, form.enabled()))
                .orElseGet(() -> added(server, name, user, newKey, form.enabled()));
        newKey.ifPresent(key -> connection.seal(seal.seal(connection.id(), key)));
        announce(connection);
        journal.saved(admin, before, connection.summary(), newKey.isPresent());
        return connection.summary();
    }

    /** By which rules the bridge has to work. */
    public ConnectionRules rules(ConnectionId id) {
        return connections.find(id).orElseThrow(() -> new NoSuchConnection(id)).rules();
    }

    /** What goes out to a hub and who may act through it; this much can be changed of the embedded one, too. */
    public ConnectionSummary rule(Identity admin, ConnectionId id, ConnectionRules rules) {
        admin.requireAdmin();
        var connection = locked(id);
        var before = connection.rules();
        connection.follow(rules);
        announce(connection);
        journal.ruled(admin, id, before, rules);
        return connection.summary();
    }

    /** From now on this user of the hub is that person here. */
    public void map(Identity admin, ConnectionId id, String hubUser, PersonId person) {
        admin.requireAdmin();
        var user = required(hubUser, "user", LONGEST_USER);
        locked(id);
        if (people.identity(person).filter(known -> !known.isGuest()).isEmpty()) {
            throw new NoSuchPerson(person);
        }
        var before = connections.personOf(id, user);
        connections.map(id, user, person);
        journal.mapped(admin, id, user, before, person);
    }

    /** From now on this user of the hub is nobody in particular. */
    public void unmap(Identity admin, ConnectionId id, String hubUser) {
        admin.requireAdmin();
        locked(id);
        var before = connections.personOf(id, hubUser);
        connections.unmap(id, hubUser);
        before.ifPresent(person -> journal.unmapped(admin, id, hubUser, person));
    }

    /** Who is who at this hub, as far as administrators said so: hub user to person. */
    public Map<String, PersonId> mapped(Identity admin, ConnectionId id) {
        admin.requireAdmin();
        return connections.mapped(id);
    }

    /**
     * For whom an event acts that this hub stamped with the given user; nobody if the connection does not let anybody act,
     * or the person is not active. Whom an administrator mapped acts for that person and never for a namesake. Guests act
     * through their link alone.
     */
    public Optional<Identity> actor(ConnectionId id, String hubUser) {
        var acts = connections.find(id).map(HubConnection::rules).map(ConnectionRules::acts);
        return acts.flatMap(by -> switch (by) {
                    case OFF -> Optional.<Identity>empty();
                    case MAPPED -> connections.personOf(id, hubUser).flatMap(this::active);
                    case SAME_NAMES ->
                        connections.personOf(id, hubUser).map(this::active).orElseGet(() -> people.active(hubUser));
                })
                .filter(person -> !person.isGuest());
    }

    private Optional<Identity> active(PersonId id) {
        return people.identity(id).flatMap(person -> people.active(person.username()));
    }

    public void enable(Identity admin, ConnectionId id) {
        admin.requireAdmin();
        turn(admin, id, HubConnection::enable);
    }

    public void disable(Identity admin, ConnectionId id) {
        admin.requireAdmin();
        turn(admin, id, HubConnection::disable);
    }

    /** Removes a connection that nothing ever came through and nothing is owed to. */
    public void delete(Identity admin, ConnectionId id) {
        admin.requireAdmin();
        connections.find(id).orElseThrow(() -> new NoSuchConnection(id)).requireFtrack();
        inbox.enter(id);
        var connection = locked(id);
        if (outbox.owesAnythingTo(id)) {
            throw new ConnectionInUse("Events are still owed to this connection; disable it instead");
        }
        if (inbox.holdsAnythingFrom(id)) {
            throw new ConnectionInUse("Review items came through this connection; disable it instead");
        }
        inbox.close(id);
        outbox.unroute(id);
        connections.forgetPeople(id);
        connections.remove(connection);
        journal.removed(admin, connection.summary());
        changes.fire(new ConnectionChanged(id));
    }

    /** The key itself, for the bridge alone: it goes to the hub and nowhere else. */
    public Optional<String> key(ConnectionId id) {
        return connections.find(id).flatMap(HubConnection::sealedKey).map(key -> seal.open(id, key));
    }

    /** Gives a dead event another round of attempts. */
    public void resend(Identity admin, long owedEvent) {
        admin.requireAdmin();
        var resent = owed.resend(owedEvent);
        journal.resent(admin, resent);
    }

    private void turn(Identity admin, ConnectionId id, Consumer<HubConnection> how) {
        var connection = locked(id);
        var before = connection.summary();
        how.accept(connection);
        announce(connection);
        journal.saved(admin, Optional.of(before), connection.summary(), false);
    }

    private HubConnection add(HubConnection connection) {
        connections.add(connection);
        inbox.open(connection.id());
        return connection;
    }

    private HubConnection added(
            ServerAddress server, String name, String user, Optional<String> newKey, boolean enabled) {
        if (newKey.isEmpty()) {
            throw new UnacceptableConnection("A new connection needs a key");
        }
        return add(HubConnection.to(server, name, user, enabled, clock.instant()));
    }

    /** A stored key is not sent to another server than before: whoever changes the address types the key again. */
    private static HubConnection changed(
            HubConnection connection,
            ServerAddress server,
            String name,
            String user,
            Optional<String> newKey,
            boolean enabled) {
        connection.requireFtrack();
        if (newKey.isEmpty() && connection.pointsElsewhereThan(server)) {
            throw new UnacceptableConnection("The address changed: type the key of the new server");
        }
        connection.change(server, name, user, enabled);
        return connection;
    }

    private HubConnection locked(ConnectionId id) {
        return connections.locked(id).orElseThrow(() -> new NoSuchConnection(id));
    }

    private void announce(HubConnection connection) {
        outbox.route(connection.id(), connection.routing());
        changes.fire(new ConnectionChanged(connection.id()));
    }

    private static String required(String typed, String field, int longest) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new UnacceptableConnection("A connection needs a " + field);
        }
        if (text.length() > longest) {
            throw new UnacceptableConnection("A connection's %s may have %d characters".formatted(field, longest));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new UnacceptableConnection("A connection's %s may not contain control characters".formatted(field));
        }
        return text;
    }
}
