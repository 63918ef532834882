package dev.rushlight.web.queue;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.ItemAddress;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.WebAddress;

/** The rows of the queue; on a narrow screen each row tells everything in its first column. */
final class QueueGrid extends Grid<ReviewItemSummary> {

    private static final int WIDE = 1100;
    private static final int NARROW = 760;

    private static final String BADGE = """
            <span class="badge ${item.tone}"><span class="${item.symbol}" aria-hidden="true"></span>\
            <span>${item.word}</span></span>""";

    private final Column<ReviewItemSummary> version;
    private final Column<ReviewItemSummary> kind;
    private final Column<ReviewItemSummary> outcome;
    private final Column<ReviewItemSummary> delivery;
    private final Column<ReviewItemSummary> submitter;
    private final Column<ReviewItemSummary> updated;

    private QueueFilter from = QueueFilter.of(QueueTab.NEEDS_ME);

    QueueGrid() {
        setId("queue");
        setSelectionMode(SelectionMode.NONE);
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSizeFull();
        getElement().setAttribute("aria-label", "Queue");
        addColumn(item()).setHeader("Item").setFlexGrow(1).setWidth("16rem");
        version = addColumn(row -> "v" + row.version())
                .setHeader("Version")
                .setFlexGrow(0)
                .setWidth("4.75rem");
        kind = addColumn(kind()).setHeader("Kind").setFlexGrow(0).setWidth("8rem");
        outcome = addColumn(outcome()).setHeader("Outcome").setFlexGrow(0).setWidth("12rem");
        delivery = addColumn(delivery()).setHeader("Hub").setFlexGrow(0).setWidth("11.5rem");
        submitter = addColumn(ReviewItemSummary::submitter)
                .setHeader("Submitted by")
                .setFlexGrow(0)
                .setWidth("8rem");
        updated = addColumn(updated()).setHeader("Updated").setFlexGrow(0).setWidth("7rem");
        addItemClickListener(click -> click.getSource()
                .getUI()
                .ifPresent(ui -> ui.navigate(Pages.item(click.getItem().id()), ItemAddress.parameters(from))));
    }

    /** What is shown, so that an item's page can go on from item to item in the same part of the queue. */
    void linkFrom(QueueFilter shown) {
        from = shown;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        var page = attach.getUI().getPage();
        page.retrieveExtendedClientDetails(details -> fit(details.getBodyClientWidth()));
        var resizes = page.addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
        addDetachListener(detach -> {
            resizes.remove();
            detach.unregisterListener();
        });
    }

    private void fit(int width) {
        var wide = width >= WIDE;
        var narrow = width < NARROW;
        version.setVisible(!narrow);
        outcome.setVisible(!narrow);
        updated.setVisible(!narrow);
        delivery.setVisible(wide);
        kind.setVisible(wide);
        submitter.setVisible(wide);
        setClassName("narrow", narrow);
        recalculateColumnWidths();
    }

    private LitRenderer<ReviewItemSummary> item() {
        return LitRenderer.<ReviewItemSummary>of("""
                        <div class="row">
                          <span class="thumb">${item.poster
                            ? html`<img src="${item.poster}" alt="" loading="lazy" decoding="async" \
                        @error="${(e) => { e.target.hidden = true; }}">`
                            : ''}<span class="${item.kindSymbol}" aria-hidden="true"></span></span>
                          <span class="row-text">
                            <a class="row-name" href="${item.link}" router-link>${item.name}</a>
                            <span class="row-project">${item.project}</span>
                            <span class="row-more">v${item.version} · ${item.kind} · ${item.submitter} · \
                        <rush-ago at="${item.updated}"></rush-ago></span>
                            <span class="row-outcome badge ${item.tone}"><span class="${item.symbol}" \
                        aria-hidden="true"></span><span>${item.word}</span></span>
                          </span>
                        </div>""")
                .withProperty(
                        "poster", row -> row.poster().flatMap(WebAddress::of).orElse(""))
                .withProperty("link", row -> ItemAddress.of(row.id(), from))
                .withProperty("name", ReviewItemSummary::name)
                .withProperty("project", ReviewItemSummary::project)
                .withProperty("version", ReviewItemSummary::version)
                .withProperty("submitter", ReviewItemSummary::submitter)
                .withProperty("updated", row -> row.updatedAt().toString())
                .withProperty("kind", row -> Appearance.of(row.kind()).word())
                .withProperty(
                        "kindSymbol", row -> Appearance.of(row.kind()).symbol().styleClasses())
                .withProperty("word", row -> Appearance.of(row.outcome()).word())
                .withProperty(
                        "symbol", row -> Appearance.of(row.outcome()).symbol().styleClasses())
                .withProperty("tone", row -> Appearance.of(row.outcome()).tone().styleClass());
    }

    private static LitRenderer<ReviewItemSummary> kind() {
        return LitRenderer.<ReviewItemSummary>of("""
                        <span class="kind"><span class="${item.symbol}" aria-hidden="true"></span>\
                        <span>${item.word}</span></span>""")
                .withProperty("word", row -> Appearance.of(row.kind()).word())
                .withProperty(
                        "symbol", row -> Appearance.of(row.kind()).symbol().styleClasses());
    }

    private static LitRenderer<ReviewItemSummary> outcome() {
        return LitRenderer.<ReviewItemSummary>of(BADGE)
                .withProperty("word", row -> Appearance.of(row.outcome()).word())
                .withProperty(
                        "symbol", row -> Appearance.of(row.outcome()).symbol().styleClasses())
                .withProperty("tone", row -> Appearance.of(row.outcome()).tone().styleClass());
    }

    private static LitRenderer<ReviewItemSummary> delivery() {
        return LitRenderer.<ReviewItemSummary>of("""
                        ${item.word ? html`<span class="hint ${item.tone}"><span class="${item.symbol}" \
                        aria-hidden="true"></span><span>${item.word}</span></span>` : ''}""")
                .withProperty(
                        "word",
                        row -> row.delivery()
                                .map(state -> Appearance.of(state).word())
                                .orElse(""))
                .withProperty(
                        "symbol",
                        row -> row.delivery()
                                .map(state -> Appearance.of(state).symbol().styleClasses())
                                .orElse(""))
                .withProperty(
                        "tone",
                        row -> row.delivery()
                                .map(state -> Appearance.of(state).tone().styleClass())
                                .orElse(""));
    }

    private static LitRenderer<ReviewItemSummary> updated() {
        return LitRenderer.<ReviewItemSummary>of("<rush-ago at=\"${item.at}\"></rush-ago>")
                .withProperty("at", row -> row.updatedAt().toString());
    }
}
