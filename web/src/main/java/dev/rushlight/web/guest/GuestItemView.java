package dev.rushlight.web.guest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rushlight.feedback.EmptyNote;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteTooLong;
import dev.rushlight.feedback.TooManyNotes;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.AbstainingNotAllowed;
import dev.rushlight.review.ReasonMissing;
import dev.rushlight.review.ReasonTooLong;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.VersionClosed;
import dev.rushlight.reviewsession.GuestDesk;
import dev.rushlight.reviewsession.GuestItem;
import dev.rushlight.reviewsession.GuestItemSummary;
import dev.rushlight.reviewsession.GuestNote;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** One item of the review session: the picture, what was said of it for clients, and what the guest has to say. */
@Route(Pages.GUEST_ITEM)
@PageTitle("Review · Rushlight")
@CssImport("./rush/guest.css")
@AnonymousAllowed
public class GuestItemView extends Div implements BeforeEnterObserver {

    private static final int MOST_ITEMS = 500;
    private static final int MOST_THREADS = 200;

    private final GuestDesk guests;

    @Inject
    public GuestItemView(GuestDesk guests) {
        this.guests = guests;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var item = event.getRouteParameters().get("id").flatMap(ReviewItemId::parse);
        var pass = CurrentGuest.find();
        if (item.isPresent() && pass.isPresent()) {
            show(pass.get(), item.get());
        } else {
            showNowhere();
        }
    }

    private void show(GuestPass pass, ReviewItemId id) {
        removeAll();
        try {
            var session = guests.reviewSession(pass);
            var item = guests.item(pass, id);
            var notes = guests.notes(pass, id, Optional.empty(), MOST_THREADS);
            var side = new Div();
            side.addClassName("guest-side");
            if (session.right().includes(GuestRight.DECIDE)) {
                side.add(new GuestVotePanel(item, (choice, reason) -> vote(pass, item, choice, reason)));
            }
            side.add(new GuestNotes(
                    notes,
                    item.content(),
                    session.right().includes(GuestRight.COMMENT)
                            ? Optional.of((note, answered, text) -> write(pass, item, note, answered, text))
                            : Optional.empty()));
            var body = new Div(item.content().readBy(new GuestStage(item.name())), side);
            body.addClassName("guest-body");
            var main = new Main(title(item), body);
            main.addClassName("guest-page");
            add(new GuestHead(session, way(guests.items(pass, Optional.empty(), MOST_ITEMS), id)), main);
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

    private static Component title(GuestItem item) {
        var about = new Div(new Span("v%d%s · "
                .formatted(
                        item.version(),
                        item.submitter().map(name -> " by " + name).orElse(""))));
        about.add(new Ago(item.submittedAt()));
        about.addClassName("faint");
        var title = new Div(new H1(item.name()), new Badge(Appearance.of(item.outcome())), about);
        title.addClassName("guest-title");
        item.description().ifPresent(text -> {
            var words = new Paragraph(text);
            words.addClassNames("prose", "soft");
            title.add(words);
        });
        return title;
    }

    /** To the items before and after this one. */
    private static Component way(List<GuestItemSummary> items, ReviewItemId id) {
        var way = new Nav();
        way.addClassName("guest-way");
        for (var index = 0; index < items.size(); index++) {
            if (items.get(index).item().equals(id)) {
                if (index > 0) {
                    way.add(link("previous-item", "Previous", items.get(index - 1)));
                }
                way.add(new Span("%d of %d".formatted(index + 1, items.size())));
                if (index < items.size() - 1) {
                    way.add(link("next-item", "Next", items.get(index + 1)));
                }
            }
        }
        return way;
    }

    private static Anchor link(String id, String words, GuestItemSummary item) {
        var link = new Anchor(Pages.guestItem(item.item()), words);
        link.setId(id);
        link.addClassName("button-link");
        link.setTitle(item.name());
        return link;
    }

    private String vote(GuestPass pass, GuestItem item, Choice choice, String reason) {
        return attempt(pass, item.item(), () -> guests.vote(pass, item.item(), item.version(), choice, reason));
    }

    private String write(GuestPass pass, GuestItem item, NoteId id, Optional<NoteId> answered, String text) {
        var note = new GuestNote(id, new WholeVersion(), text, List.of());
        return attempt(pass, item.item(), () -> {
            if (answered.isPresent()) {
                guests.answer(pass, item.item(), item.version(), answered.get(), note);
            } else {
                guests.comment(pass, item.item(), item.version(), note);
            }
        });
    }

    /** Shows the item as it is afterwards; or answers why it cannot be done, and leaves everything as it was typed. */
    private String attempt(GuestPass pass, ReviewItemId item, Runnable act) {
        try {
            act.run();
            show(pass, item);
            return "";
        } catch (LinkLeadsNowhere nowhere) {
            showNowhere();
            return "";
        } catch (StaleVersion stale) {
            return "There is a newer version: copy what you typed, and load this page again.";
        } catch (ReasonMissing
                | ReasonTooLong
                | VersionClosed
                | AbstainingNotAllowed
                | EmptyNote
                | NoteTooLong
                | TooManyNotes
                | NoSuchNote
                | NotAllowed
                | TooManyGuestActs refused) {
            return refused.getMessage() + ".";
        }
    }
}
