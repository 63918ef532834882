package dev.rushlight.installation;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source of this installation: H2 or PostgreSQL, whichever its settings name. The container makes one by its
 * class name and pools it; whatever else the container would set is not its business, so there are no setters.
 */
public class InstallationDataSource implements DataSource {

    private static final int H2_ALREADY_OPEN = 90020;
    private static final int H2_WRONG_USER = 28000;
    private static final int H2_CLOSED = 90121;

    private static final int SECONDS_TO_CONNECT = 5;

    private final DatabaseSettings settings;
    private final DataSource delegate;

    public InstallationDataSource() {
        this(Installation.current().database());
    }

    public InstallationDataSource(DatabaseSettings settings) {
        this.settings = settings;
        this.delegate = settings.isEmbedded() ? h2(settings) : postgresql(settings);
    }

    private static DataSource h2(DatabaseSettings settings) {
        var h2 = new JdbcDataSource();
        h2.setURL(settings.url());
        h2.setUser(settings.user());
        h2.setPassword(settings.password());
        settings.file().ifPresent(SecretFiles::privateFile);
        return h2;
    }

    private static DataSource postgresql(DatabaseSettings settings) {
        var postgresql = new PGSimpleDataSource();
        postgresql.setURL(settings.url());
        postgresql.setUser(settings.user());
        postgresql.setPassword(settings.password());
        postgresql.setApplicationName("rushlight");
        postgresql.setConnectTimeout(SECONDS_TO_CONNECT);
        return postgresql;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return delegate.getConnection();
        } catch (SQLException failed) {
            throw readable(failed);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    /** Lets go of a database file that this process may have open, so that others can open it. */
    public void end() throws SQLException {
        if (settings.file().isPresent()) {
            try (var connection = delegate.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("shutdown immediately");
            } catch (SQLException failed) {
                if (failed.getErrorCode() != H2_CLOSED) { // as it shall be
                    throw failed;
                }
            }
        }
    }

    private SQLException readable(SQLException failed) {
        if (!settings.isEmbedded()) {
            return failed;
        }
        var where = settings.file().map(Path::toString).orElse(settings.url());
        return switch (failed.getErrorCode()) {
            case H2_ALREADY_OPEN ->
                new SQLException(
                        "The database %s is in use by another process; stop that one first".formatted(where),
                        failed.getSQLState(),
                        failed.getErrorCode(),
                        failed);
            case H2_WRONG_USER ->
                new SQLException(
                        "The database %s was made with another user or password than these".formatted(where),
                        failed.getSQLState(),
                        failed.getErrorCode(),
                        failed);
            default -> failed;
        };
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return delegate.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        delegate.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        delegate.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return delegate.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("The two databases log each in their own way");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : delegate.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || delegate.isWrapperFor(type);
    }
}
