package dev.rushlight.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    List<Person> active() {
        return entities.createQuery("select p from Person p where p.state = :active order by p.username", Person.class)
                .setParameter("active", PersonState.ACTIVE)
                .getResultList();
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
