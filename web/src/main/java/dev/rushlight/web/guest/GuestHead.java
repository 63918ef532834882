package dev.rushlight.web.guest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.reviewsession.GuestReviewSession;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Brand;
import dev.rushlight.web.look.Pages;

/** The top of each page of a guest: where they are, as whom, and how long it lasts. */
final class GuestHead extends Header {

    private final Anchor name = new Anchor(Pages.GUEST, "");
    private final Div who = new Div();

    GuestHead(Component... more) {
        addClassName("guest-head-bar");
        name.addClassName("guest-session");
        who.addClassName("guest-who");
        add(new Brand(), name);
        add(more);
        add(who);
    }

    GuestHead show(GuestReviewSession session) {
        name.setText(session.name());
        who.removeAll();
        who.add(new Span(session.guestName() + " · link ends "), new Ago(session.expires()));
        return this;
    }
}
