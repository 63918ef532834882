package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class SearchTest {

    private final Database database;
    private final String project = "p" + letters();
    private ReviewBench bench;

    SearchTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheRoom() {
        bench = new ReviewBench(database);
    }

    @Test
    void anItemIsFoundByEveryPartOfItsName() {
        var item = submitted("sh020_comp_v012");

        for (var text :
                List.of("sh020", "comp", "v012", "020", "SH020", "Sh020_Comp", "comp 012", "v0", "sh02", "com")) {
            assertThat(found(text)).as(text).containsExactly(item);
        }
        for (var text : List.of("sh021", "h020", "omp", "comp sh021", "20", "_", "' or '1'='1", "%", "s")) {
            assertThat(found(text)).as(text).isEmpty();
        }
    }

    @Test
    void anItemIsFoundByProjectSubmitterAndWhatItsDescriptionBeginsWith() {
        var item = bench.submit(bench.submission("sh010")
                        .project(project)
                        .by("Zoë.Lang")
                        .saying("Crème brûlée plate, graded")
                        .build())
                .item()
                .orElseThrow();

        for (var text : List.of("zoe", "LANG", "creme brulee", "grade", project)) {
            assertThat(found(text)).as(text).containsExactly(item);
        }
    }

    @Test
    void onlyTheLastWordMayBeUnfinished() {
        var item = submitted("lantern harbour");

        assertThat(found("lantern harb")).containsExactly(item);
        assertThat(found("lant harbour")).isEmpty();
        assertThat(found("harbour lant")).containsExactly(item);
    }

    @Test
    void everyWordHasToBeThere() {
        var both = submitted("fox lantern");
        submitted("fox harbour");

        assertThat(found("fox lantern")).containsExactly(both);
        assertThat(found("fox")).hasSize(2);
        assertThat(found("fox lantern harbour")).isEmpty();
    }

    @Test
    void theNewestSubmissionComesFirstFromPageToPage() {
        var items = new ArrayList<ReviewItemId>();
        for (var number = 0; number < 30; number++) {
            items.add(0, submitted("owl" + number + " tree"));
            bench.clock.advance(Duration.ofSeconds(1));
        }
        bench.vote(bench.somebody("maria", Role.REVIEWER), items.get(20), Choice.ABSTAIN);

        for (var text : List.of("tree", "ow", "comp tr")) {
            var seen = new ArrayList<ReviewItemId>();
            var place = Optional.<QueueCursor>empty();
            for (var page = bench.page(filter(text), place, 7);
                    !page.isEmpty();
                    page = bench.page(filter(text), place, 7)) {
                page.forEach(row -> seen.add(row.id()));
                place = Optional.of(page.get(page.size() - 1).cursor());
            }
            assertThat(seen).as(text).containsExactlyElementsOf(items);
        }
        assertThat(bench.count(filter("tree"), 1001)).isEqualTo(new QueueCount(30, true));
        assertThat(bench.count(filter("tree"), 10)).isEqualTo(new QueueCount(10, false));
    }

    @Test
    void aNewVersionIsFoundByWhatItSaysItself() {
        var item = bench.submit(bench.submission("sh010")
                        .project(project)
                        .by("anna")
                        .saying("rough")
                        .build())
                .item()
                .orElseThrow();
        bench.clock.advance(Duration.ofSeconds(1));
        bench.submit(bench.submission("sh010")
                .project(project)
                .by("boris")
                .saying("polished")
                .build());

        assertThat(found("polished boris")).containsExactly(item);
        assertThat(found("rough")).isEmpty();
        assertThat(found("anna")).isEmpty();
        assertThat(ids(filter("sh010").by("boris"))).containsExactly(item);
        assertThat(ids(filter("sh010").by("anna"))).isEmpty();
    }

    @Test
    void whatIsFoundCanBeNarrowed() {
        var maria = bench.somebody("maria", Role.REVIEWER);
        var open = submitted("kite one");
        var decided = submitted("kite two");
        bench.vote(maria, decided, Choice.APPROVE);

        assertThat(ids(filter("kite").standing(Outcome.APPROVED))).containsExactly(decided);
        assertThat(ids(filter("kite").standing(Outcome.APPROVED, Outcome.PENDING)))
                .containsExactlyInAnyOrder(open, decided);
        assertThat(ids(filter("kite").on(QueueTab.OPEN))).containsExactly(open);
        assertThat(ids(maria, filter("kite").on(QueueTab.NEEDS_ME))).containsExactly(open);
        assertThat(ids(maria, filter("two").on(QueueTab.NEEDS_ME))).isEmpty();
        assertThat(ids(filter("kite").of(Kind.CHANGESET))).hasSize(2);
        assertThat(ids(filter("kite").of(Kind.TASK))).isEmpty();
    }

    @Test
    void anUndoneDecisionIsFoundAmongWhatIsOpenAgain() {
        var maria = bench.somebody("maria", Role.REVIEWER);
        var item = submitted("kite");
        bench.undo(maria, bench.vote(maria, item, Choice.APPROVE).orElseThrow());

        assertThat(ids(filter("kite").standing(Outcome.PENDING))).containsExactly(item);
        assertThat(ids(filter("kite").standing(Outcome.APPROVED))).isEmpty();
    }

    @Test
    void aBeginningThatTooManyWordsHaveFindsSomeAndSaysThatThereMayBeMore() {
        var begin = "x" + letters();
        for (var number = 0; number < 30; number++) {
            submitted(begin + (char) ('a' + number % 26) + (char) ('a' + number / 26));
        }

        var count = bench.count(filter(begin), 1001);
        assertThat(count.items()).isBetween(20, 29);
        assertThat(count.isExact()).isFalse();
        assertThat(bench.count(filter(begin + "b"), 1001)).isEqualTo(new QueueCount(2, true));
    }

    @Test
    void olderItemsAreCaughtUpOnInBatches() {
        var maria = bench.somebody("maria", Role.REVIEWER);
        var items = new ArrayList<ReviewItemId>();
        for (var number = 0; number < 5; number++) {
            items.add(submitted("ibex" + number));
        }
        bench.vote(maria, items.get(0), Choice.ABSTAIN);
        makeOld(items);
        var renewed = items.get(4);
        bench.submit(bench.submission("ibex4").project(project).build());
        assertThat(found("ibex4")).containsExactly(renewed);
        assertThat(found("ibex0")).isEmpty();

        var done = new ArrayList<Integer>();
        for (var batch = bench.backfill(2); batch > 0; batch = bench.backfill(2)) {
            done.add(batch);
        }

        assertThat(done).containsExactly(2, 2, 1);
        for (var number = 0; number < 5; number++) {
            assertThat(found("ibex" + number)).containsExactly(items.get(number));
        }
        assertThat(ids(maria, QueueFilter.of(QueueTab.WAITING).in(project))).containsExactly(items.get(0));
    }

    /** As they were before there was a search. */
    private void makeOld(List<ReviewItemId> items) {
        database.doInTransaction(entities -> items.forEach(id -> {
            var item = new JpaReviewItems(entities).find(id).orElseThrow();
            new JpaSearch(entities).forget(item);
            new JpaFollowing(entities).replace(id, item.submittedAt(), Set.of());
            Sql.of("insert into review.search_pending (item_id) values (?)", id.value())
                    .execute(entities);
        }));
    }

    /** A word that nobody else has, of letters only. */
    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .map(digit -> digit < 'a' ? digit - '0' + 'g' : digit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private ReviewItemId submitted(String lineKey) {
        return bench.submit(bench.submission(lineKey).project(project).build())
                .item()
                .orElseThrow();
    }

    private QueueFilter filter(String text) {
        return QueueFilter.of(QueueTab.ALL).in(project).with(text);
    }

    private List<ReviewItemId> found(String text) {
        return ids(filter(text));
    }

    private List<ReviewItemId> ids(QueueFilter filter) {
        return ids(bench.nobody(), filter);
    }

    private List<ReviewItemId> ids(Identity viewer, QueueFilter filter) {
        return bench.page(viewer, filter, Optional.empty(), 500).stream()
                .map(ReviewItemSummary::id)
                .toList();
    }
}
