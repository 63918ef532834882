package dev.rushlight.web.guest;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.EntryCursor;
import dev.rushlight.reviewsession.GuestItemSummary;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.Progress;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.web.access.CurrentGuest;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.OutcomeBar;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The review session that a guest was invited to; it follows what becomes of its items. */
@Route(Pages.GUEST)
@PageTitle("Session · Rushlight")
@CssImport("./rush/guest.css")
@AnonymousAllowed
public class GuestView extends Div implements BeforeEnterObserver {

    private static final int PAGE = 100;
    private static final Duration PACE = Duration.ofSeconds(2);

    private final GuestDesks desks;
    private final OutcomeBar bar = new OutcomeBar(Progress.NONE);
    private final OrderedList list = new OrderedList();
    private final Div foot = new Div();
    private final List<GuestLine> lines = new ArrayList<>();

    /** Written under the page's lock, read by whatever thread brings news. */
    private volatile Set<ReviewItemId> shown = Set.of();

    /** As above. */
    private volatile Optional<GuestPass> pass = Optional.empty();

    @Inject
    public GuestView(GuestDesks desks) {
        this.desks = desks;
        list.addClassName("guest-items");
        foot.addClassName("paging");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        pass = CurrentGuest.find();
        pass.ifPresentOrElse(this::show, this::showNowhere);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes =
                new Coalesced<Object>(attach.getUI(), desks.background(), PACE, ids -> pass.ifPresent(this::follow));
        var stopItems = desks.live().onReviewItem(id -> {
            if (shown.contains(id)) {
                changes.accept(id);
            }
        });
        var stopSession = desks.live().onReviewSession(id -> {
            if (pass.filter(known -> known.reviewSession().equals(id)).isPresent()) {
                changes.accept(id);
            }
        });
        addDetachListener(detach -> {
            stopItems.run();
            stopSession.run();
            detach.unregisterListener();
        });
    }

    private void show(GuestPass known) {
        removeAll();
        clear();
        try {
            var session = desks.guests().reviewSession(known);
            var main = new Main(new H1(session.name()));
            main.addClassName("guest-page");
            session.description().ifPresent(text -> {
                var words = new Paragraph(text);
                words.addClassNames("prose", "soft");
                main.add(words);
            });
            bar.show(session.progress());
            main.add(bar, list, foot);
            add(new GuestHead().show(session), main);
            more(known);
        } catch (LinkLeadsNowhere nowhere) {
            showNowhere();
        } catch (TooManyGuestActs tooMany) {
            removeAll();
            add(new EmptyState(Symbol.CLOCK, "One moment", tooMany.getMessage() + "."));
        }
    }

    private void showNowhere() {
        removeAll();
        clear();
        pass = Optional.empty();
        add(Nowhere.door());
    }

    private void clear() {
        list.removeAll();
        lines.clear();
        shown = Set.of();
    }

    private void more(GuestPass known) {
        append(desks.guests().items(known, end(), PAGE), PAGE);
    }

    private Optional<EntryCursor> end() {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(lines.get(lines.size() - 1).item().cursor());
    }

    private void append(List<GuestItemSummary> items, int asked) {
        for (var item : items) {
            var line = new GuestLine(item);
            lines.add(line);
            list.add(line);
        }
        shown = lines.stream().map(line -> line.item().item()).collect(Collectors.toUnmodifiableSet());
        foot.removeAll();
        if (items.size() == asked) {
            foot.add(new Button("Show more", click -> pass.ifPresent(this::more)));
        }
        if (lines.isEmpty()) {
            foot.add(new EmptyState(Symbol.SESSION, "Nothing to look at yet", "Come back when there is something."));
        }
    }

    private void follow(GuestPass known) {
        try {
            var progress = desks.guests().reviewSession(known).progress();
            var wanted = Math.max(PAGE, lines.size());
            var items = desks.guests().items(known, Optional.empty(), wanted);
            bar.show(progress);
            if (ids(items).equals(lines.stream().map(line -> line.item().item()).toList())) {
                for (var index = 0; index < items.size(); index++) {
                    lines.get(index).show(items.get(index));
                }
            } else {
                clear();
                append(items, wanted);
            }
        } catch (LinkLeadsNowhere nowhere) {
            showNowhere();
        } catch (TooManyGuestActs tooMany) {
            // What is shown is as it was a moment ago; the next news brings it up to date.
            return;
        }
    }

    private static List<ReviewItemId> ids(List<GuestItemSummary> items) {
        return items.stream().map(GuestItemSummary::item).toList();
    }
}
