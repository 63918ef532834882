package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** In full: 100 rounds of 100 votes, by the command in the README. */
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private static final int VOTES = Integer.getInteger("votes", 20);
    private static final int REVIEWERS = 8;
    private static final int VOTES_EACH = 10;

    private final ReviewBench bench;

    ConcurrentVotesTest(Database database) {
        bench = new ReviewBench(database);
    }

    @Test
    void noVoteIsLostAndEverySequenceHasOneOutcome() throws Exception {
        var reviewers = IntStream.range(0, VOTES)
                .mapToObj(number -> bench.somebody("reviewer" + number, Role.REVIEWER))
                .toList();
        for (var round = 0; round < ROUNDS; round++) {
            var item = bench.submitted("round " + round);
            var together = new CyclicBarrier(VOTES);

            inParallel(IntStream.range(0, VOTES)
                    .mapToObj(number -> (Callable<Verdict>) () -> {
                        together.await();
                        var choice = number % 2 == 0 ? Choice.APPROVE : Choice.REQUEST_CHANGES;
                        return bench.cast(reviewers.get(number), item, 1, choice, "because");
                    })
                    .toList());

            requireOneHistory(bench.detail(item));
        }
    }

    @Test
    void whoVotesAgainAndAgainAtTheSameTimeIsHeardEachTime() throws Exception {
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
        assertThat(detail.versions().get(0).votes())
                .hasSize(REVIEWERS * VOTES_EACH)
                .filteredOn(VoteDetail::inForce)
                .hasSize(REVIEWERS);
        requireOneLine(detail);
    }

    @Test
    void theSameRequestFromEverywhereIsOneVote() throws Exception {
        var item = bench.submitted("sh030");
        var maria = bench.somebody("maria", Role.REVIEWER);
        var request = Request.of(UUID.randomUUID());
        var together = new CyclicBarrier(REVIEWERS);

        var verdicts = inParallel(IntStream.range(0, REVIEWERS)
                .mapToObj(number -> (Callable<Verdict>) () -> {
                    together.await();
                    return bench.reviews(
                            desk -> desk.vote(maria, item, 1, Choice.APPROVE, "", Optional.empty(), request));
                })
                .toList());

        assertThat(verdicts).containsOnly(verdicts.get(0));
        assertThat(bench.detail(item).versions().get(0).votes()).hasSize(1);
    }

    /** Every reviewer was heard once, and the last of them decided. */
    private static void requireOneHistory(ReviewItemDetail detail) {
        var votes = detail.versions().get(0).votes();
        assertThat(votes).hasSize(VOTES).allMatch(VoteDetail::inForce);
        assertThat(votes).extracting(VoteDetail::voter).doesNotHaveDuplicates();
        assertThat(detail.outcome())
                .isEqualTo(
                        votes.get(VOTES - 1).choice() == Choice.APPROVE ? Outcome.APPROVED : Outcome.CHANGES_REQUESTED);
        requireOneLine(detail);
    }

    /** Decisions are numbered without gaps, each begins where the one before ended, and the item stands at the last. */
    private static void requireOneLine(ReviewItemDetail detail) {
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
