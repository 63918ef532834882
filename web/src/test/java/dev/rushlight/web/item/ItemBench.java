package dev.rushlight.web.item;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItemBase;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import dev.rushlight.audit.AuditDesk;
import dev.rushlight.hub.HubState;
import dev.rushlight.people.DelegationDesk;
import dev.rushlight.people.DelegationSummary;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Content;
import dev.rushlight.review.DecisionDetail;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.Request;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.SupervisionDesk;
import dev.rushlight.review.Verdict;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VersionId;
import dev.rushlight.review.VoteId;
import dev.rushlight.web.content.LineNotes;
import dev.rushlight.web.keyboard.DecideKeys;
import dev.rushlight.web.live.HubsAtAGlance.Hub;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.note.NotesBench;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.MemoryReviewSessions;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An item's page with everything around it made up: what is there to see, and what was asked of the desks. */
final class ItemBench implements AutoCloseable {

    final FixedBriefing briefing = new FixedBriefing();
    final Line line = new Line();
    final MemoryReviewSessions sessions = new MemoryReviewSessions();
    final List<String> asked = new ArrayList<>();
    final List<Identity> deputies = new ArrayList<>();
    final List<DelegationSummary> delegations = new ArrayList<>();
    Optional<RuntimeException> refusal = Optional.empty();
    Optional<DecisionDetail> consequence = Optional.empty();

    private final Browser browser = new Browser();
    private final NotesBench notes = new NotesBench();
    private final LiveViews live = new LiveViews();
    private final ByHand background = new ByHand();
    private final Map<ReviewItemId, ReviewItemDetail> items = new HashMap<>();

    void put(ReviewItemId id, VersionDetail... versions) {
        put(id, List.of(), versions);
    }

    void put(ReviewItemId id, List<DecisionDetail> decisions, VersionDetail... versions) {
        items.put(id, Samples.item(id, decisions, versions));
    }

    void open(Somebody somebody, ReviewItemId id, String query) {
        Frame.around(browser, somebody)
                .with(
                        ItemView.class,
                        () -> new ItemView(
                                new Items(),
                                new DecisionDesks(new Votes(), new Acts(), briefing, new Delegations(), line, sessions),
                                new LookDesks(
                                        new Items(),
                                        new Votes(),
                                        notes.written(),
                                        new LineNotes(notes.desk(), notes.written(), new Items(), somebody),
                                        live,
                                        background),
                                somebody,
                                () -> List.of(new Hub(Samples.HUB, "Embedded hub", HubState.LIVE)),
                                live,
                                background,
                                notes.panel(somebody, new Items(), live, background),
                                new HistoryProof(new AuditDesk() {}, somebody),
                                Clock.fixed(Samples.NOW, ZoneOffset.UTC)))
                .open();
        browser.go("item/" + id + query);
    }

    DelegationDesk delegating() {
        return new Delegations();
    }

    /** The way through the queue, without a page. */
    Walk walkFrom(ReviewItemId id, Identity person) {
        return new QueueWalk(line, new FirstMedium(new Items()), new FixedRoom(items.get(id), person));
    }

    /** Something changed the item. */
    void hear(ReviewItemId id) {
        LiveNews.changed(live, id);
        background.work();
        browser.settle();
    }

    /** Lets the pauses be over after which a page follows the news again. */
    void wake() {
        background.wake();
        browser.settle();
    }

    /** Something changed the review session. */
    void hearDailies() {
        LiveNews.changed(live, MemoryReviewSessions.DAILIES);
        background.work();
        browser.settle();
    }

    /** A key is pressed that decides, as the browser tells it. */
    void press(String action, String subject, String reason) {
        var keys = _get(DecideKeys.class);
        ComponentUtil.fireEvent(keys, new DecideKeys.Verdict(keys, true, action, subject, reason));
    }

    void walk(boolean forward) {
        var keys = _get(DecideKeys.class);
        ComponentUtil.fireEvent(keys, new DecideKeys.Walking(keys, true, forward));
    }

    static void choose(String act) {
        ComponentUtil.fireEvent(
                act(act).orElseThrow(), new com.vaadin.flow.component.ClickEvent<>(act(act).orElseThrow()));
    }

    static Optional<Component> act(String id) {
        return _find(MenuBar.class, spec -> spec.withId("acts")).stream()
                .flatMap(menu -> menu.getItems().stream())
                .flatMap(root -> root.getSubMenu().getItems().stream())
                .filter(item -> item.getId().filter(id::equals).isPresent())
                .map(MenuItemBase.class::cast)
                .map(Component.class::cast)
                .findFirst();
    }

    static void click(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    static String page() {
        return text(_get(ItemView.class));
    }

    static String name() {
        return text(_get(ItemHead.class));
    }

    static String toasts() {
        return _find(Notification.class).stream()
                .filter(Notification::isOpened)
                .map(ItemBench::text)
                .collect(Collectors.joining("\n"));
    }

    static String text(Component component) {
        return words(component.getElement()).collect(Collectors.joining());
    }

    private static Stream<String> words(Element element) {
        return element.isTextNode()
                ? Stream.of(element.getText())
                : element.getChildren().flatMap(ItemBench::words);
    }

    @Override
    public void close() {
        browser.close();
    }

    private Verdict answer(String what) {
        refusal.ifPresent(rule -> {
            throw rule;
        });
        asked.add(what);
        return new Verdict(Outcome.IN_REVIEW, consequence.map(DecisionDetail::id), false);
    }

    private final class Items extends ReviewItems {

        @Override
        public Optional<ReviewItemDetail> detail(Identity viewer, ReviewItemId id) {
            return Optional.ofNullable(items.get(id));
        }

        @Override
        public Optional<VersionDetail> version(Identity viewer, ReviewItemId id, int number) {
            return items.get(id).versions().stream().findFirst();
        }

        @Override
        public Content content(Identity viewer, VersionId id) {
            return Samples.content(id);
        }
    }

    private final class Votes extends ReviewDesk {

        @Override
        public void seen(Identity viewer, VersionId id) {}

        @Override
        public Verdict vote(Identity voter, ReviewItemId id, int versionSeen, Choice choice, String reason) {
            consequence.ifPresent(decision ->
                    put(id, List.of(decision), items.get(id).versions().toArray(VersionDetail[]::new)));
            return answer("%s %s v%d %s"
                    .formatted(voter.username(), choice, versionSeen, reason)
                    .strip());
        }

        @Override
        public Verdict undo(Identity voter, DecisionId id) {
            return answer("undo " + id);
        }

        @Override
        public Verdict revoke(Identity voter, VoteId id, String reason, Request request) {
            return answer("revoke " + id);
        }
    }

    private final class Acts extends SupervisionDesk {

        @Override
        public Verdict override(
                Identity by, ReviewItemId id, int versionSeen, Outcome outcome, String reason, Request request) {
            return answer("override v%d %s: %s".formatted(versionSeen, outcome, reason));
        }

        @Override
        public Verdict dismiss(Identity by, VoteId id, String reason, Request request) {
            return answer("dismiss %s: %s".formatted(id, reason));
        }

        @Override
        public Verdict hold(Identity by, ReviewItemId id, int versionSeen, String reason, Request request) {
            return answer("hold v%d: %s".formatted(versionSeen, reason));
        }

        @Override
        public Verdict resume(Identity by, ReviewItemId id, int versionSeen, String reason, Request request) {
            return answer("resume v%d: %s".formatted(versionSeen, reason));
        }

        @Override
        public Verdict reopen(Identity by, ReviewItemId id, int versionSeen, String reason, Request request) {
            return answer("reopen v%d: %s".formatted(versionSeen, reason));
        }

        @Override
        public Verdict withdraw(Identity by, ReviewItemId id, int versionSeen, String reason, Request request) {
            return answer("withdraw v%d: %s".formatted(versionSeen, reason));
        }
    }

    private final class Delegations extends DelegationDesk {

        @Override
        public List<Identity> candidates(Identity delegator) {
            return deputies;
        }

        @Override
        public List<DelegationSummary> delegations(Identity viewer) {
            return delegations;
        }

        @Override
        public void delegate(Identity by, PersonId delegator, PersonId deputy, Instant until) {
            answer("delegate to %s until %s".formatted(deputy, until));
        }

        @Override
        public void end(Identity by, PersonId delegator) {
            answer("end delegation");
        }
    }
}
