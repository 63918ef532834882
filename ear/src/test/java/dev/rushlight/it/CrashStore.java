package dev.rushlight.it;

import dev.rushlight.hub.peer.FaultProxy;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the server of a crash campaign keeps its data, and the link to it if there is one that can be cut. */
final class CrashStore implements AutoCloseable {
    private static final String PASSWORD = "only for this campaign";
    private static final String NAME = "rushlight";

    /** Which database. */
    enum Kind {
        H2,
        POSTGRESQL
    }

    private final Kind kind;
    private final Optional<Postgres> server;
    private final Optional<URI> address;
    private final Optional<FaultProxy> link;

    private CrashStore(Kind kind, Optional<Postgres> server) throws SQLException {
        this.kind = kind;
        this.server = server;
        this.address =
                server.isEmpty() ? Optional.empty() : Optional.of(server.get().createDatabase(NAME, PASSWORD));
        this.link = address.map(jdbc -> new FaultProxy(URI.create(jdbc.getSchemeSpecificPart())));
    }

    static CrashStore open(Kind kind) throws SQLException {
        return new CrashStore(
                kind,
                switch (kind) {
                    case H2 -> Optional.empty();
                    case POSTGRESQL -> Optional.of(Postgres.start());
                });
    }

    Kind kind() {
        return kind;
    }

    Optional<FaultProxy> link() {
        return link;
    }

    /** What the server is told, which reaches its database through the link. */
    Map<String, String> settings() {
        return settings(link.map(proxy ->
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(proxy.address().getPort(), NAME)));
    }

    /** What somebody else is told, whom no fault shall meet. */
    Map<String, String> directSettings() {
        return settings(address.map(URI::toString));
    }

    private static Map<String, String> settings(Optional<String> url) {
        var settings = new HashMap<String, String>();
        url.ifPresent(jdbc -> {
            settings.put("RUSHLIGHT_DB_URL", jdbc);
            settings.put("RUSHLIGHT_DB_USER", NAME);
            settings.put("RUSHLIGHT_DB_PASSWORD", PASSWORD);
        });
        return settings;
    }

    @Override
    public void close() {
        link.ifPresent(FaultProxy::close);
        server.ifPresent(Postgres::close);
    }
}
