package dev.rushlight.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Which process works for a connection, and until when without saying so again. */
@Entity
@Table(schema = "review", name = "connection_lease")
class Lease {

    static final String NOBODY = "";

    @Id
    @Column(name = "connection_id")
    private UUID connection;

    private String holder;

    @Column(name = "held_until")
    private Instant heldUntil;

    @SuppressWarnings("NullAway.Init")
    protected Lease() {} // for JPA

    Lease(ConnectionId connection, Instant now) {
        this.connection = connection.value();
        this.holder = NOBODY;
        this.heldUntil = now;
    }
}
