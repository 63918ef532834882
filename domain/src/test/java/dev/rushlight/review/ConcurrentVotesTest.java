package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ConcurrentVotesTest {

    private static final int REVIEWERS = 8;
    private static final int VOTES_EACH = 20;

    private final ReviewBench bench;

    ConcurrentVotesTest(Database database) {
        bench = new ReviewBench(database, Duration.ZERO);
    }

    @Test
    void noVoteIsLostAndEverySequenceHasOneOutcome() throws Exception {
        var item = bench.submitted("sh010");
        var reviewers = IntStream.range(0, REVIEWERS)
                .mapToObj(number -> bench.somebody("reviewer" + number, Role.REVIEWER))
                .toList();
        var together = new CyclicBarrier(REVIEWERS);

        inParallel(reviewers.stream()
                .map(reviewer -> (Callable<Boolean>) () -> {
                    together.await();
                    for (var turn = 0; turn < VOTES_EACH; turn++) {
                        bench.vote(reviewer, item, turn % 2 == 0 ? Choice.APPROVE : Choice.REQUEST_CHANGES);
                    }
                    return true;
                })
                .toList());

        var detail = bench.detail(item);
        var votes = detail.versions().get(0).votes();
        assertThat(votes).hasSize(REVIEWERS * VOTES_EACH);
        assertThat(votes).filteredOn(VoteDetail::inForce).hasSize(REVIEWERS);
        var decisions = detail.decisions();
        assertThat(decisions.stream().map(DecisionDetail::sequence))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, decisions.size())
                        .map(number -> decisions.size() + 1 - number)
                        .boxed()
                        .toList());
        for (var older = 1; older < decisions.size(); older++) {
            assertThat(decisions.get(older - 1).previousOutcome())
                    .isEqualTo(decisions.get(older).outcome());
            assertThat(decisions.get(older - 1).outcome())
                    .isNotEqualTo(decisions.get(older).outcome());
        }
        assertThat(detail.outcome()).isEqualTo(decisions.get(0).outcome());
    }

    @Test
    void theSameSubmissionFromEverywhereIsOneItem() throws Exception {
        var together = new CyclicBarrier(REVIEWERS);

        var receipts = inParallel(IntStream.range(0, REVIEWERS)
                .mapToObj(number -> (Callable<Receipt>) () -> {
                    together.await();
                    return bench.submit(bench.submission("sh020").event("same").build());
                })
                .toList());

        assertThat(receipts).filteredOn(receipt -> !receipt.duplicate()).hasSize(1);
        assertThat(receipts)
                .extracting(Receipt::item)
                .containsOnly(receipts.get(0).item());
    }

    @Test
    void whatIsOwedIsClaimedOnce() throws Exception {
        for (var number = 0; number < 30; number++) {
            bench.submitted("line " + number);
        }
        var together = new CyclicBarrier(4);

        var claims = inParallel(IntStream.range(0, 4)
                .mapToObj(number -> (Callable<List<OwedEvent>>) () -> {
                    together.await();
                    var mine = new ArrayList<OwedEvent>();
                    for (var turn = 0; turn < 10; turn++) {
                        mine.addAll(bench.outbox(desk -> desk.claim(bench.connection, OwedKind.ALL, 10)));
                    }
                    return mine;
                })
                .toList());

        var claimed = claims.stream().flatMap(List::stream).map(OwedEvent::id).toList();
        assertThat(claimed).doesNotHaveDuplicates();
        assertThat(claimed.size() + bench.claim().size()).isGreaterThanOrEqualTo(60);
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
