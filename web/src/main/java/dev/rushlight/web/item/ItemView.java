package dev.rushlight.web.item;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.AbstainingNotAllowed;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.Content;
import dev.rushlight.review.DecisionDelivery;
import dev.rushlight.review.DecisionDetail;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.DeliveryState;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.ReasonMissing;
import dev.rushlight.review.ReasonTooLong;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.TaskContent;
import dev.rushlight.review.TooLateToUndo;
import dev.rushlight.review.VersionClosed;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.HubsAtAGlance;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One review item: look, vote, and see what becomes of it. */
@Route(value = Pages.ITEM, layout = MainLayout.class)
@CssImport("./rush/item.css")
@PermitAll
public class ItemView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final ReviewItems items;
    private final ReviewDesk desk;
    private final CurrentPerson current;
    private final HubsAtAGlance hubs;
    private final LiveViews live;
    private final BackgroundWork background;
    private final Clock clock;

    private final ItemHead head = new ItemHead();
    private final Div banners = new Div();
    private final Div stage = new Div();
    private final DeliveryLine delivery = new DeliveryLine(this::refresh);
    private final OutcomeCard outcome = new OutcomeCard(delivery);
    private final DecisionPanel panel = new DecisionPanel();
    private final VersionRail versions = new VersionRail(this::choose);
    private final History history = new History();
    private final DecisionToast toast = new DecisionToast();

    /** Written under the page's lock, read by whatever thread brings news. */
    private volatile Optional<ReviewItemDetail> item = Optional.empty();

    /** The number of the version on the screen. */
    private int shown;

    /** What the stage was built for; a refresh must not stop a video. */
    private Optional<VersionDetail> onStage = Optional.empty();

    @Inject
    public ItemView(
            ReviewItems items,
            ReviewDesk desk,
            CurrentPerson current,
            HubsAtAGlance hubs,
            LiveViews live,
            BackgroundWork background,
            Clock clock) {
        this.items = items;
        this.desk = desk;
        this.current = current;
        this.hubs = hubs;
        this.live = live;
        this.background = background;
        this.clock = clock;
        addClassNames("page", "item-page");
        banners.addClassName("banners");
        stage.addClassName("stage");
        panel.addVoteListener(vote -> vote(vote.choice(), vote.reason()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("id").flatMap(ReviewItemId::parse);
        item = id.flatMap(known -> items.detail(current.require(), known));
        if (item.isEmpty()) {
            showMissing();
            return;
        }
        shown = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("version")
                .flatMap(ItemView::number)
                .filter(number -> version(number).isPresent())
                .orElse(item.get().currentVersion());
        var side = new Aside(outcome, panel, versions, history);
        side.addClassName("item-side");
        var body = new Div(stage, side);
        body.addClassName("item-body");
        removeAll();
        banners.removeAll();
        add(head, banners, body);
        render();
    }

    @Override
    public String getPageTitle() {
        return item.map(known -> "%s v%d · Rushlight".formatted(known.name(), shown))
                .orElse("Not found · Rushlight");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes = new Coalesced<Object>(attach.getUI(), background, ids -> refresh());
        var stopItem = live.onReviewItem(id -> {
            if (item.filter(known -> known.id().equals(id)).isPresent()) {
                changes.accept(id);
            }
        });
        var stopHub = live.onConnection(id -> {
            if (item.filter(known -> known.connection().equals(id)).isPresent()) {
                changes.accept(id);
            }
        });
        addDetachListener(detach -> {
            stopItem.run();
            stopHub.run();
            detach.unregisterListener();
        });
    }

    /** Reads the item anew and shows what is different, without touching what is being looked at or typed. */
    private void refresh() {
        item.ifPresent(before -> {
            var after = items.detail(current.require(), before.id());
            if (after.isEmpty()) {
                item = after;
                showMissing();
                return;
            }
            item = after;
            if (after.get().currentVersion() > before.currentVersion()) {
                newVersion(before, after.get());
            } else {
                warnOfOtherVotes(before, after.get());
            }
            render();
        });
    }

    private void newVersion(ReviewItemDetail before, ReviewItemDetail after) {
        var wasCurrent = shown == before.currentVersion();
        var busy = !before.outcome().isVerdict() || !panel.typed().isBlank();
        if (wasCurrent && !busy) {
            shown = after.currentVersion();
            banner(Symbol.SUPERSEDED, Tone.BUSY, "v%d arrived just now; you are looking at it.".formatted(shown));
            return;
        }
        banner(
                Symbol.SUPERSEDED,
                Tone.CARE,
                "v%d arrived while you were looking at v%d.%s"
                        .formatted(
                                after.currentVersion(),
                                shown,
                                panel.typed().isBlank() ? "" : " What you typed is kept."),
                toCurrent(after));
    }

    private void warnOfOtherVotes(ReviewItemDetail before, ReviewItemDetail after) {
        if (panel.typed().isBlank()) {
            return;
        }
        var me = current.require().id();
        var known = votes(before);
        votes(after).stream()
                .filter(vote -> !vote.voter().equals(me) && vote.inForce())
                .filter(vote -> known.stream().noneMatch(old -> sameVote(old, vote)))
                .forEach(vote -> banner(
                        Appearance.of(vote.choice()).symbol(),
                        Tone.CARE,
                        "%s voted “%s” while you were writing. What you typed is kept."
                                .formatted(
                                        vote.displayName(),
                                        Appearance.of(vote.choice()).word())));
    }

    private List<VoteDetail> votes(ReviewItemDetail detail) {
        return detail.versions().stream()
                .filter(version -> version.number() == shown)
                .flatMap(version -> version.votes().stream())
                .toList();
    }

    private static boolean sameVote(VoteDetail one, VoteDetail other) {
        return one.voter().equals(other.voter()) && one.castAt().equals(other.castAt());
    }

    private void render() {
        var detail = item.orElseThrow();
        var version = version(shown).orElseThrow();
        var person = current.require();
        head.show(detail, version);
        if (onStage.map(VersionDetail::id).filter(version.id()::equals).isEmpty()) {
            stage.removeAll();
            stage.add(content(detail, version, items.content(person, version.id())));
            version.description().filter(text -> !text.isBlank()).ifPresent(text -> stage.add(description(text)));
            onStage = Optional.of(version);
        }
        outcome.show(version);
        showDelivery(detail, person);
        showPanel(detail, version, person);
        versions.show(detail, shown);
        history.show(detail);
    }

    private Component content(ReviewItemDetail detail, VersionDetail version, Content content) {
        // A sealed type without pattern switch: the kind is the discriminator.
        return switch (content.kind()) {
            case ASSET -> media(detail, version, (MediaContent) content);
            case CHANGESET -> new ChangesetStage((ChangesetContent) content);
            case TASK -> new TaskStage((TaskContent) content);
        };
    }

    private Component media(ReviewItemDetail detail, VersionDetail version, MediaContent content) {
        var layer = new AnnotationLayer(live, background);
        return new MediaStage(
                "%s v%d".formatted(detail.name(), version.number()),
                content,
                layer,
                medium -> layer.show(current.require(), detail.id(), version.number(), medium));
    }

    private static Component description(String text) {
        var words = new Paragraph(text);
        words.addClassName("prose");
        var description = new Div(words);
        description.addClassNames("sheet", "description");
        return description;
    }

    private void showDelivery(ReviewItemDetail detail, Identity person) {
        var told = lastTold(detail);
        var hub = hubs.hubs().stream()
                .filter(known -> known.id().equals(detail.connection()))
                .map(HubsAtAGlance.Hub::state)
                .findAny();
        delivery.show(told.flatMap(DecisionDetail::delivery), detail.connectionName(), hub, clock.instant());
        var mine = told.filter(
                decision -> isHeld(decision) && decision.actor().id().equals(person.id()));
        mine.ifPresent(decision -> {
            var again = new Button("Undo", new Glyph(Symbol.UNDO), click -> undo(decision.id()));
            again.addClassName("undo");
            delivery.add(again);
        });
        if (mine.isEmpty()) {
            toast.close();
        }
    }

    private Optional<DecisionDetail> lastTold(ReviewItemDetail detail) {
        return detail.decisions().stream()
                .filter(decision -> decision.version() == shown)
                .filter(decision -> decision.delivery().isPresent())
                .findFirst();
    }

    private static boolean isHeld(DecisionDetail decision) {
        return decision.delivery()
                .filter(known -> known.state() == DeliveryState.HELD)
                .isPresent();
    }

    private void showPanel(ReviewItemDetail detail, VersionDetail version, Identity person) {
        panel.mark(version.votes().stream()
                .filter(vote -> vote.voter().equals(person.id()) && vote.inForce())
                .map(VoteDetail::choice)
                .findFirst());
        if (!person.role().mayVote()) {
            panel.close("Your role is viewer: you can look, but not vote.");
        } else if (version.number() != detail.currentVersion()) {
            panel.close("Votes count on the current version only, and that is v%d.".formatted(detail.currentVersion()));
        } else if (version.outcome().isClosed()) {
            panel.close("This version takes no votes any more: it is %s."
                    .formatted(Appearance.of(version.outcome()).word().toLowerCase()));
        } else {
            panel.open();
        }
    }

    private void vote(Choice choice, String reason) {
        var detail = item.orElseThrow();
        try {
            var verdict = desk.vote(current.require(), detail.id(), shown, choice, reason);
            panel.type("");
            banners.removeAll();
            refresh();
            verdict.decision()
                    .ifPresentOrElse(
                            made -> announce(made, choice),
                            () -> Toast.show(
                                    Appearance.of(choice).symbol(),
                                    Tone.GOOD,
                                    verdict.late()
                                            ? "Your vote is saved, but it came after the outcome was final."
                                            : "Your vote is saved; the outcome stays as it was."));
        } catch (ReasonMissing | ReasonTooLong wrong) {
            panel.complain(wrong.getMessage());
        } catch (StaleVersion | VersionClosed overtaken) {
            refresh();
            if (banners.getComponentCount() == 0) {
                banner(
                        Symbol.WARNING,
                        Tone.CARE,
                        overtaken.getMessage() + ". What you typed is kept.",
                        toCurrent(item.orElseThrow()));
            }
        } catch (NotAllowed | AbstainingNotAllowed refused) {
            refresh();
            banner(Symbol.WARNING, Tone.BAD, refused.getMessage() + ". What you typed is kept.");
        } catch (NoSuchReviewItem gone) {
            refresh();
        }
    }

    private void announce(DecisionId made, Choice choice) {
        var detail = item.orElseThrow();
        var appearance = Appearance.of(choice);
        var what = "%s on %s v%d".formatted(appearance.word(), detail.name(), shown);
        detail.decisions().stream()
                .filter(decision -> decision.id().equals(made) && isHeld(decision))
                .findFirst()
                .flatMap(DecisionDetail::delivery)
                .flatMap(DecisionDelivery::heldUntil)
                .map(until -> Duration.between(clock.instant(), until))
                .ifPresentOrElse(
                        grace -> toast.offerUndo(appearance, what, grace, () -> undo(made)),
                        () -> Toast.show(appearance.symbol(), appearance.tone(), what + " – saved"));
    }

    private void undo(DecisionId decision) {
        var typed = item.stream()
                .flatMap(detail -> detail.decisions().stream())
                .filter(known -> known.id().equals(decision))
                .findFirst()
                .flatMap(DecisionDetail::reason);
        toast.close();
        try {
            desk.undo(current.require(), decision);
            Toast.show(Symbol.UNDO, Tone.QUIET, "Undone; nothing was published.");
            if (panel.typed().isBlank()) {
                typed.ifPresent(panel::type);
            }
        } catch (TooLateToUndo | NotAllowed tooLate) {
            Toast.show(Symbol.WARNING, Tone.CARE, tooLate.getMessage() + ".");
        }
        refresh();
    }

    private void choose(int number) {
        shown = number;
        banners.removeAll();
        var detail = item.orElseThrow();
        var parameters = number == detail.currentVersion()
                ? QueryParameters.empty()
                : QueryParameters.simple(Map.of("version", Integer.toString(number)));
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(Pages.item(detail.id()), parameters));
        render();
    }

    private void banner(Symbol symbol, Tone tone, String text, Component... actions) {
        banners.removeAll();
        banners.add(new Banner(symbol, tone, text, actions));
    }

    private Button toCurrent(ReviewItemDetail detail) {
        return new Button("Show v" + detail.currentVersion(), click -> choose(detail.currentVersion()));
    }

    private void showMissing() {
        removeAll();
        onStage = Optional.empty();
        var back = new Anchor(Pages.QUEUE, "Back to the queue");
        back.addClassName("button-link");
        add(new EmptyState(Symbol.QUEUE, "No such item", "It does not exist, or it is not for you.", back));
    }

    private Optional<VersionDetail> version(int number) {
        return item.stream()
                .flatMap(detail -> detail.versions().stream())
                .filter(version -> version.number() == number)
                .findFirst();
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,7}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
