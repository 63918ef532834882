package dev.rushlight.web.guest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.reviewsession.GuestDesk;
import dev.rushlight.reviewsession.GuestItemSummary;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.web.access.CurrentGuest;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.OutcomeBar;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Thumb;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** The review session that a guest was invited to. */
@Route(Pages.GUEST)
@PageTitle("Review session · Rushlight")
@CssImport("./rush/guest.css")
@AnonymousAllowed
public class GuestView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 100;

    private final GuestDesk guests;
    private final OrderedList list = new OrderedList();
    private final Div foot = new Div();
    private Optional<EntryCursor> reached = Optional.empty();

    @Inject
    public GuestView(GuestDesk guests) {
        this.guests = guests;
        list.addClassName("guest-items");
        foot.addClassName("paging");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CurrentGuest.find().ifPresentOrElse(this::show, this::showNowhere);
    }

    private void show(GuestPass pass) {
        removeAll();
        list.removeAll();
        reached = Optional.empty();
        try {
            var session = guests.reviewSession(pass);
            var main = new Main(new H1(session.name()));
            main.addClassName("guest-page");
            session.description().ifPresent(text -> {
                var words = new Paragraph(text);
                words.addClassNames("prose", "soft");
                main.add(words);
            });
            main.add(new OutcomeBar(session.progress()), list, foot);
            add(new GuestHead(session), main);
            more(pass);
        } catch (LinkLeadsNowhere nowhere) {
            showNowhere();
        } catch (TooManyGuestActs tooMany) {
            removeAll();
            add(new EmptyState(Symbol.CLOCK, "One moment", tooMany.getMessage() + "."));
        }
    }

    private void showNowhere() {
        removeAll();
        add(Nowhere.door());
    }

    private void more(GuestPass pass) {
        var page = guests.items(pass, reached, PAGE);
        page.forEach(item -> {
            list.add(line(item));
            reached = Optional.of(item.cursor());
        });
        foot.removeAll();
        if (page.size() == PAGE) {
            foot.add(new Button("Show more", click -> more(pass)));
        }
        if (reached.isEmpty()) {
            foot.add(new EmptyState(Symbol.SESSION, "Nothing to look at yet", "Come back when there is something."));
        }
    }

    private static ListItem line(GuestItemSummary item) {
        var name = new Span(item.name());
        name.addClassName("strong");
        var about = new Span("v" + item.version()
                + item.ownVote()
                        .map(own -> " · you: " + Appearance.of(own).word().toLowerCase(Locale.ROOT))
                        .orElse(""));
        about.addClassName("faint");
        var what = new Div(name, about);
        what.addClassName("guest-item-what");
        var link = new Anchor(Pages.guestItem(item.item()), "");
        link.addClassName("guest-item");
        link.add(new Thumb(item.poster(), item.kind()), what, new Badge(Appearance.of(item.outcome())));
        return new ListItem(link);
    }
}
