package dev.rushlight.web.queue;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Kind;
import dev.rushlight.review.QueueCount;
import dev.rushlight.review.QueueCursor;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.ReviewQueue;
import dev.rushlight.review.SavedFilterDesk;
import dev.rushlight.review.SavedFilterSummary;
import dev.rushlight.review.TooManyFilters;
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
    private final List<SavedFilterSummary> saved = new ArrayList<>();
    private final LiveViews live = new LiveViews();
    private final ByHand background = new ByHand();
    private final Browser browser = new Browser();
    private boolean needsMe = true;
    private boolean isExact = true;
    private int pagesRead;

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
        open(Role.REVIEWER, "?tab=waiting&kind=task&outcome=in_review&project=harbour&by=tom&q=sh010%20comp");
        assertThat(asked)
                .contains(QueueFilter.of(QueueTab.WAITING)
                        .of(Kind.TASK)
                        .standing(Outcome.IN_REVIEW)
                        .in("harbour")
                        .by("tom")
                        .with("sh010 comp"));
        assertThat(text("project").getValue()).isEqualTo("harbour");
        assertThat(text("submitter").getValue()).isEqualTo("tom");
        assertThat(text("search").getValue()).isEqualTo("sh010 comp");
        assertThat(_get(Tabs.class).getSelectedTab().getId()).contains("tab-waiting");
    }

    @Test
    void nonsenseInTheAddressIsIgnored() {
        open(Role.REVIEWER, "?tab=x&kind=%00&project=%20&outcome=great&q=%20&by=");
        assertThat(asked).allMatch(filter -> !filter.narrows());
        assertThat(_get(Tabs.class).getSelectedTab().getId()).contains("tab-needs-me");
    }

    @Test
    void linksToTheTabsOfOldStillLeadThere() {
        open(Role.REVIEWER, "?tab=decided");
        assertThat(asked)
                .contains(QueueFilter.of(QueueTab.ALL)
                        .standing(
                                Outcome.APPROVED,
                                Outcome.APPROVED_WITH_NOTES,
                                Outcome.CHANGES_REQUESTED,
                                Outcome.REJECTED));
    }

    @Test
    void typingAProjectNarrowsTheQueue() {
        open(Role.REVIEWER, "");
        _setValue(text("project"), "harbour");
        assertThat(asked).contains(QueueFilter.of(QueueTab.NEEDS_ME).in("harbour"));
        assertThat(_get(H2.class).getText()).isEqualTo("Nothing fits these filters");
    }

    @Test
    void fieldsThatAPhoneFoldsSayHowManyOfThemNarrow() {
        open(Role.REVIEWER, "?kind=task&project=harbour&q=sh010");
        var more = _get(Button.class, spec -> spec.withId("more-filters"));
        assertThat(more.getText()).isEqualTo("Filters · 2");
        assertThat(more.getElement().getAttribute("aria-expanded")).isEqualTo("false");

        _setValue(text("project"), "");
        assertThat(more.getText()).isEqualTo("Filters · 1");

        _click(more);
        assertThat(more.getElement().getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(more.getParent().orElseThrow().getElement().getClassList()).contains("unfolded");
    }

    @Test
    void whatIsSearchedForStaysFromTabToTab() {
        open(Role.REVIEWER, "");
        _setValue(text("search"), "sh010");
        choose(3);
        assertThat(asked).contains(QueueFilter.of(QueueTab.ALL).with("sh010"));
        assertThat(text("search").getValue()).isEqualTo("sh010");
    }

    @Test
    void whoRestsBetweenTwoWordsKeepsTheSpaceBetweenThem() {
        open(Role.REVIEWER, "");
        _setValue(text("search"), "sh010 ");
        assertThat(asked).contains(QueueFilter.of(QueueTab.NEEDS_ME).with("sh010"));
        assertThat(text("search").getValue()).isEqualTo("sh010 ");
    }

    @Test
    void mineIsByNobodyElse() {
        open(Role.REVIEWER, "?by=tom");
        choose(2);
        assertThat(asked).contains(QueueFilter.of(QueueTab.MINE));
        assertThat(_find(TextField.class, spec -> spec.withId("submitter"))).isEmpty();
    }

    @Test
    void everyTabSaysHowMuchIsInIt() {
        rows.add(Samples.row("sh010", Outcome.PENDING));
        rows.add(Samples.row("sh020", Outcome.APPROVED));
        open(Role.REVIEWER, "");
        assertThat(counts()).containsExactly("1", "0", "0", "2");

        IntStream.range(0, 200).forEach(n -> rows.add(Samples.row("sh" + n, Outcome.PENDING)));
        hear(rows.get(0).id());
        assertThat(counts()).containsExactly("99+", "0", "0", "99+");
    }

    @Test
    void aSearchThatEndedEarlySaysSo() {
        isExact = false;
        open(Role.REVIEWER, "?tab=all&q=north%20south");
        assertThat(_get(H2.class).getText()).isEqualTo("Nothing found so far");

        rows.add(Samples.row("sh010", Outcome.PENDING));
        open(Role.REVIEWER, "?tab=all&q=north%20south");
        assertThat(_get(Span.class, spec -> spec.withClasses("total")).getText())
                .isEqualTo("1+");
    }

    @Test
    void savedFiltersAreChosenKeptAndDeleted() {
        open(Role.REVIEWER, "?tab=all&q=comp");
        save("Comps");
        assertThat(saved).containsExactly(new SavedFilterSummary("Comps", "q=comp&tab=all"));

        browser.go("");
        menu("Comps");
        assertThat(text("search").getValue()).isEqualTo("comp");
        assertThat(_get(Tabs.class).getSelectedTab().getId()).contains("tab-all");

        menu("Delete", "Comps");
        assertThat(saved).isEmpty();
        _click(_get(Button.class, spec -> spec.withId("undo-delete")));
        assertThat(saved).containsExactly(new SavedFilterSummary("Comps", "q=comp&tab=all"));
    }

    @Test
    void whyAFilterIsNotSavedIsSaidAtTheField() {
        open(Role.REVIEWER, "");
        save("too many");
        var name = _get(TextField.class, spec -> spec.withId("filter-name"));
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).isEqualTo(new TooManyFilters(40).getMessage());
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
        assertThat(_get(H2.class).getText()).isEqualTo("Nothing waits for you");
    }

    @Test
    void anEmptyQueueSaysWhatWaitsForOthers() {
        needsMe = false;
        rows.add(Samples.row("sh010", Outcome.PENDING));
        rows.add(Samples.row("sh020", Outcome.PENDING));
        open(Role.REVIEWER, "");
        assertThat(_get(H2.class).getText()).isEqualTo("Nothing waits for you");
        assertThat(_get(Paragraph.class).getText()).isEqualTo("2 wait for others.");
        assertThat(_find(Anchor.class, spec -> spec.withText("All that is open")))
                .extracting(Anchor::getHref)
                .containsExactly("?tab=all&outcome=open");
    }

    @Test
    void aChangeOfWhatIsShownInFullStaysInItsPlace() {
        var item = Samples.row("sh010", Outcome.PENDING);
        rows.add(item);
        open(Role.REVIEWER, "?tab=all");
        browser.settle();
        pagesRead = 0;
        hear(item.id());
        assertThat(pagesRead).isZero();
        assertThat(names()).containsExactly("sh010");
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
    void theTabsAreFour() {
        open(Role.REVIEWER, "");
        assertThat(_get(Tabs.class).getTabCount()).isEqualTo(4);
    }

    private void open(Role role, String query) {
        var somebody = Somebody.as(role);
        Frame.around(browser, somebody)
                .with(QueueView.class, () -> new QueueView(queue(), savedFilters(), somebody, live, background))
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
                pagesRead++;
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
            public QueueCount count(Identity viewer, QueueFilter filter, int cap) {
                asked.add(filter);
                var fitting = fitting(filter).size();
                return new QueueCount(Math.min(cap, fitting), isExact && fitting < cap);
            }
        };
    }

    private List<ReviewItemSummary> fitting(QueueFilter filter) {
        return rows.stream()
                .filter(row -> switch (filter.tab()) {
                    case NEEDS_ME -> needsMe && row.outcome().isOpen();
                    case OPEN -> row.outcome().isOpen();
                    case WAITING -> false;
                    case MINE -> row.submitter().equals("maria");
                    case ALL -> true;
                })
                .filter(row -> filter.project()
                        .filter(name -> !name.equals(row.project()))
                        .isEmpty())
                .toList();
    }

    private SavedFilterDesk savedFilters() {
        return new SavedFilterDesk() {
            @Override
            public List<SavedFilterSummary> of(Identity owner) {
                return List.copyOf(saved);
            }

            @Override
            public void save(Identity owner, String name, String query) {
                if (name.equals("too many")) {
                    throw new TooManyFilters(40);
                }
                saved.add(new SavedFilterSummary(name, query));
            }

            @Override
            public void delete(Identity owner, String name) {
                saved.removeIf(filter -> filter.name().equals(name));
            }
        };
    }

    private static TextField text(String id) {
        return _get(TextField.class, spec -> spec.withId(id));
    }

    private static void choose(int tab) {
        _get(Tabs.class).setSelectedIndex(tab);
    }

    private static List<String> counts() {
        return _find(Span.class, spec -> spec.withClasses("tab-count")).stream()
                .map(Span::getText)
                .toList();
    }

    private static void save(String name) {
        menu("Save this view …");
        _setValue(text("filter-name"), name);
        _click(_get(Button.class, spec -> spec.withId("keep-filter")));
    }

    private static void menu(String... path) {
        var item = _get(MenuBar.class, spec -> spec.withId("saved")).getItems().get(0);
        for (var step : path) {
            item = item.getSubMenu().getItems().stream()
                    .filter(one -> one.getText().equals(step))
                    .findFirst()
                    .orElseThrow();
        }
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }
}
