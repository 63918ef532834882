package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.VoteDetail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ConcurrentGuestsTest {

    private static final int GUESTS = 8;

    private final Database database;
    private ReviewSessionBench bench;
    private ReviewSessionId id;

    ConcurrentGuestsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheRoom() {
        bench = new ReviewSessionBench(database);
        id = bench.opened(1);
    }

    @Test
    void everyEntryByALinkIsCounted() throws Exception {
        var invited = bench.invited(id, bench.form(GuestRight.VIEW));

        inParallel(IntStream.range(0, GUESTS)
                .mapToObj(number -> (Callable<Boolean>) () -> {
                    bench.entered(invited.code(), "", "192.0.2." + number);
                    return true;
                })
                .toList());

        assertThat(bench.guests(id).get(0).entered()).isEqualTo(GUESTS);
    }

    @Test
    void whileALeadRevokesAGuestEitherVotesOrLearnsThatTheLinkLeadsNowhere() throws Exception {
        var item = bench.order(id).get(0);
        var passes = IntStream.range(0, GUESTS)
                .mapToObj(number -> bench.entered(id, GuestRight.DECIDE))
                .toList();
        var work = new ArrayList<Callable<Boolean>>();
        passes.forEach(pass -> {
            work.add(() -> {
                bench.revoke(pass.link());
                return false;
            });
            work.add(() -> {
                try {
                    bench.guest(desk -> desk.vote(pass, item, 1, Choice.ABSTAIN, ""));
                    return true;
                } catch (LinkLeadsNowhere revoked) {
                    return false;
                }
            });
        });

        var voted = inParallel(work).stream().filter(Boolean::booleanValue).count();

        assertThat(bench.room.detail(item).versions().get(0).votes())
                .hasSize((int) voted)
                .extracting(VoteDetail::voter)
                .doesNotHaveDuplicates();
        assertThat(bench.revocations.heard()).hasSize(GUESTS);
    }

    @Test
    void linksAreTendedOnceHoweverManyTendThem() throws Exception {
        for (var number = 0; number < GUESTS; number++) {
            bench.invited(id, bench.form(GuestRight.VIEW));
        }
        bench.clock.advance(Duration.ofDays(7));

        inParallel(IntStream.range(0, 4)
                .mapToObj(number -> (Callable<Boolean>) () -> {
                    var done = 1;
                    while (done > 0) {
                        done = bench.links(desk -> desk.tend(3));
                    }
                    return true;
                })
                .toList());

        assertThat(bench.guests(id))
                .hasSize(GUESTS)
                .allSatisfy(link ->
                        assertThat(bench.revocations.heard()).containsOnlyOnce(new GuestLinkRevoked(link.id())));
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
        var together = new CyclicBarrier(work.size());
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            var all = threads.invokeAll(work.stream()
                    .map(each -> (Callable<T>) () -> {
                        together.await();
                        return each.call();
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
