package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ReviewQueueTest {

    private final Database database;
    private final String project = "p" + UUID.randomUUID();
    private ReviewBench bench;

    ReviewQueueTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheRoom() {
        bench = new ReviewBench(database);
    }

    @Test
    void whatChangedSinceAMomentIsFoundNewestFirst() {
        var first = bench.submitted("sh010");
        var second = bench.submitted("sh020");
        bench.clock.advance(Duration.ofDays(1_000));
        var since = bench.clock.instant();
        var third = bench.submitted("sh030");
        bench.clock.advance(Duration.ofSeconds(1));
        bench.vote(bench.somebody("maria", Role.REVIEWER), first, Choice.APPROVE);

        var touched = bench.read(items -> items.touchedSince(since, 100));

        assertThat(touched).containsSubsequence(first, third).doesNotContain(second);
        var newest = bench.read(items -> items.touchedSince(since, 1));
        assertThat(newest).containsExactly(first);
    }

    @Test
    void pagesHaveNeitherGapsNorRepeatsWhileRowsMoveToTheTop() {
        var items = new ArrayList<ReviewItemId>();
        for (var batch = 0; batch < 50; batch++) {
            var first = batch * 10;
            // Ten rows share an instant: the id decides between them.
            items.addAll(bench.submitAll(IntStream.range(first, first + 10)
                    .mapToObj(number ->
                            bench.submission("line " + number).project(project).build())
                    .toList()));
            bench.clock.advance(Duration.ofMillis(1));
        }
        var maria = bench.somebody("maria", Role.REVIEWER);
        var moved = new HashSet<ReviewItemId>();
        var seen = new ArrayList<ReviewItemId>();
        var cursor = Optional.<QueueCursor>empty();
        for (var page = 0; ; page++) {
            var after = cursor;
            var rows = bench.page(filter(QueueTab.ALL), after, 40);
            if (rows.isEmpty()) {
                break;
            }
            rows.forEach(row -> seen.add(row.id()));
            cursor = Optional.of(rows.get(rows.size() - 1).cursor());
            bench.clock.advance(Duration.ofSeconds(1));
            for (var index : List.of(page * 37 % 500, 499 - page * 11 % 500)) {
                bench.vote(maria, items.get(index), Choice.ABSTAIN);
                moved.add(items.get(index));
            }
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(items).filteredOn(item -> !moved.contains(item)).allMatch(seen::contains);
        assertThat(bench.page(filter(QueueTab.ALL), Optional.empty(), 500))
                .hasSize(500)
                .isSortedAccordingTo((one, other) -> other.updatedAt().compareTo(one.updatedAt()));
    }

    @Test
    void tabsDivideWhatIsOpenFromWhatIsDecided() {
        var open = submitted("open");
        var touched = submitted("touched");
        var decided = submitted("decided");
        var maria = bench.somebody("maria", Role.REVIEWER);
        bench.vote(maria, touched, Choice.ABSTAIN);
        bench.vote(maria, decided, Choice.REQUEST_CHANGES);

        assertThat(ids(filter(QueueTab.OPEN))).containsExactlyInAnyOrder(open, touched);
        assertThat(ids(filter(QueueTab.DECIDED))).containsExactly(decided);
        assertThat(ids(filter(QueueTab.ALL))).containsExactlyInAnyOrder(open, touched, decided);
    }

    @Test
    void aNewVersionOpensTheItemAgain() {
        var item = submitted("sh010");
        bench.vote(bench.somebody("maria", Role.REVIEWER), item, Choice.REQUEST_CHANGES);

        submitted("sh010");

        assertThat(ids(filter(QueueTab.OPEN))).containsExactly(item);
    }

    @Test
    void kindsCanBeLookedAtAlone() {
        submitted("changes");
        var task = new TaskContent("wip", Optional.empty(), "", List.of(), List.of(), List.of());
        var item = bench.submit(
                        bench.submission("task").project(project).content(task).build())
                .item()
                .orElseThrow();

        assertThat(ids(new QueueFilter(QueueTab.ALL, Optional.of(project), Optional.of(Kind.TASK))))
                .containsExactly(item);
    }

    @Test
    void newestActivityComesFirst() {
        var older = submitted("older");
        bench.clock.advance(Duration.ofSeconds(1));
        var newer = submitted("newer");
        assertThat(ids(filter(QueueTab.ALL))).containsExactly(newer, older);

        bench.clock.advance(Duration.ofSeconds(1));
        bench.vote(bench.somebody("maria", Role.REVIEWER), older, Choice.APPROVE);
        assertThat(ids(filter(QueueTab.ALL))).containsExactly(older, newer);
    }

    @Test
    void countingStopsAtTheCap() {
        for (var number = 0; number < 5; number++) {
            submitted("line " + number);
        }

        assertThat(bench.count(filter(QueueTab.ALL), 1001)).isEqualTo(5);
        assertThat(bench.count(filter(QueueTab.ALL), 3)).isEqualTo(3);
    }

    @Test
    void aProjectNameIsNeverPartOfTheQuestion() {
        submitted("sh010");

        for (var text : List.of("' or '1'='1", "x'; drop table review.review_item; --", "%", "\\", project + "' --")) {
            assertThat(ids(new QueueFilter(QueueTab.ALL, Optional.of(text), Optional.empty())))
                    .isEmpty();
        }
        assertThat(ids(filter(QueueTab.ALL))).hasSize(1);
    }

    private ReviewItemId submitted(String lineKey) {
        return bench.submit(bench.submission(lineKey).project(project).build())
                .item()
                .orElseThrow();
    }

    private QueueFilter filter(QueueTab tab) {
        return new QueueFilter(tab, Optional.of(project), Optional.empty());
    }

    private List<ReviewItemId> ids(QueueFilter filter) {
        return bench.page(filter, Optional.empty(), 500).stream()
                .map(ReviewItemSummary::id)
                .toList();
    }
}
