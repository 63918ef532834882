package dev.rushlight.web.guest;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.reviewsession.GuestItemSummary;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Thumb;
import java.util.Locale;

/** One item in a guest's list; it stays in its place, and with it the focus, when something about it changes. */
final class GuestLine extends ListItem {

    private final Anchor link = new Anchor();
    private GuestItemSummary item;

    GuestLine(GuestItemSummary item) {
        this.item = item;
        link.setHref(Pages.guestItem(item.item()));
        link.addClassName("guest-item");
        add(link);
        fill();
    }

    GuestItemSummary item() {
        return item;
    }

    void show(GuestItemSummary news) {
        if (!news.equals(item)) {
            item = news;
            fill();
        }
    }

    private void fill() {
        var name = new Span(item.name());
        name.addClassName("strong");
        var about = new Span("v" + item.version()
                + item.ownVote()
                        .map(own -> " · you: " + Appearance.of(own).word().toLowerCase(Locale.ROOT))
                        .orElse(""));
        about.addClassName("faint");
        var what = new Div(name, about);
        what.addClassName("guest-item-what");
        link.removeAll();
        link.add(new Thumb(item.poster(), item.kind()), what, new Badge(Appearance.of(item.outcome())));
    }
}
