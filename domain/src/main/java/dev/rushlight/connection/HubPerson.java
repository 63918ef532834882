package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.people.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Who a user of a hub is here. */
@Entity
@IdClass(HubPerson.Key.class)
@Table(schema = "review", name = "hub_person")
class HubPerson {

    @Id
    @Column(name = "connection_id")
    private UUID connection;

    @Id
    @Column(name = "hub_user")
    private String hubUser;

    @Column(name = "person_id")
    private UUID person;

    @SuppressWarnings("NullAway.Init")
    protected HubPerson() {} // for JPA

    HubPerson(ConnectionId connection, String hubUser, PersonId person) {
        this.connection = connection.value();
        this.hubUser = hubUser;
        this.person = person.value();
    }

    void become(PersonId other) {
        person = other.value();
    }

    String hubUser() {
        return hubUser;
    }

    PersonId person() {
        return new PersonId(person);
    }

    /** What makes a row the only one of its kind. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID connection;
        private String hubUser;

        @SuppressWarnings("NullAway.Init")
        Key() {} // for JPA

        Key(ConnectionId connection, String hubUser) {
            this.connection = connection.value();
            this.hubUser = hubUser;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && connection.equals(key.connection) && hubUser.equals(key.hubUser);
        }

        @Override
        public int hashCode() {
            return 31 * connection.hashCode() + hubUser.hashCode();
        }
    }
}
