package dev.rushlight.installation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * What the processes on one PostgreSQL tell each other: that something changed, and never what. Whoever listens reads the
 * database again, so a word that is lost costs time and nothing else; after an interruption the listener is told since when
 * it may have missed something.
 *
 * <p>Words are told after the commit, on a connection of the wire's own. Inside the committing transaction they would be
 * exact, but PostgreSQL lets only one transaction that notifies commit at a time, which takes the group commit from all
 * decisions: sixteen clients that notify commit a seventh of what they commit otherwise. Here, many words leave at once.
 *
 * <p>Nobody waits: {@link #tell} returns at once, and everything else happens on two threads of the wire's own.
 */
public final class NewsWire implements AutoCloseable {

    /** Who hears what others tell, on a thread of the wire. */
    public interface Listener {

        void heard(String word);

        /** Words may have been missed from that moment until now. */
        void missedSince(Instant moment);
    }

    private static final String CHANNEL = "rushlight";
    private static final String TELL = "select pg_notify('" + CHANNEL + "', word) from unnest(?) as word";

    /** Said in place of words that were too many to keep while the database was away. */
    private static final String MUCH = "*";

    private static final int MOST_WAITING = 5_000;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** How long nothing is heard before the connection has to prove that it lives. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(NewsWire.class.getName());

    private final String self = UUID.randomUUID().toString();
    private final DataSource database;
    private final Listener listener;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Guarded by this. */
    private Set<String> waiting = new LinkedHashSet<>();

    /** Written by the listening thread, read by whoever closes the wire. */
    private volatile Optional<Connection> open = Optional.empty();

    /** @param database which must be a PostgreSQL, and give a connection of its own at each call */
    public NewsWire(DataSource database, Listener listener, Clock clock, ThreadFactory threads) {
        this.database = database;
        this.listener = listener;
        this.clock = clock;
        threads.newThread(this::listen).start();
        threads.newThread(this::keepTelling).start();
    }

    /** Tells the others, soon; the same word that still waits is told once. A word is short and in one line. */
    public synchronized void tell(String word) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.clear();
            waiting.add(MUCH);
        }
        if (!waiting.contains(MUCH)) {
            waiting.add(word);
        }
        notifyAll();
    }

    @Override
    public void close() {
        closed.countDown();
        synchronized (this) {
            notifyAll();
        }
        open.ifPresent(NewsWire::end);
    }

    private void keepTelling() {
        var pause = SHORTEST_PAUSE;
        while (!isClosed()) {
            try (var connection = database.getConnection();
                    var quick = connection.createStatement()) {
                // A word that a crash of the database takes away is of no use afterwards: nothing has to wait for the
                // disk.
                quick.execute("set synchronous_commit = off");
                pause = SHORTEST_PAUSE;
                for (var words = await(); !words.isEmpty(); words = await()) {
                    tell(connection, words);
                }
            } catch (SQLException failed) {
                complain("The other servers cannot be told what changed", failed);
                pause = rest(pause);
            }
        }
    }

    /** The words that wait, once there are some; none when the wire is closed. */
    private synchronized List<String> await() {
        try {
            while (waiting.isEmpty() && !isClosed()) {
                wait();
            }
        } catch (InterruptedException ended) {
            closed.countDown();
            Thread.currentThread().interrupt();
        }
        if (isClosed()) {
            return List.of();
        }
        var words = List.copyOf(waiting);
        waiting = new LinkedHashSet<>();
        return words;
    }

    private void tell(Connection connection, List<String> words) throws SQLException {
        try (var statement = connection.prepareStatement(TELL)) {
            var signed = words.stream().map(word -> self + ' ' + word).toArray(String[]::new);
            statement.setArray(1, connection.createArrayOf("text", signed));
            statement.executeQuery().close();
        } catch (SQLException failed) {
            keep(words);
            throw failed;
        }
    }

    private synchronized void keep(List<String> words) {
        var later = new ArrayList<>(waiting);
        waiting = new LinkedHashSet<>();
        words.forEach(this::tell);
        later.forEach(this::tell);
    }

    private void listen() {
        var pause = SHORTEST_PAUSE;
        var interrupted = Optional.<Instant>empty();
        while (!isClosed()) {
            var heardUntil = interrupted.orElseGet(clock::instant);
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                open = Optional.of(connection);
                statement.execute("listen " + CHANNEL);
                pause = SHORTEST_PAUSE;
                interrupted.ifPresent(this::missedSince);
                heardUntil = clock.instant();
                var wire = connection.unwrap(PGConnection.class);
                while (!isClosed()) {
                    var words = wire.getNotifications((int) SILENCE.toMillis());
                    if (words.length == 0 && !connection.isValid((int) SILENCE.toSeconds())) {
                        throw new SQLException("The connection is dead");
                    }
                    for (var word : words) {
                        hear(word.getParameter());
                    }
                    heardUntil = clock.instant();
                }
            } catch (SQLException failed) {
                complain("The other servers cannot be heard", failed);
                pause = rest(pause);
            }
            open = Optional.empty();
            interrupted = Optional.of(heardUntil);
        }
    }

    private void hear(String signed) {
        var words = signed.split(" ", 2);
        if (words.length < 2 || words[0].equals(self)) {
            return;
        }
        if (words[1].equals(MUCH)) {
            missedSince(clock.instant().minus(LONGEST_PAUSE.multipliedBy(12)));
            return;
        }
        try {
            listener.heard(words[1]);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "What another server told could not be used: " + words[1]);
        }
    }

    private void missedSince(Instant moment) {
        try {
            listener.missedSince(moment);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "What other servers told meanwhile could not be caught up with", failed);
        }
    }

    /** Waits, unless the wire is closed meanwhile, and says how long to wait the next time. */
    private Duration rest(Duration pause) {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return pause;
            }
        } catch (InterruptedException ended) {
            closed.countDown();
            Thread.currentThread().interrupt();
        }
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void complain(String what, SQLException failed) {
        if (!isClosed()) {
            LOG.warning(() -> "%s: %s".formatted(what, failed.getMessage()));
        }
    }

    private static void end(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException failed) {
            LOG.log(Level.FINE, "A connection could not be ended", failed);
        }
    }
}
