package dev.rushlight.web.guest;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.web.access.CurrentGuest;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import jakarta.inject.Inject;

/** One item of the review session that a guest was invited to. */
@Route(Pages.GUEST_ITEM)
@CssImport("./rush/item.css")
@CssImport("./rush/guest.css")
@AnonymousAllowed
public class GuestItemView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final GuestDesks desks;
    private String name = "Review";

    @Inject
    public GuestItemView(GuestDesks desks) {
        this.desks = desks;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var item = event.getRouteParameters().get("id").flatMap(ReviewItemId::parse);
        var pass = CurrentGuest.find();
        if (item.isPresent() && pass.isPresent()) {
            show(pass.get(), item.get(), "");
        } else {
            showNowhere();
        }
    }

    @Override
    public String getPageTitle() {
        return name + " · Rushlight";
    }

    private void show(GuestPass pass, ReviewItemId id, String notice) {
        removeAll();
        try {
            var session = desks.guests().reviewSession(pass);
            var item = desks.guests().item(pass, id);
            name = "%s v%d".formatted(item.name(), item.version());
            var room = new GuestRoom(desks, pass, session, item, new GuestRoom.Door() {
                @Override
                public void again(String words) {
                    show(pass, id, words);
                }

                @Override
                public void nowhere() {
                    showNowhere();
                }
            });
            if (!notice.isEmpty()) {
                room.say(Symbol.SUPERSEDED, Tone.BUSY, notice);
            }
            add(room);
        } catch (LinkLeadsNowhere nowhere) {
            showNowhere();
        } catch (TooManyGuestActs tooMany) {
            name = "Review";
            add(new EmptyState(Symbol.CLOCK, "One moment", tooMany.getMessage() + "."));
        }
    }

    private void showNowhere() {
        name = "Nowhere";
        removeAll();
        add(Nowhere.door());
    }
}
