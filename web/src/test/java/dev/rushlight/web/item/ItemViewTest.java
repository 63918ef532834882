package dev.rushlight.web.item;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import dev.rushlight.audit.AuditDesk;
import dev.rushlight.hub.HubState;
import dev.rushlight.people.DelegationDesk;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Content;
import dev.rushlight.review.DecisionDetail;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.DeliveryState;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.SupervisionDesk;
import dev.rushlight.review.TooLateToUndo;
import dev.rushlight.review.Verdict;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VersionId;
import dev.rushlight.web.content.LineNotes;
import dev.rushlight.web.live.HubsAtAGlance.Hub;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.note.NotesBench;
import dev.rushlight.web.player.ReviewPlayer;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.MemoryReviewSessions;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import elemental.json.JsonObject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemViewTest {

    private static final ReviewItemId ID = ReviewItemId.random();
    private static final Identity TOM = Somebody.person("tom", Role.LEAD);

    private final Browser browser = new Browser();
    private final LiveViews live = new LiveViews();
    private final ByHand background = new ByHand();
    private final NotesBench notes = new NotesBench();
    private final List<String> seen = new ArrayList<>();
    private final List<String> votes = new ArrayList<>();
    private final List<DecisionId> undone = new ArrayList<>();
    private Optional<ReviewItemDetail> item = Optional.empty();
    private Optional<RuntimeException> refusal = Optional.empty();
    private Optional<DecisionDetail> consequence = Optional.empty();
    private HubState hub = HubState.LIVE;
    private boolean late;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void whoeverOpensAVersionHasSeenItOnce() {
        var version = v(1, Outcome.PENDING);
        show(version);
        open(Role.REVIEWER, "");
        hear();
        assertThat(seen).containsExactly(Somebody.as(Role.REVIEWER).require().username() + " " + version.id());
    }

    @Test
    void theCurrentVersionIsOnStage() {
        show(v(1, Outcome.SUPERSEDED), v(2, Outcome.PENDING));
        open(Role.REVIEWER, "");
        assertThat(outcome()).isEqualTo("Pending");
        assertThat(medium().getString("url")).isEqualTo("http://artist/v2.mp4");
        assertThat(medium().getString("poster")).isEqualTo("http://artist/poster.jpg");
    }

    @Test
    void onAPhoneOneTapLeadsToTheNotes() {
        show(v(1, Outcome.PENDING));
        open(Role.REVIEWER, "");
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        _click(button("jump-notes"));
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .extracting(call -> call.getInvocation().getExpression())
                .anyMatch(script -> script.contains("scrollIntoView"));
    }

    @Test
    void anUnknownItemIsToldKindly() {
        open(Role.REVIEWER, "");
        assertThat(_get(H2.class).getText()).isEqualTo("No such item");
    }

    @Test
    void whatIsNoIdIsAnUnknownItem() {
        var somebody = Somebody.as(Role.REVIEWER);
        frame(somebody);
        browser.go("item/..%2f");
        assertThat(_get(H2.class).getText()).isEqualTo("No such item");
    }

    @Test
    void aVoteGoesToTheDeskWithTheVersionThatWasSeen() {
        show(v(1, Outcome.SUPERSEDED), v(2, Outcome.PENDING));
        open(Role.REVIEWER, "");
        _click(button("vote-approve"));
        assertThat(votes).containsExactly("maria APPROVE v2 ");
    }

    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"APPROVE_WITH_NOTES", "REQUEST_CHANGES", "REJECT"})
    void aChoiceThatNeedsAReasonAsksForIt(Choice choice) {
        show(v(1, Outcome.PENDING));
        open(Role.REVIEWER, "");
        _click(button("vote-" + choice.name().toLowerCase().replace('_', '-')));
        assertThat(votes).isEmpty();
        assertThat(reason().isInvalid()).isTrue();
        assertThat(reason().getErrorMessage()).contains("needs a reason");
    }

    @Test
    void aVoteWithItsReasonEmptiesTheField() {
        show(v(1, Outcome.PENDING));
        open(Role.REVIEWER, "");
        _setValue(reason(), "Edge flicker ");
        _click(button("vote-request-changes"));
        assertThat(votes).containsExactly("maria REQUEST_CHANGES v1 Edge flicker");
        assertThat(reason().getValue()).isEmpty();
    }

    @Test
    void aDecisionCanBeUndoneFromTheToast() {
        show(v(1, Outcome.PENDING));
        open(Role.REVIEWER, "");
        var decision = DecisionId.random();
        consequence = Optional.of(Samples.decision(
                decision, 1, Outcome.REJECTED, Samples.reviewer(), Samples.delivery(DeliveryState.HELD)));
        _setValue(reason(), "Wrong shot");
        _click(button("vote-reject"));
        assertThat(_get(com.vaadin.flow.component.notification.Notification.class)
                        .isOpened())
                .isTrue();
        assertThat(delivery()).startsWith("Saved · publishes in ");
        _click(button("undo"));
        assertThat(undone).containsExactly(decision);
        assertThat(reason().getValue()).isEqualTo("because");
    }

    @Test
    void aLateVoteIsSaidToBeOne() {
        show(v(1, Outcome.APPROVED));
        open(Role.REVIEWER, "");
        late = true;
        _click(button("vote-approve"));
        assertThat(_get(com.vaadin.flow.component.notification.Notification.class)
                        .getElement()
                        .getTextRecursively())
                .contains("after the outcome was final");
    }

    @Test
    void undoingTooLateIsSaid() {
        var decision = DecisionId.random();
        show(
                List.of(Samples.decision(
                        decision, 1, Outcome.REJECTED, Samples.reviewer(), Samples.delivery(DeliveryState.HELD))),
                v(1, Outcome.REJECTED));
        open(Role.REVIEWER, "");
        refusal = Optional.of(new TooLateToUndo("The decision is already on its way to the hub"));
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(_get(com.vaadin.flow.component.notification.Notification.class)
                        .getElement()
                        .getTextRecursively())
                .contains("already on its way");
    }

    @Test
    void aStaleVoteKeepsWhatWasTyped() {
        show(v(1, Outcome.PENDING));
        open(Role.REVIEWER, "");
        _setValue(reason(), "Edge flicker");
        refusal = Optional.of(new StaleVersion(1, 2, "sh020 comp", "tom", Samples.NOW));
        show(v(1, Outcome.SUPERSEDED), v(2, Outcome.PENDING));
        _click(button("vote-reject"));
        assertThat(text(_get(Banner.class))).contains("v2 arrived");
        assertThat(reason().getValue()).isEqualTo("Edge flicker");
        assertThat(shownVersion()).isEqualTo("v1");
    }

    @Test
    void aNewVersionTakesTheStageOnceTheOldOneIsDecided() {
        show(v(1, Outcome.CHANGES_REQUESTED));
        open(Role.REVIEWER, "");
        show(v(1, Outcome.SUPERSEDED), v(2, Outcome.PENDING));
        hear();
        assertThat(shownVersion()).isEqualTo("v2");
        assertThat(text(_get(Banner.class))).contains("v2 arrived just now");
    }

    @Test
    void aNewVersionDoesNotInterruptWhoeverIsLooking() {
        show(v(1, Outcome.PENDING));
        open(Role.REVIEWER, "");
        show(v(1, Outcome.SUPERSEDED), v(2, Outcome.PENDING));
        hear();
        assertThat(shownVersion()).isEqualTo("v1");
        assertThat(enabled("vote-approve")).isFalse();
        _click(_get(Button.class, spec -> spec.withText("Show v2")));
        assertThat(shownVersion()).isEqualTo("v2");
        assertThat(enabled("vote-approve")).isTrue();
    }

    @Test
    void aNewVersionDoesNotTakeTheStageFromWhoeverWritesANote() {
        show(v(1, Outcome.CHANGES_REQUESTED));
        open(Role.REVIEWER, "");
        NotesBench.typeSomething();
        show(v(1, Outcome.SUPERSEDED), v(2, Outcome.PENDING));
        hear();
        assertThat(shownVersion()).isEqualTo("v1");
        assertThat(text(_get(Banner.class))).contains("What you typed is kept.");
    }

    @Test
    void theAddressSaysWhichNotesOfWhichVersionAreShown() {
        show(v(1, Outcome.SUPERSEDED), v(2, Outcome.PENDING));
        open(Role.REVIEWER, "?version=1&notes=open,mine");
        assertThat(pressed("notes-open")).isTrue();
        assertThat(pressed("notes-blocking")).isFalse();
        assertThat(shownVersion()).isEqualTo("v1");
    }

    private static boolean pressed(String id) {
        return _get(NativeButton.class, spec -> spec.withId(id))
                .getElement()
                .getAttribute("aria-pressed")
                .equals("true");
    }

    @Test
    void somebodyElsesVoteIsSaidToWhoeverIsWriting() {
        show(v(1, Outcome.PENDING));
        open(Role.REVIEWER, "");
        _setValue(reason(), "Edge flicker");
        show(Samples.version(
                1, Outcome.APPROVED, Samples.video("http://artist/v1.mp4"), Samples.vote(TOM, Choice.APPROVE, "")));
        hear();
        assertThat(text(_get(Banner.class))).contains("Tom voted “Approve” while you were writing");
        assertThat(reason().getValue()).isEqualTo("Edge flicker");
        assertThat(outcome()).isEqualTo("Approved");
    }

    @Test
    void aRefreshDoesNotTouchTheMedium() {
        var version = v(1, Outcome.PENDING);
        show(version);
        open(Role.REVIEWER, "");
        var before = player();
        var shown = medium();
        hear();
        assertThat(player()).isEqualTo(before);
        assertThat(medium()).isSameAs(shown);
    }

    @Test
    void anOldVersionCanBeLookedAtButNotVotedOn() {
        show(v(1, Outcome.SUPERSEDED), v(2, Outcome.PENDING));
        open(Role.REVIEWER, "");
        _click(_get(NativeButton.class, spec -> spec.withId("version-1")));
        assertThat(outcome()).isEqualTo("Superseded");
        assertThat(medium().getString("url")).isEqualTo("http://artist/v1.mp4");
        assertThat(enabled("vote-approve")).isFalse();
    }

    @Test
    void ofManyVersionsTheNewestAreShownAndTheEarlierWhenTheyAreAskedFor() {
        show(IntStream.rangeClosed(1, 150)
                .mapToObj(number -> v(number, number == 150 ? Outcome.PENDING : Outcome.SUPERSEDED))
                .toArray(VersionDetail[]::new));
        open(Role.REVIEWER, "");
        assertThat(_find(NativeButton.class, spec -> spec.withClasses("version")))
                .hasSize(20);
        assertThat(_find(ListItem.class, spec -> spec.withClasses("moment"))).hasSize(50);
        assertThat(button("earlier-versions").getText()).isEqualTo("Earlier versions (100 of 130)");
        assertThat(button("earlier-history").getText()).isEqualTo("Earlier history (100)");

        _click(button("earlier-versions"));
        _click(button("earlier-history"));
        assertThat(_find(NativeButton.class, spec -> spec.withClasses("version")))
                .hasSize(120);
        assertThat(_find(ListItem.class, spec -> spec.withClasses("moment"))).hasSize(150);
        assertThat(button("earlier-versions").getText()).isEqualTo("Earlier versions (30)");
        assertThat(_find(Button.class, spec -> spec.withId("earlier-history"))).isEmpty();

        hear();
        assertThat(_find(NativeButton.class, spec -> spec.withClasses("version")))
                .hasSize(120);
        _click(_get(NativeButton.class, spec -> spec.withId("version-40")));
        assertThat(shownVersion()).isEqualTo("v40");
    }

    @Test
    void anOldVersionThatALinkNamesIsAmongThoseShown() {
        show(IntStream.rangeClosed(1, 60)
                .mapToObj(number -> v(number, number == 60 ? Outcome.PENDING : Outcome.SUPERSEDED))
                .toArray(VersionDetail[]::new));
        open(Role.REVIEWER, "?version=30");
        assertThat(_get(NativeButton.class, spec -> spec.withId("version-30"))
                        .getElement()
                        .getAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(_find(NativeButton.class, spec -> spec.withId("version-29"))).isEmpty();
    }

    @Test
    void aLinkMayNameAnOldVersion() {
        show(v(1, Outcome.SUPERSEDED), v(2, Outcome.PENDING));
        open(Role.REVIEWER, "?version=1");
        assertThat(shownVersion()).isEqualTo("v1");
    }

    @Test
    void aViewerLooksButDoesNotVote() {
        show(v(1, Outcome.PENDING));
        open(Role.VIEWER, "");
        assertThat(enabled("vote-approve")).isFalse();
        assertThat(pageText()).contains("Your role is viewer");
    }

    @Test
    void anItemThatIsGoneIsSaid() {
        show(v(1, Outcome.PENDING));
        open(Role.REVIEWER, "");
        item = Optional.empty();
        hear();
        assertThat(_get(H2.class).getText()).isEqualTo("No such item");
    }

    @Test
    void theDeliveryIsToldInWords() {
        assertThat(deliveryWhen(DeliveryState.PUBLISHING)).isEqualTo("Publishing to Embedded hub…");
        assertThat(deliveryWhen(DeliveryState.RETRYING))
                .startsWith("Waiting for Embedded hub · will retry (attempt 3)");
        assertThat(deliveryWhen(DeliveryState.DELIVERED)).startsWith("Delivered to Embedded hub");
        assertThat(deliveryWhen(DeliveryState.FAILED))
                .isEqualTo("Not delivered: connection lost – an admin can resend it");
        assertThat(deliveryWhen(DeliveryState.UNDONE)).isEqualTo("Undone");
        hub = HubState.WAITING;
        assertThat(deliveryWhen(DeliveryState.PUBLISHING))
                .isEqualTo("Saved · waiting for Embedded hub, which is not connected");
    }

    @Test
    void onlyTheOneWhoDecidedMayUndo() {
        show(
                List.of(Samples.decision(
                        DecisionId.random(), 1, Outcome.REJECTED, TOM, Samples.delivery(DeliveryState.HELD))),
                v(1, Outcome.REJECTED));
        open(Role.REVIEWER, "");
        assertThat(_find(Button.class, spec -> spec.withText("Undo"))).isEmpty();
    }

    @Test
    void anAddressThatIsNoneOfTheWebIsNotPutOnThePage() {
        show(Samples.version(1, Outcome.PENDING, Samples.video("javascript:alert(1)")));
        open(Role.REVIEWER, "");
        assertThat(_find(Component.class, spec -> spec.withId("medium"))).isEmpty();
        assertThat(pageText()).contains("This address is not shown");
    }

    private String deliveryWhen(DeliveryState state) {
        show(
                List.of(Samples.decision(DecisionId.random(), 1, Outcome.APPROVED, TOM, Samples.delivery(state))),
                v(1, Outcome.APPROVED));
        open(Role.REVIEWER, "");
        var words = delivery();
        browser.close();
        return words;
    }

    private static VersionDetail v(int number, Outcome outcome) {
        return Samples.version(number, outcome, Samples.video("http://artist/v%d.mp4".formatted(number)));
    }

    private void show(VersionDetail... versions) {
        show(List.of(), versions);
    }

    private void show(List<DecisionDetail> decisions, VersionDetail... versions) {
        item = Optional.of(Samples.item(ID, decisions, versions));
    }

    private void open(Role role, String query) {
        frame(Somebody.as(role));
        browser.go("item/" + ID + query);
    }

    private void frame(Somebody somebody) {
        Frame.around(browser, somebody)
                .with(
                        ItemView.class,
                        () -> new ItemView(
                                items(),
                                desks(),
                                looks(somebody),
                                somebody,
                                () -> List.of(new Hub(Samples.HUB, "Embedded hub", hub)),
                                live,
                                background,
                                notes.panel(somebody, items(), live, background),
                                new HistoryProof(new AuditDesk() {}, somebody),
                                Clock.fixed(Samples.NOW, ZoneOffset.UTC)))
                .open();
    }

    private LookDesks looks(Somebody somebody) {
        return new LookDesks(
                items(),
                desk(),
                notes.written(),
                new LineNotes(notes.desk(), notes.written(), items(), somebody),
                live,
                background);
    }

    private void hear() {
        LiveNews.changed(live, ID);
        background.work();
        browser.settle();
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    private static boolean enabled(String id) {
        return ((HasEnabled) button(id)).isEnabled();
    }

    private static TextArea reason() {
        return _get(TextArea.class, spec -> spec.withId("reason"));
    }

    private static String outcome() {
        return text(_get(Component.class, spec -> spec.withId("outcome")));
    }

    private static String delivery() {
        return text(_get(Component.class, spec -> spec.withId("delivery")));
    }

    private static Element player() {
        return _get(ReviewPlayer.class).getElement();
    }

    private static JsonObject medium() {
        return (JsonObject) player().getPropertyRaw("media");
    }

    private static String shownVersion() {
        return text(_get(Component.class, spec -> spec.withClasses("version-chip")));
    }

    private static String pageText() {
        return text(_get(ItemView.class));
    }

    private static String text(Component component) {
        return words(component.getElement()).collect(Collectors.joining());
    }

    private static Stream<String> words(Element element) {
        return element.isTextNode()
                ? Stream.of(element.getText())
                : element.getChildren().flatMap(ItemViewTest::words);
    }

    private ReviewItems items() {
        return new ReviewItems() {
            @Override
            public Optional<ReviewItemDetail> detail(Identity viewer, ReviewItemId id) {
                return item.filter(known -> known.id().equals(id));
            }

            @Override
            public Content content(Identity viewer, VersionId id) {
                return Samples.content(id);
            }
        };
    }

    private DecisionDesks desks() {
        return new DecisionDesks(
                desk(),
                new SupervisionDesk() {},
                new FixedBriefing(),
                new DelegationDesk() {},
                new Line(),
                new MemoryReviewSessions());
    }

    private ReviewDesk desk() {
        return new ReviewDesk() {
            @Override
            public void seen(Identity viewer, VersionId id) {
                seen.add(viewer.username() + " " + id);
            }

            @Override
            public Verdict vote(Identity voter, ReviewItemId id, int versionSeen, Choice choice, String reason) {
                refusal.ifPresent(rule -> {
                    throw rule;
                });
                votes.add("%s %s v%d %s".formatted(voter.username(), choice, versionSeen, reason));
                consequence.ifPresent(decision -> {
                    var before = item.orElseThrow();
                    item = Optional.of(Samples.item(
                            ID, List.of(decision), before.versions().toArray(VersionDetail[]::new)));
                });
                return new Verdict(item.orElseThrow().outcome(), consequence.map(DecisionDetail::id), late);
            }

            @Override
            public Verdict undo(Identity voter, DecisionId decision) {
                refusal.ifPresent(rule -> {
                    throw rule;
                });
                undone.add(decision);
                return new Verdict(item.orElseThrow().outcome(), Optional.empty(), false);
            }
        };
    }
}
