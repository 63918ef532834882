package dev.rushlight.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The way out to one connection: what may go there. */
@Entity
@Table(schema = "review", name = "exchange_route")
class Route {

    @Id
    @Column(name = "connection_id")
    private UUID connection;

    @Column(name = "hears_everything")
    private boolean hearsEverything;

    @Column(name = "client_visible")
    private boolean clientVisible;

    private boolean enabled;

    @SuppressWarnings("NullAway.Init")
    protected Route() {} // for JPA

    Route(ConnectionId connection, Routing routing) {
        this.connection = connection.value();
        follow(routing);
    }

    void follow(Routing routing) {
        hearsEverything = routing.hearsEverything();
        clientVisible = routing.clientVisible();
        enabled = routing.enabled();
    }

    /** Its own connection's line waits even while it is disabled; others are told only while they are enabled. */
    boolean leads(ConnectionId own, Audience audience) {
        var listens = connection.equals(own.value()) || hearsEverything && enabled;
        return listens && (audience == Audience.CLIENT || !clientVisible);
    }

    ConnectionId connection() {
        return new ConnectionId(connection);
    }
}
