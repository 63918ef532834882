package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rushlight.installation.Installation;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.ReviewQueue;
import dev.rushlight.reviewsession.GuestLinkDesk;
import dev.rushlight.reviewsession.Keeping;
import dev.rushlight.reviewsession.ReviewSessionDesk;
import dev.rushlight.reviewsession.ReviewSessionDetail;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.ReviewSessions;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.Confirm;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.ShownOnce;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One review session: its entries in their order, how far it is, who takes part, and the links of its guests. */
@Route(value = Pages.REVIEW_SESSION, layout = MainLayout.class)
@CssImport("./rush/session.css")
@PermitAll
public class ReviewSessionView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final ReviewSessions reviewSessions;
    private final ReviewSessionDesk desk;
    private final GuestLinkDesk links;
    private final ReviewQueue queue;
    private final PeopleDesk people;
    private final CurrentPerson current;
    private final Installation installation;
    private final Clock clock;
    private final LiveViews live;
    private final BackgroundWork background;
    private String title = "Review session";
    private Optional<Shown> shown = Optional.empty();

    /** What is on the page, part by part. */
    private record Shown(
            ReviewSessionId id,
            ReviewSessionHead head,
            Anchor play,
            EntryList entries,
            ParticipantsCard participants,
            GuestLinksCard guests) {}

    @Inject
    public ReviewSessionView(
            ReviewSessions reviewSessions,
            ReviewSessionDesk desk,
            GuestLinkDesk links,
            ReviewQueue queue,
            PeopleDesk people,
            CurrentPerson current,
            Installation installation,
            Clock clock,
            LiveViews live,
            BackgroundWork background) {
        this.reviewSessions = reviewSessions;
        this.desk = desk;
        this.links = links;
        this.queue = queue;
        this.people = people;
        this.current = current;
        this.installation = installation;
        this.clock = clock;
        this.live = live;
        this.background = background;
        addClassNames("page", "session-page");
    }

    @Override
    public String getPageTitle() {
        return title + " · Rushlight";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        shown = event.getRouteParameters()
                .get("session")
                .flatMap(ReviewSessionId::parse)
                .filter(id -> reviewSessions.detail(me(), id).isPresent())
                .map(this::parts);
        shown.ifPresentOrElse(
                parts -> {
                    var side = new Div(parts.participants(), parts.guests());
                    side.addClassName("session-side");
                    var body = new Div(parts.entries(), side);
                    body.addClassName("session-body");
                    add(parts.head(), body);
                    refresh();
                },
                () -> add(new EmptyState(
                        Symbol.SESSION, "There is no such review session", "The link may be incomplete.")));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var sessions = new Coalesced<ReviewSessionId>(attach.getUI(), background, this::heard);
        var items = new Coalesced<ReviewItemId>(attach.getUI(), background, this::heardOfItems);
        var first = live.onReviewSession(sessions);
        var second = live.onReviewItem(items);
        addDetachListener(detach -> {
            first.run();
            second.run();
            detach.unregisterListener();
        });
    }

    private void heard(Set<ReviewSessionId> changed) {
        shown.filter(parts -> changed.contains(parts.id())).ifPresent(parts -> refresh());
    }

    private void heardOfItems(Set<ReviewItemId> changed) {
        shown.filter(parts -> changed.stream().anyMatch(parts.entries()::shows)).ifPresent(parts -> refresh());
    }

    private Shown parts(ReviewSessionId id) {
        var play = new Anchor("", "");
        play.setId("play-all");
        play.addClassNames("button-link", "main", "play-all");
        play.add(new Glyph(Symbol.NEXT), new Span("Play all"));
        return new Shown(
                id,
                new ReviewSessionHead(acts, play),
                play,
                new EntryList(reviewSessions, desk, current, id, this::refresh),
                new ParticipantsCard(
                        person -> act(me -> desk.welcome(me, id, Set.of(person))),
                        person -> act(me -> desk.dismiss(me, id, Set.of(person)))),
                new GuestLinksCard(
                        (after, limit) -> reviewSessions.guests(me(), id, after, limit),
                        () -> inviteGuest(id),
                        link -> act(me -> links.revoke(me, link.id()))));
    }

    private void refresh() {
        shown.ifPresent(parts -> reviewSessions.detail(me(), parts.id()).ifPresent(detail -> refresh(parts, detail)));
    }

    private void refresh(Shown parts, ReviewSessionDetail detail) {
        var arranges = Arranging.isAllowed(me());
        var editable = arranges && detail.state().isEditable();
        title = detail.plan().name();
        parts.entries().show(editable);
        parts.participants().show(detail.participants(), editable ? people.voters() : List.of());
        parts.guests().setVisible(arranges);
        if (arranges) {
            parts.guests().show(editable);
        }
        parts.play().setVisible(parts.entries().first().isPresent());
        parts.entries().first().ifPresent(item -> parts.play().setHref(Pages.item(item, parts.id())));
        parts.head().show(detail, arranges);
    }

    private void change(ReviewSessionDetail detail) {
        UI.getCurrent()
                .getPage()
                .retrieveExtendedClientDetails(browser -> PlanDialog.of(
                                detail.plan(), ZoneId.of(browser.getTimeZoneId()), wanted -> {
                                    desk.change(me(), detail.id(), detail.plan(), wanted);
                                    refresh();
                                })
                        .open());
    }

    private void close(ReviewSessionDetail detail) {
        Confirm.ask(
                "Close this review session?",
                "Guests are let in no more, and everything stays as it is. It can be opened again.",
                "Close",
                () -> act(me -> desk.close(me, detail.id())));
    }

    private void addItems(ReviewSessionDetail detail) {
        new AddItemsDialog(
                        new AddItemsDialog.Items() {
                            @Override
                            public List<ReviewItemSummary> find(QueueFilter filter, int limit) {
                                return queue.page(me(), filter, Optional.empty(), limit);
                            }

                            @Override
                            public void add(List<ReviewItemId> items, Keeping keeping) {
                                act(me -> said(desk.add(me, detail.id(), items, keeping)));
                            }

                            @Override
                            public void addAll(QueueFilter filter, Keeping keeping) {
                                act(me -> said(desk.addAll(me, detail.id(), filter, Integer.MAX_VALUE, keeping)));
                            }
                        },
                        detail.plan().project())
                .open();
    }

    private static void said(int added) {
        Toast.show(
                Symbol.APPROVE,
                Tone.GOOD,
                switch (added) {
                    case 0 -> "They are all in already.";
                    case 1 -> "1 item is new in this review session.";
                    default -> added + " items are new in this review session.";
                });
    }

    private void inviteGuest(ReviewSessionId id) {
        new InviteGuestDialog(clock, form -> {
                    var invitation = links.invite(me(), id, form);
                    refresh();
                    var base = installation.publicUrl().toString().replaceAll("/+$", "");
                    new ShownOnce(
                                    "A link for " + form.displayName(),
                                    "Send it to them. Whoever has it comes in by it, and it is shown only now."
                                            + (form.passphrase().isPresent()
                                                    ? " Tell them the passphrase on another way."
                                                    : ""),
                                    base + "/" + Pages.guestDoor(invitation.code()))
                            .open();
                })
                .open();
    }

    private void act(Consumer<Identity> act) {
        Arranging.attempt(() -> act.accept(me()));
        refresh();
    }

    private Identity me() {
        return current.require();
    }

    private final ReviewSessionHead.Acts acts = new ReviewSessionHead.Acts() {
        @Override
        public void change(ReviewSessionDetail detail) {
            ReviewSessionView.this.change(detail);
        }

        @Override
        public void open(ReviewSessionDetail detail) {
            act(me -> desk.open(me, detail.id()));
        }

        @Override
        public void close(ReviewSessionDetail detail) {
            ReviewSessionView.this.close(detail);
        }

        @Override
        public void reopen(ReviewSessionDetail detail) {
            act(me -> desk.reopen(me, detail.id()));
        }

        @Override
        public void addItems(ReviewSessionDetail detail) {
            ReviewSessionView.this.addItems(detail);
        }
    };
}
