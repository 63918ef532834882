package dev.rushlight.web.queue;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rushlight.review.Kind;
import dev.rushlight.review.QueueCursor;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.ReviewQueue;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.CopyText;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What waits for a decision, and what was decided. */
@Route(value = Pages.QUEUE, layout = MainLayout.class)
@PageTitle("Queue · Rushlight")
@CssImport("./rush/queue.css")
@PermitAll
@Uses(Ago.class)
public class QueueView extends Main implements BeforeEnterObserver {

    private static final int PAGE = 50;
    private static final int COUNTED = 1000;
    private static final int REMEMBERED = 400;

    private final ReviewQueue queue;
    private final CurrentPerson current;
    private final LiveViews live;
    private final BackgroundWork background;

    private final Tabs tabs = new Tabs();
    private final Map<QueueTab, Tab> tabOf = new HashMap<>();
    private final Select<Kind> kind = new Select<>();
    private final TextField project = new TextField();
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
    private QueueFilter filter = QueueFilter.of(QueueTab.OPEN);

    @Inject
    public QueueView(ReviewQueue queue, CurrentPerson current, LiveViews live, BackgroundWork background) {
        this.queue = queue;
        this.current = current;
        this.live = live;
        this.background = background;
        addClassNames("page", "queue-page");
        grid.setPageSize(PAGE);
        grid.setItems(query -> pages.rows(query.getOffset(), query.getLimit()).stream())
                .setIdentifierProvider(ReviewItemSummary::id);
        add(header(), grid, empty);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = QueueAddress.read(event.getLocation().getQueryParameters());
        tabs.setSelectedTab(tabOf.get(filter.tab()));
        kind.setValue(filter.kind().orElse(null));
        project.setValue(filter.project().orElse(""));
        reload();
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
        for (var part : QueueTab.values()) {
            var tab = new Tab(words(part));
            tab.setId("tab-" + part.name().toLowerCase(Locale.ROOT));
            tabOf.put(part, tab);
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(change -> narrow(change.isFromClient()));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(
                value -> value == null ? "All kinds" : Appearance.of(value).word());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption("All kinds");
        kind.setPlaceholder("All kinds");
        kind.setAriaLabel("Kind");
        kind.setId("kind");
        kind.addValueChangeListener(change -> narrow(change.isFromClient()));
        project.setPlaceholder("Project");
        project.setAriaLabel("Project");
        project.setId("project");
        project.setClearButtonVisible(true);
        project.setValueChangeMode(ValueChangeMode.LAZY);
        project.addValueChangeListener(change -> narrow(change.isFromClient()));
        total.addClassName("total");
        total.getElement().setAttribute("aria-live", "polite");
        var title = new Div(new H1("Queue"), total);
        title.addClassName("page-title");
        var filters = new Div(tabs, kind, project);
        filters.addClassName("filters");
        var header = new Div(title, filters);
        header.addClassName("page-header");
        return header;
    }

    private void narrow(boolean byHand) {
        if (!byHand) {
            return;
        }
        var part = tabOf.entrySet().stream()
                .filter(entry -> entry.getValue() == tabs.getSelectedTab())
                .findAny()
                .map(Map.Entry::getKey)
                .orElse(QueueTab.OPEN);
        filter = new QueueFilter(
                part,
                Optional.of(project.getValue().strip()).filter(text -> !text.isEmpty()),
                Optional.ofNullable(kind.getValue()));
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(Pages.QUEUE, QueueAddress.write(filter)));
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
        var count = queue.count(current.require(), filter, COUNTED + 1);
        total.setText(count > COUNTED ? "more than " + COUNTED : Integer.toString(count));
        empty.setVisible(count == 0);
        grid.setVisible(count > 0);
        if (count == 0) {
            empty.removeAll();
            empty.add(nothing());
        }
        grid.getDataProvider().refreshAll();
    }

    /** A row whose outcome stands changes in place; anything else may come, go or move. */
    private void follow(Set<ReviewItemId> changed) {
        var viewer = current.require();
        for (var id : changed) {
            var before = Optional.ofNullable(read.get(id));
            var after = queue.find(viewer, id);
            var inPlace = before.isPresent()
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
    }

    private Component nothing() {
        if (filter.project().isPresent() || filter.kind().isPresent()) {
            return new EmptyState(Symbol.QUEUE, "Nothing fits these filters", "Take one away to see more.");
        }
        return switch (filter.tab()) {
            case DECIDED ->
                new EmptyState(
                        Symbol.APPROVE, "Nothing decided yet", "Decisions appear here as soon as somebody votes.");
            case OPEN, ALL -> firstSteps();
        };
    }

    private Component firstSteps() {
        var viewer = current.require();
        var decided = queue.count(viewer, QueueFilter.of(QueueTab.ALL), 1) > 0;
        if (decided) {
            return new EmptyState(Symbol.APPROVE, "Nothing waits for you", "All that was submitted is decided.");
        }
        if (!viewer.role().mayAdminister()) {
            return new EmptyState(
                    Symbol.QUEUE,
                    "Nothing waits for you",
                    "As soon as somebody submits work, it appears here by itself.");
        }
        var steps = new Div(
                new Paragraph("1. Give a tool a key for the hub in this server:"),
                new CopyText("./rushlight api-key create --user NAME"),
                new Paragraph("2. Publish a webreview.submit event with it; docs/quickstart shows how in Python,"
                        + " JavaScript and Java. Or let the demo artist do it:"),
                new CopyText("./rushlight run --demo"));
        steps.addClassName("first-steps");
        var keys = new Anchor(Pages.HUB_KEYS, "Hub keys");
        keys.addClassName("button-link");
        var connections = new Anchor(Pages.CONNECTIONS, "Connect an ftrack server");
        connections.addClassName("button-link");
        var links = new Div(keys, connections);
        links.addClassName("link-row");
        return new EmptyState(Symbol.QUEUE, "No items yet", "Publish the first one.", steps, links);
    }

    private static String words(QueueTab part) {
        return switch (part) {
            case OPEN -> "Open";
            case DECIDED -> "Decided";
            case ALL -> "All";
        };
    }
}
