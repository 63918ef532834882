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
import dev.rushlight.web.filmstrip.Filmstrip;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import jakarta.inject.Inject;
import java.util.Optional;

/** One item of the review session that a guest was invited to. */
@Route(Pages.GUEST_ITEM)
@CssImport("./rush/item.css")
@CssImport("./rush/guest.css")
@AnonymousAllowed
public class GuestItemView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final GuestDesks desks;
    private final GuestWayBar bar = new GuestWayBar();
    private final GuestHead head = new GuestHead(bar);
    private final Filmstrip strip = new Filmstrip();
    private String name = "Review";

    /** Changes from item to item, while what is above and below it stays. */
    private Optional<GuestRoom> room = Optional.empty();

    @Inject
    public GuestItemView(GuestDesks desks) {
        this.desks = desks;
        addClassName("guest-item-view");
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
        try {
            var session = desks.guests().reviewSession(pass);
            var item = desks.guests().item(pass, id);
            name = "%s v%d".formatted(item.name(), item.version());
            var next = new GuestRoom(desks, pass, session, item, bar, strip, new GuestRoom.Door() {
                @Override
                public void again(String words) {
                    show(pass, id, words);
                }

                @Override
                public void nowhere() {
                    showNowhere();
                }
            });
            if (!next.hasEnded()) {
                head.show(session);
                put(next);
            }
            if (!notice.isEmpty()) {
                next.say(Symbol.SUPERSEDED, Tone.BUSY, notice);
            }
        } catch (LinkLeadsNowhere nowhere) {
            showNowhere();
        } catch (TooManyGuestActs tooMany) {
            name = "Review";
            clear();
            add(new EmptyState(Symbol.CLOCK, "One moment", tooMany.getMessage() + "."));
        }
    }

    private void put(GuestRoom next) {
        if (room.isPresent()) {
            replace(room.get(), next);
        } else {
            removeAll();
            add(head, next, strip);
        }
        room = Optional.of(next);
    }

    private void clear() {
        room = Optional.empty();
        strip.clear();
        removeAll();
    }

    private void showNowhere() {
        name = "Nowhere";
        clear();
        add(Nowhere.door());
    }
}
