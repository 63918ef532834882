package dev.rushlight.web.guest;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.reviewsession.GuestItemSummary;
import dev.rushlight.reviewsession.GuestWay;
import dev.rushlight.web.look.Pages;

/** Where the guest is among the items, and the steps to those before and after. */
final class GuestWayBar extends Nav {

    GuestWayBar() {
        addClassName("guest-way");
        setAriaLabel("Items");
    }

    void show(GuestWay way) {
        removeAll();
        way.previous().ifPresent(item -> add(link("previous-item", "Previous", item)));
        add(new Span("%d of %d".formatted(way.number(), way.items())));
        way.next().ifPresent(item -> add(link("next-item", "Next", item)));
    }

    private static Anchor link(String id, String words, GuestItemSummary item) {
        var link = new Anchor(Pages.guestItem(item.item()), words);
        link.setId(id);
        link.addClassName("button-link");
        link.setTitle(item.name());
        link.getElement().setAttribute("data-action", id);
        return link;
    }
}
