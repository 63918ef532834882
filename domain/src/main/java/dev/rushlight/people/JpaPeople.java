package dev.rushlight.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The accounts in the database. */
@Dependent
class JpaPeople {

    private static final String INTEGRITY_VIOLATION = "23"; // the class of SQLState

    private final EntityManager entities;

    @Inject
    JpaPeople(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds the first administrator, unless somebody else is already in, or comes in at this moment. */
    void found(Person founder, Founding founding) {
        if (entities.find(Founding.class, Founding.ONLY) != null) {
            throw new AdminExists();
        }
        try {
            entities.persist(founder);
            entities.flush();
            entities.persist(founding);
            entities.flush();
        } catch (PersistenceException failed) {
            if (isDuplicate(failed)) { // someone was faster
                throw new AdminExists();
            }
            throw failed;
        }
    }

    void add(Person person) {
        try {
            entities.persist(person);
            entities.flush();
        } catch (PersistenceException failed) {
            if (isDuplicate(failed)) {
                throw new UsernameTaken(person.username());
            }
            throw failed;
        }
    }

    /** Administrators change one at a time, so that the last one stays. */
    void lockAdministration() {
        entities.find(Founding.class, Founding.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Person> find(PersonId id) {
        return Optional.ofNullable(entities.find(Person.class, id.value()));
    }

    /** As it is now, and unchanged by anybody else until the end of the transaction. */
    Optional<Person> locked(PersonId id) {
        return Optional.ofNullable(entities.find(Person.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Person> named(String username) {
        return entities.createQuery("select p from Person p where p.username = :username", Person.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    /** Active people, not bots and guests, whose username or one of whose names begins like this. */
    List<Identity> named(String beginning, int most) {
        var escaped = beginning.toLowerCase(Locale.ROOT).replaceAll("[%_!]", "!$0");
        return entities.createQuery(
                        "select p from Person p where p.state = :active and p.kind = :human"
                                + " and (p.username like :beginning escape '!'"
                                + " or lower(p.displayName) like :beginning escape '!'"
                                + " or lower(p.displayName) like :inside escape '!') order by p.username",
                        Person.class)
                .setParameter("active", PersonState.ACTIVE)
                .setParameter("human", PersonKind.HUMAN)
                .setParameter("beginning", escaped + "%")
                .setParameter("inside", "% " + escaped + "%")
                .setMaxResults(most)
                .getResultStream()
                .map(Person::identity)
                .toList();
    }

    Optional<Person> invitedBy(String tokenHash) {
        return entities.createQuery("select p from Person p where p.invitationHash = :hash", Person.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    long activeAdmins() {
        return entities.createQuery(
                        "select count(p) from Person p where p.role = :admin and p.state = :active", Long.class)
                .setParameter("admin", Role.ADMIN)
                .setParameter("active", PersonState.ACTIVE)
                .getSingleResult();
    }

    Set<String> activeAmong(Collection<String> usernames) {
        if (usernames.isEmpty()) {
            return Set.of();
        }
        return new TreeSet<>(entities.createQuery(
                        "select p.username from Person p where p.username in :usernames and p.state = :active",
                        String.class)
                .setParameter("usernames", usernames)
                .setParameter("active", PersonState.ACTIVE)
                .getResultList());
    }

    /** Everybody but guests, who are shown with their review sessions. */
    List<Person> all() {
        return entities.createQuery("select p from Person p where p.kind <> :guest order by p.username", Person.class)
                .setParameter("guest", PersonKind.GUEST)
                .getResultList();
    }

    /** As values: they are many, and whatever is written next would look at each of them for changes. */
    List<Identity> active() {
        return entities.createQuery(
                        "select p.id, p.username, p.displayName, p.role, p.functions, p.kind from Person p"
                                + " where p.state = :active order by p.username",
                        Object[].class)
                .setParameter("active", PersonState.ACTIVE)
                .getResultStream()
                .map(row -> new Identity(
                        new PersonId((UUID) row[0]),
                        (String) row[1],
                        (String) row[2],
                        (Role) row[3],
                        Person.functions((String) row[4]),
                        (PersonKind) row[5]))
                .toList();
    }

    /** How often it changed whom policies can ask. */
    long changes() {
        return entities.createQuery("select c.number from PeopleChange c where c.id = :only", Long.class)
                .setParameter("only", PeopleChange.ONLY)
                .getSingleResult();
    }

    Optional<Person> lastChangedBy() {
        return entities.find(PeopleChange.class, PeopleChange.ONLY).by().flatMap(this::find);
    }

    /** Writes first what led to this, so that all take their locks in one order. */
    void changed(PersonId by) {
        entities.flush();
        entities.find(PeopleChange.class, PeopleChange.ONLY, LockModeType.PESSIMISTIC_WRITE)
                .next(by);
    }

    void add(Delegation delegation) {
        entities.persist(delegation);
    }

    List<Delegation> delegations(Instant now) {
        return entities.createQuery(
                        "select d from Delegation d where d.endedAt is null and d.until > :now order by d.until, d.id",
                        Delegation.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** Those whose time is over and that nobody has ended yet. */
    List<Delegation> overdueDelegations(Instant now, int max) {
        return entities.createQuery(
                        "select d from Delegation d where d.endedAt is null and d.until <= :now order by d.until, d.id",
                        Delegation.class)
                .setParameter("now", now)
                .setMaxResults(max)
                .getResultList();
    }

    /** Absent reviewers and their deputies, by username. */
    Map<String, String> deputies(Instant now) {
        return entities.createQuery(
                        "select a.username, b.username from Delegation d, Person a, Person b"
                                + " where d.delegator = a.id and d.deputy = b.id and b.state = :active"
                                + " and d.endedAt is null and d.until > :now",
                        Object[].class)
                .setParameter("active", PersonState.ACTIVE)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Tells a row that is there already from a database that is gone, full or busy. */
    private static boolean isDuplicate(PersistenceException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && refused.getSQLState() != null
                    && refused.getSQLState().startsWith(INTEGRITY_VIOLATION)) {
                return true;
            }
        }
        return false;
    }
}
