package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.Routing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A saved connection; its key is kept sealed, and the embedded hub's has neither address nor key. */
@Entity
@Table(schema = "review", name = "hub_connection")
class HubConnection {

    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private ConnectionKind kind;

    private @Nullable String server;

    @Column(name = "hub_user")
    private @Nullable String user;

    @Column(name = "sealed_key")
    private @Nullable String sealedKey;

    @Column(name = "key_id")
    private @Nullable String keyId;

    private boolean enabled;

    @Enumerated(EnumType.STRING)
    private Hears hears;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    private ActsBy acts;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int revision;

    @SuppressWarnings("NullAway.Init")
    protected HubConnection() {} // for JPA

    private HubConnection(String name, ConnectionKind kind, boolean enabled, ConnectionRules rules, Instant now) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.kind = kind;
        this.enabled = enabled;
        this.createdAt = now;
        this.hears = rules.hears();
        this.visibility = rules.visibility();
        this.acts = rules.acts();
    }

    static HubConnection embedded(Instant now) {
        return new HubConnection("Embedded hub", ConnectionKind.EMBEDDED, true, ConnectionRules.embedded(), now);
    }

    static HubConnection to(ServerAddress server, String name, String user, boolean enabled, Instant now) {
        var connection = new HubConnection(name, ConnectionKind.FTRACK, enabled, ConnectionRules.cautious(), now);
        connection.server = server.text();
        connection.user = user;
        return connection;
    }

    void change(ServerAddress newServer, String newName, String newUser, boolean nowEnabled) {
        requireFtrack();
        server = newServer.text();
        name = newName;
        user = newUser;
        enabled = nowEnabled;
    }

    void follow(ConnectionRules rules) {
        hears = rules.hears();
        visibility = rules.visibility();
        acts = rules.acts();
    }

    ConnectionRules rules() {
        return new ConnectionRules(hears, visibility, acts);
    }

    Routing routing() {
        return rules().routing(enabled);
    }

    void seal(SealedKey key) {
        requireFtrack();
        sealedKey = key.text();
        keyId = key.keyId();
    }

    void enable() {
        enabled = true;
    }

    void disable() {
        enabled = false;
    }

    void requireFtrack() {
        if (kind == ConnectionKind.EMBEDDED) {
            throw new UnacceptableConnection(
                    "The embedded hub belongs to this server: it has no address or key to change");
        }
    }

    /** Whether a stored key would go to another server than the one that it was typed in for. */
    boolean pointsElsewhereThan(ServerAddress other) {
        return !other.text().equals(server);
    }

    Optional<SealedKey> sealedKey() {
        return sealedKey == null || keyId == null ? Optional.empty() : Optional.of(new SealedKey(keyId, sealedKey));
    }

    ConnectionId id() {
        return new ConnectionId(id);
    }

    ConnectionSummary summary() {
        return new ConnectionSummary(
                id(),
                name,
                kind,
                Optional.ofNullable(server).map(URI::create),
                Optional.ofNullable(user),
                sealedKey != null,
                enabled,
                rules());
    }
}
