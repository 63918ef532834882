package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.ExchangeBench;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.installation.RowVisits;
import dev.rushlight.installation.SteppingClock;
import dev.rushlight.people.PeopleBench;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows that a page looks at, counted by the databases themselves: four times as many items must not make it more. */
@ParameterizedClass
@EnumSource(Database.class)
class QueuePlanTest {

    private static final int FEW = 5_000;
    private static final int MANY = 20_000;
    private static final int PAGE = 10;

    @Parameter
    private Database database;

    private static Room few;
    private static Room many;

    private record Room(EntityManagerFactory entities, RowVisits visits) {

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

        long visitsFor(Function<ReviewQueue, ?> question) {
            visits.forget();
            ask(question);
            return visits.visits();
        }

        long visitsForOutdated(long people, Optional<OutdatedItem> after) {
            visits.forget();
            Database.inTransaction(entities, now -> new JpaReviewItems(now).judgedBefore(people, after, PAGE));
            return visits.visits();
        }
    }

    @BeforeParameterizedClassInvocation
    static void fill(Database database) throws SQLException {
        few = room(database, FEW);
        many = room(database, MANY);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        few.entities().close();
        many.entities().close();
    }

    @Test
    void aPageLooksAtNoMoreRowsWhenThereAreFourTimesAsMany() {
        var questions = new LinkedHashMap<String, QueueFilter>();
        questions.putAll(QueueQuestions.TABS);
        questions.putAll(QueueQuestions.NARROWED);
        questions.putAll(QueueQuestions.SEARCHES);
        questions.keySet().removeAll(QueueQuestions.BOUNDED);
        var grown = new ArrayList<String>();
        questions.forEach((what, filter) ->
                compare(what, grown, queue -> queue.page(QueueFill.MARIA, filter, Optional.empty(), PAGE)));
        QueueQuestions.TABS.forEach((what, filter) ->
                compare("count of " + what, grown, queue -> queue.count(QueueFill.MARIA, filter, PAGE)));
        assertThat(grown).isEmpty();
    }

    @Test
    void aPageInTheMiddleLooksAtNoMoreRowsThanTheFirst() {
        var grown = new ArrayList<String>();
        for (var questions : List.of(QueueQuestions.TABS, QueueQuestions.SEARCHES)) {
            for (var question : questions.entrySet()) {
                if (QueueQuestions.BOUNDED.contains(question.getKey())) {
                    continue;
                }
                var rows = many.ask(queue -> queue.page(QueueFill.MARIA, question.getValue(), Optional.empty(), 400));
                var middle = rows.get(rows.size() / 2).cursor();
                var first = many.visitsFor(
                        queue -> queue.page(QueueFill.MARIA, question.getValue(), Optional.empty(), PAGE));
                var later = many.visitsFor(
                        queue -> queue.page(QueueFill.MARIA, question.getValue(), Optional.of(middle), PAGE));
                note(question.getKey(), first, later, many, grown);
            }
        }
        assertThat(grown).isEmpty();
    }

    @Test
    void countingLooksAtFewRowsForEachItemThatItCounts() {
        var cap = 600;
        for (var question : QueueQuestions.TABS.entrySet()) {
            var counted = many.ask(queue -> queue.count(QueueFill.MARIA, question.getValue(), cap));
            assertThat(many.visitsFor(queue -> queue.count(QueueFill.MARIA, question.getValue(), cap)))
                    .as("%s: %d items", question.getKey(), counted.items())
                    .isLessThan(200 + 7 * counted.items());
        }
    }

    @Test
    void whatIsOutdatedIsFoundWithoutLookingAtWhatIsNot() {
        var middle = Optional.of(new OutdatedItem(
                0, ReviewItemId.parse("00000000-0000-0000-0000-000000000000").orElseThrow()));
        assertThat(many.visitsForOutdated(0, Optional.empty())).isLessThan(PAGE);
        assertThat(many.visitsForOutdated(1, Optional.empty())).isLessThan(5 * PAGE);
        assertThat(many.visitsForOutdated(1, middle)).isLessThan(5 * PAGE);
    }

    @Test
    void whatIsHardlyEverTogetherIsLookedForWithinBounds() {
        for (var question : QueueQuestions.BOUNDED) {
            var filter = Objects.requireNonNull(QueueQuestions.SEARCHES.get(question));
            assertThat(many.visitsFor(queue -> queue.page(QueueFill.MARIA, filter, Optional.empty(), PAGE)))
                    .as(question)
                    .isLessThan(10 * SubmissionOrder.MOST_LOOKED_AT);
        }
    }

    private void compare(String what, List<String> grown, Function<ReviewQueue, ?> question) {
        note(what, few.visitsFor(question), many.visitsFor(question), many, grown);
    }

    private static void note(String what, long before, long after, Room room, List<String> grown) {
        if (after > 2 * before + 500) { // small differences are the planner's whim, a scan of anything is thousands
            grown.add("%s: %d rows instead of %d%n%s"
                    .formatted(what, after, before, room.visits().plans()));
        }
    }

    private static Room room(Database database, int items) throws SQLException {
        var visits = new RowVisits();
        var settings = database.fresh();
        var dataSource = new InstallationDataSource(settings);
        var entities = Database.open(visits.counting(dataSource));
        try (var connection = dataSource.getConnection()) {
            QueueFill.fill(connection, items);
        }
        return new Room(entities, visits);
    }
}
