package dev.rushlight.web.guest;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.reviewsession.GuestItemSummary;
import dev.rushlight.reviewsession.GuestWay;
import dev.rushlight.web.look.Pages;
import java.util.Optional;

/** Where the guest is among the items, and the steps to those before and after. */
final class GuestWayBar extends Nav {

    private final Anchor previous = link("previous-item", "Previous");
    private final Span here = new Span();
    private final Anchor next = link("next-item", "Next");

    GuestWayBar() {
        addClassName("guest-way");
        setAriaLabel("Items");
        add(previous, here, next);
    }

    void show(GuestWay way) {
        setVisible(true);
        lead(previous, way.previous());
        here.setText("%d of %d".formatted(way.number(), way.items()));
        lead(next, way.next());
    }

    private static void lead(Anchor link, Optional<GuestItemSummary> to) {
        link.setVisible(to.isPresent());
        to.ifPresent(item -> {
            link.setHref(Pages.guestItem(item.item()));
            link.setTitle(item.name());
        });
    }

    private static Anchor link(String id, String words) {
        var link = new Anchor("", words);
        link.setId(id);
        link.addClassName("button-link");
        link.getElement().setAttribute("data-action", id);
        return link;
    }
}
