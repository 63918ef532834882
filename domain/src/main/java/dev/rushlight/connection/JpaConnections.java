package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.people.PersonId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The saved connections in the database. */
@Dependent
class JpaConnections {

    private final EntityManager entities;

    @Inject
    JpaConnections(EntityManager entities) {
        this.entities = entities;
    }

    void add(HubConnection connection) {
        entities.persist(connection);
        entities.flush();
    }

    void remove(HubConnection connection) {
        entities.remove(connection);
        entities.flush();
    }

    Optional<HubConnection> find(ConnectionId id) {
        return Optional.ofNullable(entities.find(HubConnection.class, id.value()));
    }

    Optional<HubConnection> locked(ConnectionId id) {
        return Optional.ofNullable(entities.find(HubConnection.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<HubConnection> embedded() {
        return entities.createQuery("select c from HubConnection c where c.kind = :embedded", HubConnection.class)
                .setParameter("embedded", ConnectionKind.EMBEDDED)
                .getResultStream()
                .findFirst();
    }

    boolean isTaken(String name, Optional<ConnectionId> except) {
        return entities.createQuery(
                        "select c from HubConnection c where lower(c.name) = lower(:name)", HubConnection.class)
                .setParameter("name", name)
                .getResultStream()
                .anyMatch(connection -> !except.equals(Optional.of(connection.id())));
    }

    List<HubConnection> all() {
        return entities.createQuery("select c from HubConnection c order by c.createdAt, c.id", HubConnection.class)
                .getResultList();
    }

    void map(ConnectionId connection, String hubUser, PersonId person) {
        Optional.ofNullable(entities.find(HubPerson.class, new HubPerson.Key(connection, hubUser)))
                .ifPresentOrElse(
                        known -> known.become(person),
                        () -> entities.persist(new HubPerson(connection, hubUser, person)));
    }

    void unmap(ConnectionId connection, String hubUser) {
        Optional.ofNullable(entities.find(HubPerson.class, new HubPerson.Key(connection, hubUser)))
                .ifPresent(entities::remove);
    }

    void forgetPeople(ConnectionId connection) {
        entities.createQuery("delete from HubPerson p where p.connection = :connection")
                .setParameter("connection", connection.value())
                .executeUpdate();
    }

    Optional<PersonId> personOf(ConnectionId connection, String hubUser) {
        return Optional.ofNullable(entities.find(HubPerson.class, new HubPerson.Key(connection, hubUser)))
                .map(HubPerson::person);
    }

    Map<String, PersonId> mapped(ConnectionId connection) {
        return entities.createQuery("select p from HubPerson p where p.connection = :connection", HubPerson.class)
                .setParameter("connection", connection.value())
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(HubPerson::hubUser, HubPerson::person));
    }
}
