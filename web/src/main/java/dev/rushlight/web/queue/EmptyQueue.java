package dev.rushlight.web.queue;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rushlight.people.Identity;
import dev.rushlight.review.QueueCount;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.web.look.CopyText;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.QueueAddress;
import dev.rushlight.web.look.Symbol;

/** What the queue says where a filter shows nothing: why that is, and where to go from there. */
final class EmptyQueue {

    private EmptyQueue() {}

    /** Nothing fits, but the tab has more to show. */
    static EmptyState narrowed(QueueTab tab, QueueCount found) {
        var widen = links(link(QueueFilter.of(tab), "Clear the filters"));
        return found.isExact()
                ? new EmptyState(Symbol.QUEUE, "Nothing fits these filters", "Take one away to see more.", widen)
                : new EmptyState(
                        Symbol.SEARCH,
                        "Nothing found so far",
                        "These are so rarely together that only the newest items were looked at. Take one away, or add a"
                                + " word that says more.",
                        widen);
    }

    /** There is not one item yet. */
    static EmptyState first(Identity viewer) {
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
        var links = links(link(Pages.HUB_KEYS, "Hub keys"), link(Pages.CONNECTIONS, "Connect an ftrack server"));
        return new EmptyState(Symbol.QUEUE, "No items yet", "Publish the first one.", steps, links);
    }

    /**
     * There are items, but none in this tab.
     *
     * @param open how many there are to decide for anybody
     */
    static EmptyState tab(QueueTab tab, QueueCount open) {
        return switch (tab) {
            case NEEDS_ME -> nothingWaits(open);
            case WAITING ->
                new EmptyState(
                        Symbol.CLOCK,
                        "Nothing of yours waits for others",
                        "What you submitted or voted on stays here until it is decided.",
                        links(link(QueueFilter.of(QueueTab.NEEDS_ME), "What needs me")));
            case MINE ->
                new EmptyState(
                        Symbol.SEND,
                        "You submitted nothing yet",
                        "What a tool publishes in your name appears here.",
                        links(link(QueueFilter.of(QueueTab.ALL), "What others submitted")));
            case OPEN, ALL -> new EmptyState(Symbol.APPROVE, "Nothing is open", "All that was submitted is decided.");
        };
    }

    private static EmptyState nothingWaits(QueueCount open) {
        var decided = link(QueueFilter.of(QueueTab.ALL), "Everything there is");
        if (open.items() == 0) {
            return new EmptyState(
                    Symbol.APPROVE, "Nothing waits for you", "All that was submitted is decided.", links(decided));
        }
        var one = open.items() == 1 && open.isExact();
        return new EmptyState(
                Symbol.APPROVE,
                "Nothing waits for you",
                "%s for others.".formatted(one ? "1 waits" : words(open, QueueTabs.COUNTED) + " wait"),
                links(
                        link(QueueFilter.of(QueueTab.WAITING), "Where I have a part in"),
                        link(QueueAddress.open(), "All that is open")));
    }

    /** A count up to a cap as people read it: "14", or "14+" where looking ended, and "99+" where counting did. */
    static String words(QueueCount count, int cap) {
        return Math.min(count.items(), cap - 1) + (count.isExact() ? "" : "+");
    }

    private static Anchor link(QueueFilter filter, String words) {
        return link("?" + QueueAddress.write(filter).getQueryString(), words);
    }

    private static Anchor link(String address, String words) {
        var link = new Anchor(address, words);
        link.addClassName("button-link");
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static Div links(Anchor... all) {
        var row = new Div(all);
        row.addClassName("link-row");
        return row;
    }
}
