package dev.rushlight.web.admin;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ExchangeLog;
import dev.rushlight.connection.InboxEntry;
import dev.rushlight.connection.OutboxEntrySummary;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.InboxState;
import dev.rushlight.exchange.OutboxState;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Clocked;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What came in from the hubs, with the reasons of what was refused, and what is or was owed to them. */
@Route(value = Pages.EVENTS, layout = MainLayout.class)
@PageTitle("Events · Rushlight")
@CssImport("./rush/admin.css")
@RolesAllowed("ADMIN")
public class EventsView extends Main implements BeforeEnterObserver {

    private final ExchangeLog log;
    private final ConnectionDesk connections;
    private final CurrentPerson current;
    private final LiveViews live;
    private final BackgroundWork background;

    private final Tab inboxTab = new Tab("Inbox");
    private final Tab outboxTab = new Tab("Outbox");
    private final Tabs tabs = new Tabs(inboxTab, outboxTab);
    private final Select<InboxState> inboxState = new Select<>();
    private final Select<OutboxState> outboxState = new Select<>();
    private final LogPages<InboxEntry> inbox;
    private final LogPages<OutboxEntrySummary> outbox;

    @Inject
    public EventsView(
            ExchangeLog log,
            ConnectionDesk connections,
            CurrentPerson current,
            LiveViews live,
            BackgroundWork background) {
        this.log = log;
        this.connections = connections;
        this.current = current;
        this.live = live;
        this.background = background;
        addClassNames("page", "events-page");
        inbox = new LogPages<>(
                (before, limit) ->
                        log.inbox(current.require(), Optional.ofNullable(inboxState.getValue()), before, limit),
                InboxEntry::id,
                this::line,
                new EmptyState(Symbol.EVENTS, "Nothing came in", "Submissions appear here as they arrive."));
        outbox = new LogPages<>(
                (before, limit) ->
                        log.outbox(current.require(), Optional.ofNullable(outboxState.getValue()), before, limit),
                OutboxEntrySummary::id,
                this::line,
                new EmptyState(
                        Symbol.SEND, "Nothing goes out", "Receipts and decisions appear here once they are owed."));
        inbox.setId("inbox");
        outbox.setId("outbox");
        add(header(), inbox, outbox);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes = new Coalesced<ConnectionId>(attach.getUI(), background, ids -> refresh());
        var stopExchange = live.onExchange(changes);
        var stopItems = live.onReviewItem(id -> changes.accept(new ConnectionId(id.value())));
        addDetachListener(detach -> {
            stopExchange.run();
            stopItems.run();
            detach.unregisterListener();
        });
    }

    private Component header() {
        inboxTab.setId("tab-inbox");
        outboxTab.setId("tab-outbox");
        tabs.addSelectedChangeListener(change -> show());
        inboxState.setItems(InboxState.values());
        inboxState.setItemLabelGenerator(
                state -> state == null ? "All states" : Appearance.of(state).word());
        outboxState.setItems(OutboxState.values());
        outboxState.setItemLabelGenerator(
                state -> state == null ? "All states" : Appearance.of(state).word());
        for (var select : new Select<?>[] {inboxState, outboxState}) {
            select.setEmptySelectionAllowed(true);
            select.setEmptySelectionCaption("All states");
            select.setPlaceholder("All states");
            select.setAriaLabel("State");
            select.addValueChangeListener(change -> show());
        }
        var title = new Div(new H1("Events"));
        title.addClassName("page-title");
        var filters = new Div(tabs, inboxState, outboxState);
        filters.addClassName("filters");
        var header = new Div(title, filters);
        header.addClassName("page-header");
        return header;
    }

    private void show() {
        var incoming = tabs.getSelectedTab() == inboxTab;
        inbox.setVisible(incoming);
        inboxState.setVisible(incoming);
        outbox.setVisible(!incoming);
        outboxState.setVisible(!incoming);
        if (incoming) {
            inbox.restart();
        } else {
            outbox.restart();
        }
    }

    private void refresh() {
        if (tabs.getSelectedTab() == inboxTab) {
            inbox.refresh();
        } else {
            outbox.refresh();
        }
    }

    private ListItem line(InboxEntry entry) {
        var head = new Div(new Badge(Appearance.of(entry.state())), strong(entry.topic()));
        head.addClassName("log-head");
        var about = new Div(
                new Span("from %s\u00a0· through %s\u00a0· "
                        .formatted(entry.submitter().orElse("nobody named"), entry.connectionName())),
                new Ago(entry.receivedAt()));
        about.addClassName("log-about");
        var text = new Div(head, about);
        text.addClassName("log-text");
        if (!entry.reasons().isEmpty()) {
            text.add(reasons(entry));
        }
        var buttons = new Div();
        buttons.addClassName("log-buttons");
        entry.item().ifPresent(item -> buttons.add(toItem(item)));
        var raw = new Button("Raw event", click -> showRaw(entry));
        buttons.add(raw);
        var line = new ListItem(text, buttons);
        line.addClassName("log-line");
        return line;
    }

    private static Component reasons(InboxEntry entry) {
        var list = new UnorderedList();
        list.addClassName("log-reasons");
        entry.reasons().forEach(reason -> {
            var code = new Span(reason.code());
            code.addClassName("code");
            var field = new Span(reason.field());
            field.addClassName("code");
            field.addClassName("soft");
            list.add(new ListItem(code, field, new Span(reason.message())));
        });
        return list;
    }

    private ListItem line(OutboxEntrySummary entry) {
        var head = new Div(new Badge(Appearance.of(entry.state())), strong(words(entry.kind())));
        head.addClassName("log-head");
        var about = new Div(new Span("to " + entry.connectionName() + "\u00a0· "), new Ago(entry.createdAt()));
        if (entry.attempts() > 0) {
            about.add(new Span(
                    entry.attempts() == 1 ? "\u00a0· 1 attempt" : "\u00a0· %d attempts".formatted(entry.attempts())));
        }
        entry.settledAt().ifPresent(at -> about.add(new Span("\u00a0· settled "), new Clocked(at)));
        entry.notBefore().ifPresent(at -> about.add(new Span("\u00a0· due "), new Clocked(at)));
        about.addClassName("log-about");
        var id = new Div(entry.eventId());
        id.addClassName("log-id");
        var text = new Div(head, about, id);
        text.addClassName("log-text");
        entry.lastError()
                .filter(why -> entry.state() != OutboxState.ACKNOWLEDGED)
                .ifPresent(why -> {
                    var error = new Div(why);
                    error.addClassName("log-error");
                    text.add(error);
                });
        var buttons = new Div();
        buttons.addClassName("log-buttons");
        entry.item().ifPresent(item -> buttons.add(toItem(item)));
        if (entry.state() == OutboxState.DEAD) {
            buttons.add(new Button("Resend", click -> resend(entry)));
        }
        var line = new ListItem(text, buttons);
        line.addClassName("log-line");
        return line;
    }

    private void resend(OutboxEntrySummary entry) {
        connections.resend(current.require(), entry.id());
        Toast.show(Symbol.SEND, Tone.BUSY, "It is sent again, under the same event id.");
        outbox.refresh();
    }

    private void showRaw(InboxEntry entry) {
        var text = log.raw(current.require(), entry.id()).map(ReadableJson::of).orElse("It is not kept any more.");
        var raw = new Pre(text);
        raw.addClassName("raw");
        raw.getElement().setAttribute("tabindex", "0");
        var dialog = new Dialog(raw);
        dialog.setHeaderTitle(entry.topic());
        dialog.setWidth("46rem");
        dialog.getFooter().add(new Button("Close", click -> dialog.close()));
        dialog.open();
    }

    private static Component toItem(UUID item) {
        var link = new Anchor(Pages.item(new ReviewItemId(item)), "Item");
        link.addClassName("button-link");
        return link;
    }

    private static Span strong(String text) {
        var strong = new Span(text);
        strong.addClassName("strong");
        return strong;
    }

    private static String words(OwedKind kind) {
        return switch (kind) {
            case RECEIPT -> "Receipt";
            case ITEM_RECEIVED -> "Item received";
            case ITEM_SUPERSEDED -> "Version superseded";
            case ITEM_WITHDRAWN -> "Version withdrawn";
            case VOTE_RECORDED -> "Vote";
            case DECISION -> "Decision";
            case NOTE_CREATED -> "Note";
            case NOTE_RESOLVED -> "Note resolved";
        };
    }
}
