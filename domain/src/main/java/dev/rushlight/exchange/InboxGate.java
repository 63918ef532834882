package dev.rushlight.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The one gate of a connection through which events are taken in, one at a time. */
@Entity
@Table(schema = "review", name = "inbox_gate")
class InboxGate {

    @Id
    @Column(name = "connection_id")
    private UUID connection;

    @SuppressWarnings("NullAway.Init")
    protected InboxGate() {} // for JPA

    InboxGate(ConnectionId connection) {
        this.connection = connection.value();
    }
}
