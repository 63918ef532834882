package dev.rushlight.web.queue;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Kind;
import dev.rushlight.review.QueueCursor;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.ReviewQueue;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.CopyText;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueViewTest {

    private final List<ReviewItemSummary> rows = new ArrayList<>();
    private final List<QueueFilter> asked = new ArrayList<>();
    private final LiveViews live = new LiveViews();
    private final ByHand background = new ByHand();
    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void rowsAreShownNewestFirst() {
        rows.add(Samples.row("sh010", Outcome.PENDING));
        rows.add(Samples.row("sh020", Outcome.IN_REVIEW));
        open(Role.REVIEWER, "");
        assertThat(names()).containsExactly("sh010", "sh020");
    }

    @Test
    void aLongQueueIsReadByPages() {
        IntStream.range(0, 130).forEach(n -> rows.add(Samples.row("sh" + n, Outcome.PENDING)));
        open(Role.REVIEWER, "");
        assertThat(GridKt._get(grid(), 120).name()).isEqualTo("sh120");
    }

    @Test
    void theAddressCarriesTheFilters() {
        open(Role.REVIEWER, "?tab=decided&kind=task&project=harbour");
        assertThat(asked).contains(new QueueFilter(QueueTab.DECIDED, Optional.of("harbour"), Optional.of(Kind.TASK)));
        assertThat(_get(TextField.class, spec -> spec.withId("project")).getValue())
                .isEqualTo("harbour");
    }

    @Test
    void nonsenseInTheAddressIsIgnored() {
        open(Role.REVIEWER, "?tab=x&kind=%00&project=%20");
        assertThat(asked).containsOnly(QueueFilter.of(QueueTab.OPEN), QueueFilter.of(QueueTab.ALL));
    }

    @Test
    void typingAProjectNarrowsTheQueue() {
        open(Role.REVIEWER, "");
        _setValue(_get(TextField.class, spec -> spec.withId("project")), "harbour");
        assertThat(asked).contains(new QueueFilter(QueueTab.OPEN, Optional.of("harbour"), Optional.empty()));
        assertThat(_get(H2.class).getText()).isEqualTo("Nothing fits these filters");
    }

    @Test
    void aNewItemAppearsByItself() {
        rows.add(Samples.row("sh010", Outcome.PENDING));
        open(Role.REVIEWER, "");
        var arrived = Samples.row("sh020", Outcome.PENDING);
        rows.add(0, arrived);
        hear(arrived.id());
        assertThat(names()).containsExactly("sh020", "sh010");
    }

    @Test
    void aDecidedItemLeavesTheOpenQueueByItself() {
        var item = Samples.row("sh010", Outcome.PENDING);
        rows.add(item);
        open(Role.REVIEWER, "");
        rows.set(0, Samples.row(item.id(), "sh010", Outcome.APPROVED));
        hear(item.id());
        assertThat(grid().isVisible()).isFalse();
    }

    @Test
    void theFirstItemFillsAnEmptyQueue() {
        open(Role.REVIEWER, "");
        var arrived = Samples.row("sh020", Outcome.PENDING);
        rows.add(arrived);
        hear(arrived.id());
        assertThat(names()).containsExactly("sh020");
    }

    @Test
    void aPageThatWasLeftHearsNothing() {
        open(Role.REVIEWER, "");
        UI.getCurrent().removeAll();
        hear(ReviewItemId.random());
        assertThat(background.work()).isZero();
    }

    @Test
    void anAdminIsToldHowToBegin() {
        open(Role.ADMIN, "");
        assertThat(_find(CopyText.class)).extracting(CopyText::text).contains("./rushlight api-key create --user NAME");
    }

    @Test
    void aReviewerIsToldThatNothingWaits() {
        open(Role.REVIEWER, "");
        assertThat(_get(H2.class).getText()).isEqualTo("Nothing waits for you");
        assertThat(_find(CopyText.class)).isEmpty();
    }

    @Test
    void theTabsAreThree() {
        open(Role.REVIEWER, "");
        assertThat(_get(Tabs.class).getTabCount()).isEqualTo(3);
    }

    private void open(Role role, String query) {
        var somebody = Somebody.as(role);
        Frame.around(browser, somebody)
                .with(QueueView.class, () -> new QueueView(queue(), somebody, live, background))
                .open();
        browser.go(query);
    }

    private void hear(ReviewItemId id) {
        LiveNews.changed(live, id);
        background.work();
        browser.settle();
    }

    private QueueGrid grid() {
        return (QueueGrid) UI.getCurrent()
                .getChildren()
                .flatMap(child -> child.getChildren())
                .flatMap(child -> child.getChildren())
                .filter(QueueGrid.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return GridKt._findAll(grid()).stream().map(ReviewItemSummary::name).toList();
    }

    private ReviewQueue queue() {
        return new ReviewQueue() {
            @Override
            public List<ReviewItemSummary> page(
                    Identity viewer, QueueFilter filter, Optional<QueueCursor> after, int limit) {
                asked.add(filter);
                var fitting = fitting(filter);
                var from = after.map(place -> fitting.stream()
                                        .map(ReviewItemSummary::cursor)
                                        .toList()
                                        .indexOf(place)
                                + 1)
                        .orElse(0);
                return fitting.subList(from, Math.min(fitting.size(), from + limit));
            }

            @Override
            public Optional<ReviewItemSummary> find(Identity viewer, ReviewItemId id) {
                return rows.stream().filter(row -> row.id().equals(id)).findFirst();
            }

            @Override
            public int count(Identity viewer, QueueFilter filter, int cap) {
                asked.add(filter);
                return Math.min(cap, fitting(filter).size());
            }
        };
    }

    private List<ReviewItemSummary> fitting(QueueFilter filter) {
        return rows.stream()
                .filter(row ->
                        filter.tab() == QueueTab.ALL || row.outcome().isOpen() == (filter.tab() == QueueTab.OPEN))
                .filter(row -> filter.project()
                        .filter(name -> !name.equals(row.project()))
                        .isEmpty())
                .toList();
    }
}
