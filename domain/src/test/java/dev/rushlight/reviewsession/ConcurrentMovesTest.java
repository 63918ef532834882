package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import dev.rushlight.people.Role;
import dev.rushlight.review.ReviewItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ConcurrentMovesTest {

    private static final int LEADS = 8;

    private final Database database;
    private ReviewSessionBench bench;

    ConcurrentMovesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheRoom() {
        bench = new ReviewSessionBench(database);
    }

    @Test
    void movesOfDifferentEntriesAllTakePlace() throws Exception {
        var id = bench.prepared(2 * LEADS);
        var order = bench.order(id);

        // Everybody takes an entry of the second half in front of one of the first half.
        inParallel(number -> {
            bench.at(desk ->
                    desk.move(bench.lead, id, order.get(LEADS + number), Destination.before(order.get(number))));
            return true;
        });

        var expected = new ArrayList<ReviewItemId>();
        for (var number = 0; number < LEADS; number++) {
            expected.add(order.get(LEADS + number));
            expected.add(order.get(number));
        }
        assertThat(bench.order(id)).isEqualTo(expected);
    }

    @Test
    void movesIntoOneGapLeaveNoTwoEntriesInOnePlace() throws Exception {
        var id = bench.prepared(LEADS + 2);
        var order = bench.order(id);
        var first = order.get(0);

        inParallel(number -> {
            for (var turn = 0; turn < 12; turn++) { // more than one gap has room for
                bench.at(desk -> desk.move(bench.lead, id, order.get(number + 1), Destination.after(first)));
            }
            return true;
        });

        var entries = bench.read(sessions -> sessions.entries(bench.lead, id, Optional.empty(), 100));
        assertThat(entries).extracting(EntrySummary::item).containsExactlyInAnyOrderElementsOf(order);
        assertThat(entries).extracting(entry -> entry.cursor().place()).doesNotHaveDuplicates();
        assertThat(entries.get(0).item()).isEqualTo(first);
        assertThat(entries.get(LEADS + 1).item()).isEqualTo(order.get(LEADS + 1));
    }

    @Test
    void nothingIsLostWhileEverybodyMovesAddsAndRemoves() throws Exception {
        var id = bench.prepared(20);
        var kept = bench.order(id);
        var added = IntStream.range(0, LEADS * 4)
                .mapToObj(number -> bench.submitted("added " + number))
                .toList();

        inParallel(number -> {
            var random = new Random(number);
            for (var turn = 0; turn < 4; turn++) {
                var mine = added.get(number * 4 + turn);
                bench.at(desk -> desk.add(bench.lead, id, List.of(mine), Keeping.KEEP_LATEST));
                var neighbour = kept.get(random.nextInt(kept.size()));
                bench.at(desk -> desk.move(bench.lead, id, mine, Destination.before(neighbour)));
                bench.at(desk ->
                        desk.move(bench.lead, id, kept.get(random.nextInt(kept.size())), Destination.after(mine)));
                if (turn % 2 == 1) {
                    bench.at(desk -> desk.remove(bench.lead, id, List.of(mine)));
                }
            }
            return true;
        });

        var expected = new ArrayList<>(kept);
        for (var number = 0; number < added.size(); number++) {
            if (number % 2 == 0) {
                expected.add(added.get(number));
            }
        }
        assertThat(bench.order(id)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(bench.entries(id))
                .extracting(entry -> entry.cursor().place())
                .doesNotHaveDuplicates();
    }

    @Test
    void theSameItemAddedFromEverywhereIsOneEntry() throws Exception {
        var id = bench.prepared(0);
        var items = List.of(bench.submitted("a"), bench.submitted("b"));

        var counts = inParallel(number -> bench.asked(desk -> desk.add(bench.lead, id, items, Keeping.KEEP_LATEST)));

        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
        assertThat(bench.order(id)).isEqualTo(items);
    }

    @Test
    void theLastSeatIsTakenOnce() throws Exception {
        var id = bench.prepared(0);
        var people = IntStream.range(0, ReviewSessionDesk.MOST_PARTICIPANTS - 2)
                .mapToObj(
                        number -> bench.room.somebody("p" + number, Role.VIEWER).id())
                .toList();
        bench.at(desk -> desk.welcome(bench.lead, id, people));

        var seated = inParallel(number -> {
            try {
                bench.invited(id, bench.form(GuestRight.VIEW));
                return true;
            } catch (ReviewSessionFull full) {
                return false;
            }
        });

        assertThat(seated).containsOnlyOnce(true);
    }

    @Test
    void whoWritesAtTheSameTimeIsTold() throws Exception {
        var id = bench.prepared(0);
        var plan = bench.read(sessions -> sessions.detail(bench.lead, id))
                .orElseThrow()
                .plan();

        var written = inParallel(number -> {
            try {
                bench.at(desk -> desk.change(bench.lead, id, plan, plan.withName("name " + number)));
                return true;
            } catch (ReviewSessionChangedMeanwhile told) {
                return false;
            }
        });

        assertThat(written).containsOnlyOnce(true);
    }

    private interface Work<T> {
        T by(int number) throws Exception;
    }

    private static <T> List<T> inParallel(Work<T> work) throws InterruptedException, ExecutionException {
        var together = new CyclicBarrier(LEADS);
        var threads = Executors.newFixedThreadPool(LEADS);
        try {
            var all = threads.invokeAll(IntStream.range(0, LEADS)
                    .mapToObj(number -> (Callable<T>) () -> {
                        together.await();
                        return work.by(number);
                    })
                    .toList());
            var results = new ArrayList<T>();
            for (var one : all) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
