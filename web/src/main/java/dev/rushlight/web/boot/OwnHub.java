package dev.rushlight.web.boot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.server.EmbeddedHub;
import dev.rushlight.server.HubLimits;
import dev.rushlight.server.account.Accounts;
import dev.rushlight.server.account.Gatekeeper;
import dev.rushlight.server.account.IssuedKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The hub inside this server, with database connections of its own: its batches never join a transaction of a review.
 *
 * <p>Its accounts and its activity can be injected anywhere once the start is over.
 */
@ApplicationScoped
public class OwnHub {
    private static final int MOST_CONNECTIONS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private volatile Optional<HikariDataSource> connections = Optional.empty();
    private volatile Optional<EmbeddedHub> hub = Optional.empty();

    /** Connects to the database; fails if it cannot be reached. */
    DataSource connect(DatabaseSettings database) {
        var config = new HikariConfig();
        config.setPoolName("rushlight-hub");
        config.setDataSource(new InstallationDataSource(database));
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        var pool = new HikariDataSource(config);
        connections = Optional.of(pool);
        return pool;
    }

    EmbeddedHub open(DataSource database, Clock clock) {
        var opened = EmbeddedHub.open(database, HubLimits.standard(), clock);
        hub = Optional.of(opened);
        return opened;
    }

    void close() {
        hub.ifPresent(EmbeddedHub::close);
        connections.ifPresent(HikariDataSource::close);
    }

    /** Makes a new key, and the account when it is missing. */
    IssuedKey issueKey(String user) {
        return running().accounts().issueKey(user);
    }

    @Produces
    @Dependent
    Accounts accounts() {
        return running().accounts();
    }

    @Produces
    @Dependent
    Gatekeeper gatekeeper() {
        return running().gatekeeper();
    }

    private EmbeddedHub running() {
        return hub.orElseThrow(() -> new IllegalStateException("The embedded hub is not open yet"));
    }
}
