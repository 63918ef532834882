package dev.rushlight.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers on one real PostgreSQL. */
class NewsWireTest {

    private final InstallationDataSource database = new InstallationDataSource(Database.POSTGRESQL.fresh());
    private final List<NewsWire> wires = new ArrayList<>();
    private final Ear hereHeard = new Ear();
    private final Ear thereHeard = new Ear();

    private final NewsWire here = wire(hereHeard);
    private final NewsWire there = wire(thereHeard);

    @AfterEach
    void hangUp() {
        wires.forEach(NewsWire::close);
    }

    @Test
    void whatOneTellsTheOthersHear() throws Exception {
        introduce();

        here.tell("item 1");
        assertThat(thereHeard.next()).isEqualTo("item 1");
        there.tell("item 2");
        assertThat(hereHeard.next()).isEqualTo("item 2");
        assertThat(thereHeard.words).isEmpty();
    }

    @Test
    void wordsArriveInTheOrderInWhichTheyWereTold() throws Exception {
        introduce();

        var words =
                IntStream.range(0, 1_000).mapToObj(number -> "item " + number).toList();
        words.forEach(here::tell);

        for (var word : words) {
            assertThat(thereHeard.next()).isEqualTo(word);
        }
    }

    @Test
    void whoWasCutOffLearnsSinceWhenAndHearsAgain() throws Exception {
        introduce();
        var before = Instant.now();

        cutEverybody();

        assertThat(thereHeard.missed.poll(30, TimeUnit.SECONDS)).isAfter(before.minusSeconds(30));
        assertThat(hereHeard.missed.poll(30, TimeUnit.SECONDS)).isAfter(before.minusSeconds(30));
        introduce();
    }

    @Test
    void whatIsToldWhileCutOffIsToldLater() throws Exception {
        introduce();

        cutEverybody();
        assertThat(thereHeard.missed.poll(30, TimeUnit.SECONDS)).isNotNull();
        here.tell("item 3");

        assertThat(thereHeard.next()).isEqualTo("item 3");
    }

    @Test
    void tooMuchToTellIsToldAsSuch() throws Exception {
        introduce();

        synchronized (here) {
            IntStream.range(0, 20_000).forEach(number -> here.tell("item " + number));
        }

        assertThat(thereHeard.missed.poll(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(thereHeard.words).isEmpty();
    }

    private NewsWire wire(Ear ear) {
        var wire = new NewsWire(database, ear, Clock.systemUTC(), work -> {
            var thread = new Thread(work, "news");
            thread.setDaemon(true);
            return thread;
        });
        wires.add(wire);
        return wire;
    }

    /** Returns once both are connected: what is told before somebody listens is for nobody. */
    private void introduce() throws Exception {
        var listening = false;
        while (!listening) {
            here.tell("hello");
            there.tell("hello");
            listening = thereHeard.words.poll(100, TimeUnit.MILLISECONDS) != null
                    && hereHeard.words.poll(100, TimeUnit.MILLISECONDS) != null;
        }
        here.tell("enough");
        there.tell("enough");
        thereHeard.skipTo("enough");
        hereHeard.skipTo("enough");
    }

    private void cutEverybody() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }

    /** Remembers what was heard. */
    private static final class Ear implements NewsWire.Listener {

        final BlockingQueue<String> words = new LinkedBlockingQueue<>();
        final BlockingQueue<Instant> missed = new LinkedBlockingQueue<>();

        @Override
        public void heard(String word) {
            words.add(word);
        }

        @Override
        public void missedSince(Instant moment) {
            missed.add(moment);
        }

        String next() throws InterruptedException {
            return words.poll(30, TimeUnit.SECONDS);
        }

        void skipTo(String word) throws InterruptedException {
            while (!word.equals(next())) {
                // Only what was said before.
            }
        }
    }
}
