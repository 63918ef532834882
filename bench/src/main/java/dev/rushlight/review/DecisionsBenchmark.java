package dev.rushlight.review;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rushlight.bench.Score;
import dev.rushlight.connection.ConnectionBench;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.ExchangeBench;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.HeardEvents;
import dev.rushlight.installation.Installation;
import dev.rushlight.installation.Migrations;
import dev.rushlight.ledger.Ledger;
import dev.rushlight.ledger.StandaloneLedger;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleBench;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Decisions per second through the desk on a PostgreSQL that syncs every commit, compared with bare JDBC that sends the very
 * same statements with the same values: those of one run of the desk are written down and played on a copy of the database
 * that the desk began with. What is between the two numbers is what the domain and its mapping cost.
 */
public final class DecisionsBenchmark {

    private static final int THREADS = 16;
    private static final int DECISIONS_OF_AN_ITEM = 2;
    private static final String PASSWORD = "postgres";

    private final EmbeddedPostgres server;
    private final int decisions;
    private final AtomicInteger copies = new AtomicInteger();
    private final Clock clock = Clock.systemUTC();
    private final ExchangeBench exchange = new ExchangeBench(clock);
    private final HeardEvents<ReviewItemChanged> changes = new HeardEvents<>();
    private List<ReviewItemId> items = List.of();
    private List<Identity> reviewers = List.of();

    private DecisionsBenchmark(EmbeddedPostgres server, int decisions) {
        this.server = server;
        this.decisions = decisions;
    }

    /** Arguments: how many rounds, and how many decisions in each. */
    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        var decisions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8_000;
        try (var server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .start()) {
            new DecisionsBenchmark(server, decisions).run(rounds);
        }
    }

    private void run(int rounds) throws Exception {
        create("origin", "template0");
        try (var origin = pool("origin")) {
            Migrations.migrate(origin);
            fill(origin);
        }
        var score = new Score();
        decide(copy(), score); // which is also the warm-up
        print(score);
        play(copy(), score);
        decide(copy(), null);
        var ratios = new ArrayList<Double>();
        System.out.printf("%n| round | through the desk | bare JDBC | ratio |%n| --- | --- | --- | --- |%n");
        for (var round = 1; round <= rounds; round++) {
            // In turns, so that whatever else the machine does meets both.
            var desk = new double[] {0};
            var bare = new double[] {0};
            if (round % 2 == 0) {
                bare[0] = play(copy(), score);
                desk[0] = decide(copy(), null);
            } else {
                desk[0] = decide(copy(), null);
                bare[0] = play(copy(), score);
            }
            ratios.add(desk[0] / bare[0]);
            System.out.printf(
                    Locale.ROOT, "| %d | %.0f/s | %.0f/s | ×%.2f |%n", round, desk[0], bare[0], desk[0] / bare[0]);
        }
        ratios.sort(Double::compare);
        System.out.printf(Locale.ROOT, "%nmedian of the ratios: ×%.2f%n", ratios.get(ratios.size() / 2));
    }

    private void fill(DataSource origin) {
        var factory = Database.open(origin);
        try {
            var connection =
                    Database.inTransaction(factory, entities -> ConnectionBench.somewhere(entities, exchange, clock));
            reviewers = Database.inTransaction(
                    factory,
                    entities -> IntStream.range(0, THREADS)
                            .mapToObj(number -> PeopleBench.somebody(entities, "reviewer", Role.REVIEWER, clock))
                            .toList());
            var filled = new ArrayList<ReviewItemId>();
            for (var from = 0; from < decisions / DECISIONS_OF_AN_ITEM; from += 100) {
                var first = from;
                filled.addAll(Database.inTransaction(
                        factory,
                        entities -> IntStream.range(first, first + 100)
                                .mapToObj(number -> desk(entities).submit(submission(connection, number)))
                                .map(receipt -> receipt.item().orElseThrow())
                                .toList()));
            }
            items = filled;
        } finally {
            factory.close();
        }
    }

    /** Decides everything through the desk; returns how many decisions a second. */
    private double decide(String database, @Nullable Score score) throws Exception {
        try (var pool = pool(database)) {
            var factory = Database.open(score == null ? pool : score.listeningTo(pool));
            try {
                return perSecond(number -> () -> {
                    for (var turn = 0; turn < DECISIONS_OF_AN_ITEM; turn++) {
                        var choice = turn % 2 == 0 ? Choice.REQUEST_CHANGES : Choice.ABSTAIN;
                        for (var place = number; place < items.size(); place += THREADS) {
                            var item = items.get(place);
                            Database.inTransaction(
                                    factory,
                                    entities -> desk(entities)
                                            .vote(reviewers.get(number), item, 1, choice, "Not yet")
                                            .decision()
                                            .orElseThrow());
                        }
                    }
                    return true;
                });
            } finally {
                factory.close();
            }
        }
    }

    /** Sends what was written down; returns how many decisions a second. */
    private double play(String database, Score score) throws Exception {
        var voices = score.voices().stream()
                .filter(voice -> voice.size() >= items.size() / THREADS)
                .toList();
        if (voices.size() != THREADS) {
            throw new IllegalStateException(voices.size() + " threads were heard");
        }
        try (var pool = pool(database)) {
            return perSecond(number -> () -> {
                for (var bar : voices.get(number)) {
                    try (Connection connection = pool.getConnection()) {
                        connection.setAutoCommit(false);
                        bar.play(connection);
                    }
                }
                return true;
            });
        }
    }

    private interface Share {
        Callable<Boolean> of(int number);
    }

    private double perSecond(Share share) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var since = System.nanoTime();
            for (var done : threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(share::of).toList())) {
                done.get();
            }
            return items.size() * (double) DECISIONS_OF_AN_ITEM / ((System.nanoTime() - since) / 1e9);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What one decision sends, the usual one. */
    private static void print(Score score) {
        var counts = new TreeMap<Integer, Integer>();
        score.voices()
                .forEach(voice -> voice.forEach(bar -> counts.merge(bar.notes().size(), 1, Integer::sum)));
        var usual = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        System.out.printf("%nOne decision is %d statements:%n", usual);
        score.voices().stream()
                .flatMap(List::stream)
                .filter(bar -> bar.notes().size() == usual)
                .findFirst()
                .orElseThrow()
                .notes()
                .forEach(note -> System.out.println("  " + note.sql()));
    }

    private ReviewDesk desk(EntityManager entities) {
        var ledger = StandaloneLedger.joining(entities, clock);
        var reviewItems = new JpaReviewItems(entities);
        var verdicts = verdicts(entities, reviewItems, ledger);
        var submissions = new Submissions(
                reviewItems,
                new JpaPolicies(entities),
                queue(entities),
                verdicts,
                exchange.inbox(entities),
                exchange.outbox(entities),
                people(entities, ledger),
                installation(),
                clock);
        return new ReviewDesk(reviewItems, submissions, verdicts, exchange.outbox(entities), clock);
    }

    private Verdicts verdicts(EntityManager entities, JpaReviewItems reviewItems, Ledger ledger) {
        return new Verdicts(
                reviewItems,
                new JpaPolicies(entities),
                people(entities, ledger),
                queue(entities),
                items -> Map.of(),
                exchange.outbox(entities),
                ledger,
                installation(),
                clock,
                changes);
    }

    private static QueueKeeping queue(EntityManager entities) {
        return new QueueKeeping(new JpaFollowing(entities), new JpaSearch(entities));
    }

    private PeopleDesk people(EntityManager entities, Ledger ledger) {
        return PeopleBench.desk(entities, clock, ledger);
    }

    private static Installation installation() {
        return new Installation(
                Path.of("unused"),
                "127.0.0.1",
                8080,
                URI.create("https://review.example"),
                new DatabaseSettings("jdbc:h2:mem:unused", "u", "p"),
                Duration.ofSeconds(10));
    }

    private Submission submission(ConnectionId connection, int number) {
        return new Submission(
                connection,
                UUID.randomUUID().toString(),
                clock.instant(),
                "artist",
                Optional.empty(),
                Kind.TASK,
                "bench",
                "line " + number,
                "Line " + number,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new TaskContent("wip", Optional.empty(), "", List.of(), List.of(), List.of()),
                "{}",
                List.of());
    }

    private String copy() throws SQLException {
        var name = "copy" + copies.incrementAndGet();
        create(name, "origin");
        return name;
    }

    private void create(String name, String template) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database %s template %s".formatted(name, template));
            statement.execute("checkpoint");
        }
    }

    private HikariDataSource pool(String database) {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database));
        config.setUsername("postgres");
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(THREADS);
        return new HikariDataSource(config);
    }
}
