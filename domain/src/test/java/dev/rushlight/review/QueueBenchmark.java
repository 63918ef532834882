package dev.rushlight.review;

import dev.rushlight.exchange.ExchangeBench;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.people.PeopleBench;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How much longer the queue takes with a hundred times as many items: {@code ./rushlight bench queue} runs it. Not one of
 * the tests, because it judges nothing and takes minutes.
 */
@ParameterizedClass
@EnumSource(Database.class)
class QueueBenchmark {

    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("rushlight.bench.items", 1_000_000);
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 200;
    private static final int PAGE = 50;
    private static final int COUNTED = 1_001;

    private final Database database;

    @TempDir
    private Path directory;

    QueueBenchmark(Database database) {
        this.database = database;
    }

    /** One of the two installations. */
    private record Room(EntityManagerFactory entities) {

        <T> T ask(Function<ReviewQueue, T> question) {
            return Database.inTransaction(
                    entities,
                    now -> question.apply(new ReviewQueue(
                            new JpaQueue(now, new JpaSearch(now)),
                            new JpaReviewItems(now),
                            PeopleBench.desk(now, new SteppingClock()),
                            new ExchangeBench(new SteppingClock()).outbox(now),
                            new SteppingClock())));
        }

        /** Places all over the middle of what a filter shows. */
        List<QueueCursor> middle(QueueFilter filter) {
            var newest = ask(queue -> queue.page(QueueFill.MARIA, filter, Optional.empty(), 1))
                    .get(0)
                    .cursor();
            var span = Duration.between(QueueFill.FIRST, newest.at());
            return IntStream.range(30, 70)
                    .mapToObj(part -> new QueueCursor(
                            newest.at().minus(span.multipliedBy(part).dividedBy(100)), newest.item()))
                    .toList();
        }
    }

    /** What is asked in one round. */
    @FunctionalInterface
    private interface Question {
        Object ask(ReviewQueue queue, int round);
    }

    @Test
    void ratios() throws SQLException {
        var few = room(FEW);
        var many = room(MANY);
        compare(database.name(), few, many);
        few.entities().close();
        many.entities().close();
    }

    private static void compare(String name, Room few, Room many) {
        System.out.printf(
                Locale.ROOT,
                "%n| %s, %,d items against %,d | time | ms | ms |%n| --- | --- | --- | --- |%n",
                name,
                MANY,
                FEW);
        QueueQuestions.TABS.forEach((what, filter) -> {
            compare(what + ", first page", few, many, room -> first(filter));
            compare(what + ", page in the middle", few, many, room -> middle(filter, room));
            compareCounts(what, filter, few, many);
        });
        QueueQuestions.NARROWED.forEach((what, filter) -> {
            compare(what, few, many, room -> first(filter));
            compareCounts(what, filter, few, many);
        });
        QueueQuestions.SEARCHES.forEach((what, filter) -> compare(what, few, many, room -> first(filter)));
        var common = QueueQuestions.SEARCHES.get("a common word");
        compare("a common word, page in the middle", few, many, room -> middle(common, room));
        compareCounts("a common word", common, few, many);
    }

    /** With how many there are to count, because fewer take less time. */
    private static void compareCounts(String what, QueueFilter filter, Room few, Room many) {
        compare(
                "%s, count up to 1,001 (%d and %d)".formatted(what, counted(filter, few), counted(filter, many)),
                few,
                many,
                room -> count(filter));
    }

    private static int counted(QueueFilter filter, Room room) {
        return room.ask(queue -> queue.count(QueueFill.MARIA, filter, COUNTED)).items();
    }

    private static Question first(QueueFilter filter) {
        return (queue, round) -> queue.page(QueueFill.MARIA, filter, Optional.empty(), PAGE);
    }

    private static Question count(QueueFilter filter) {
        return (queue, round) -> queue.count(QueueFill.MARIA, filter, COUNTED);
    }

    /** Each round at another place. */
    private static Question middle(QueueFilter filter, Room room) {
        var places = room.middle(filter);
        return (queue, round) ->
                queue.page(QueueFill.MARIA, filter, Optional.of(places.get(round % places.size())), PAGE);
    }

    /** By turns, so that whatever else the machine does falls on both. */
    private static void compare(String what, Room few, Room many, Function<Room, Question> question) {
        var smaller = question.apply(few);
        var larger = question.apply(many);
        var before = new long[ROUNDS];
        var after = new long[ROUNDS];
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            var one = time(few, smaller, round);
            var other = time(many, larger, round);
            if (round >= WARM_UP) {
                before[round - WARM_UP] = one;
                after[round - WARM_UP] = other;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | ×%.2f | %.2f | %.2f |%n",
                what,
                median(after) / median(before),
                median(before) / 1e6,
                median(after) / 1e6);
    }

    private static long time(Room room, Question question, int round) {
        var start = System.nanoTime();
        room.ask(queue -> question.ask(queue, round));
        return System.nanoTime() - start;
    }

    private static double median(long[] times) {
        return Arrays.stream(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
    }

    private Room room(int items) throws SQLException {
        var settings = database == Database.H2 ? file(items) : database.fresh();
        var entities = database.open(settings);
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            QueueFill.fill(connection, items);
        }
        return new Room(entities);
    }

    /** On disk, as it is used; without its memory of the last results, which would answer what is asked again. */
    private DatabaseSettings file(int items) {
        return new DatabaseSettings(
                "jdbc:h2:file:%s;OPTIMIZE_REUSE_RESULTS=FALSE".formatted(directory.resolve("items" + items)),
                "bench",
                "bench");
    }
}
