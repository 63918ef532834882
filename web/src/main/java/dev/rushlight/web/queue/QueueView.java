package dev.rushlight.web.queue;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rushlight.review.QueueCount;
import dev.rushlight.review.QueueCursor;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.ReviewQueue;
import dev.rushlight.review.SavedFilterDesk;
import dev.rushlight.review.SavedFilterSummary;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.keyboard.KeyRow;
import dev.rushlight.web.keyboard.ReviewKeys;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.QueueAddress;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What waits for the viewer, for others, what they submitted, and everything; its address says all of what it shows. */
@Route(value = Pages.QUEUE, layout = MainLayout.class)
@PageTitle("Queue · Rushlight")
@CssImport("./rush/queue.css")
@PermitAll
@Uses(Ago.class)
public class QueueView extends Main implements BeforeEnterObserver {

    private static final int PAGE = 50;
    private static final int COUNTED = 1_001;
    private static final int REMEMBERED = 400;
    private static final Duration TO_TAKE_BACK = Duration.ofSeconds(10);

    private final ReviewQueue queue;
    private final SavedFilterDesk filters;
    private final CurrentPerson current;
    private final LiveViews live;
    private final BackgroundWork background;

    private final QueueTabs tabs = new QueueTabs(this::show);
    private final QueueFields fields = new QueueFields(this::narrow);
    private final SavedFilters saved = new SavedFilters(this::choose, this::askForName, this::delete);
    private final Span total = new Span();
    private final Div empty = new Div();
    private final QueueGrid grid = new QueueGrid();

    /** The rows that were read last, by item: what is on the screen is among them. */
    private final Map<ReviewItemId, ReviewItemSummary> read = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ReviewItemId, ReviewItemSummary> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final KeysetPages<ReviewItemSummary, QueueCursor> pages =
            new KeysetPages<>(this::readAfter, ReviewItemSummary::cursor, PAGE);
    private QueueFilter filter = QueueFilter.of(QueueTab.NEEDS_ME);

    @Inject
    public QueueView(
            ReviewQueue queue,
            SavedFilterDesk filters,
            CurrentPerson current,
            LiveViews live,
            BackgroundWork background) {
        this.queue = queue;
        this.filters = filters;
        this.current = current;
        this.live = live;
        this.background = background;
        addClassNames("page", "queue-page");
        grid.setPageSize(PAGE);
        grid.setItems(query -> pages.rows(query.getOffset(), query.getLimit()).stream())
                .setIdentifierProvider(ReviewItemSummary::id);
        add(header(), grid, empty, new RowKeys(grid), keys());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        showSaved();
        var asked = QueueAddress.read(event.getLocation().getQueryParameters());
        fields.show(asked);
        apply(asked);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes = new Coalesced<ReviewItemId>(attach.getUI(), background, this::follow);
        var stop = live.onReviewItem(changes);
        addDetachListener(detach -> {
            stop.run();
            detach.unregisterListener();
        });
    }

    private Component header() {
        total.addClassName("total");
        total.getElement().setAttribute("aria-live", "polite");
        var title = new Div(new H1("Queue"), total);
        title.addClassName("page-title");
        var top = new Div(title, tabs, saved);
        top.addClassName("queue-top");
        var header = new Div(top, fields);
        header.addClassNames("page-header", "queue-header");
        return header;
    }

    private static ReviewKeys keys() {
        var keys = new ReviewKeys();
        keys.list(
                "Queue",
                new KeyRow("Search", "/"),
                new KeyRow("Choose an item", "ArrowDown", "ArrowUp"),
                new KeyRow("Open it", "Enter"));
        return keys;
    }

    private void show(QueueTab tab) {
        if (tab != filter.tab()) {
            var other = fields.narrow(tab);
            fields.show(other);
            become(other);
        }
    }

    /** The fields stay as they are: somebody types there, and may have got no further than to the space behind a word. */
    private void narrow() {
        become(fields.narrow(filter.tab()));
    }

    private void become(QueueFilter other) {
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(Pages.QUEUE, QueueAddress.write(other)));
        apply(other);
    }

    private void apply(QueueFilter other) {
        filter = other;
        grid.linkFrom(other);
        tabs.choose(other.tab());
        reload();
    }

    private List<ReviewItemSummary> readAfter(Optional<QueueCursor> place, int limit) {
        var rows = queue.page(current.require(), filter, place, limit);
        rows.forEach(row -> read.put(row.id(), row));
        return rows;
    }

    private void reload() {
        pages.forget();
        read.clear();
        var count = queue.count(current.require(), filter, COUNTED);
        total.setText(EmptyQueue.words(count, COUNTED));
        var isEmpty = count.items() == 0;
        grid.setVisible(!isEmpty);
        empty.setVisible(isEmpty);
        empty.removeAll();
        if (isEmpty) {
            empty.add(nothing(count));
        }
        grid.getDataProvider().refreshAll();
        countTabs();
    }

    private void countTabs() {
        tabs.show(queue.counts(current.require(), QueueTabs.SHOWN, QueueTabs.COUNTED));
    }

    private Component nothing(QueueCount found) {
        var viewer = current.require();
        if (filter.narrows()) {
            return EmptyQueue.narrowed(filter.tab(), found);
        }
        if (queue.count(viewer, QueueFilter.of(QueueTab.ALL), 1).items() == 0) {
            return EmptyQueue.first(viewer);
        }
        return EmptyQueue.tab(filter.tab(), queue.count(viewer, QueueFilter.of(QueueTab.OPEN), QueueTabs.COUNTED));
    }

    /** Where nothing hangs on votes alone, a row whose outcome stands changes in place; anything else may come or go. */
    private void follow(Set<ReviewItemId> changed) {
        var viewer = current.require();
        for (var id : changed) {
            var before = Optional.ofNullable(read.get(id));
            var after = queue.find(viewer, id);
            var inPlace = filter.tab() != QueueTab.NEEDS_ME
                    && filter.tab() != QueueTab.WAITING
                    && before.isPresent()
                    && after.isPresent()
                    && before.get().outcome() == after.get().outcome()
                    && before.get().version() == after.get().version();
            if (!inPlace) {
                reload();
                return;
            }
            read.put(id, after.get());
            grid.getDataProvider().refreshItem(after.get());
        }
        countTabs();
    }

    private void showSaved() {
        saved.show(filters.of(current.require()));
    }

    private void choose(SavedFilterSummary one) {
        UI.getCurrent().navigate(Pages.QUEUE, QueryParameters.fromString(one.query()));
    }

    private void askForName() {
        new SaveFilterDialog(name -> {
                    filters.save(
                            current.require(), name, QueueAddress.write(filter).getQueryString());
                    showSaved();
                })
                .open();
    }

    private void delete(SavedFilterSummary one) {
        filters.delete(current.require(), one.name());
        showSaved();
        var back = new Button("Undo");
        back.setId("undo-delete");
        var said = Toast.show(Symbol.DELETE, Tone.QUIET, TO_TAKE_BACK, "Deleted “%s”".formatted(one.name()), back);
        back.addClickListener(click -> {
            said.close();
            filters.save(current.require(), one.name(), one.query());
            showSaved();
        });
    }
}
