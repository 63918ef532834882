package dev.rushlight.web.guest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.policy.Outcome;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.web.keyboard.DecideKeys;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.note.NotesBench;
import dev.rushlight.web.player.AnnotationLayer;
import dev.rushlight.web.player.NoteWanted;
import dev.rushlight.web.player.ReviewPlayer;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.MemoryGuests;
import elemental.json.JsonArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestItemViewTest {

    private final Browser browser = new Browser();
    private final MemoryGuests guests = new MemoryGuests();
    private final GuestBench bench = new GuestBench(guests);
    private final LiveViews live = bench.live;

    @BeforeEach
    void open() {
        browser.with(GuestDoorView.class, () -> new GuestDoorView(guests))
                .with(GuestView.class, () -> new GuestView(bench.desks()))
                .with(GuestItemView.class, () -> new GuestItemView(bench.desks()))
                .open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theGuestSeesThePlayerWithThePinsOfWhatIsForClients() {
        enter(GuestRight.VIEW);
        assertThat(page()).contains("sh010", "The sky is not final", "1005");
        assertThat(((JsonArray) player().getElement().getPropertyRaw("pins")).length())
                .isEqualTo(1);
        assertThat(layer().getElement().getProperty("root")).isEqualTo("annotations/guest");
    }

    @Test
    void whoMayOnlyLookIsOfferedNothingElse() {
        enter(GuestRight.VIEW);
        assertThat(page()).contains("Your link is for looking: you can read notes, but not write any.");
        assertThat(_find(GuestVotePanel.class)).isEmpty();
        assertThat(NotesBench.canBeWritten()).isFalse();
        assertThat(layer().getElement().getProperty("readonly", false)).isTrue();
        assertThat(keys().split(" "))
                .contains("play-pause", "help", "next-item")
                .doesNotContain("note", "approve");
    }

    @Test
    void whoMayCommentWritesAndDraws() {
        enter(GuestRight.COMMENT);
        assertThat(layer().getElement().getProperty("readonly", true)).isFalse();
        assertThat(keys().split(" ")).contains("note", "draw").doesNotContain("approve", "abstain");
        ComponentUtil.fireEvent(player(), new NoteWanted(player(), true, 0, 42, 44));
        NotesBench.send("Brighter, please");
        assertThat(guests.done)
                .contains("comment on v1 %s: Brighter, please".formatted(new OnFrames(0, new FrameRange(42, 44))));
    }

    @Test
    void aVoteNeedsItsReason() {
        enter(GuestRight.DECIDE);
        click("guest-request-changes");
        assertThat(reason().getErrorMessage()).isEqualTo("Request changes needs a reason: write what and where");
        _setValue(reason(), "Too dark");
        click("guest-request-changes");
        assertThat(guests.done).contains("vote on v1: REQUEST_CHANGES Too dark");
        assertThat(reason().getValue()).isEmpty();
    }

    @Test
    void keysVote() {
        enter(GuestRight.DECIDE);
        press("approve", "%s v1".formatted(guests.first), "");
        assertThat(guests.done).contains("vote on v1: APPROVE ");
        press("approve", "what was here a moment ago", "");
        press("abstain", "%s v1".formatted(guests.first), "");
        assertThat(guests.done).hasSize(2);
    }

    @Test
    void aClosedVersionTakesNoVotes() {
        guests.outcome = Outcome.SUPERSEDED;
        enter(GuestRight.DECIDE);
        assertThat(page()).contains("This version takes no votes any more.");
        assertThat(_find(Button.class, spec -> spec.withId("guest-approve"))).isEmpty();
    }

    @Test
    void theWayLeadsFromItemToItem() {
        enter(GuestRight.VIEW);
        assertThat(page()).contains("1 of 2");
        assertThat(_get(Anchor.class, spec -> spec.withId("next-item")).getHref())
                .isEqualTo("guest/item/" + guests.second);
        assertThat(_find(Anchor.class, spec -> spec.withId("previous-item"))).isEmpty();
        var keys = _find(DecideKeys.class).get(0);
        ComponentUtil.fireEvent(keys, new DecideKeys.Walking(keys, true, true));
        assertThat(page()).contains("2 of 2");
    }

    @Test
    void newNotesAndDecisionsAppearByThemselves() {
        enter(GuestRight.VIEW);
        guests.threads.add(0, MemoryGuests.said("The grade is"));
        LiveNews.notesChanged(live, guests.first);
        guests.outcome = Outcome.APPROVED;
        LiveNews.changed(live, guests.first);
        settle();
        assertThat(page()).contains("The grade is", "Approved");
        assertThat(((JsonArray) player().getElement().getPropertyRaw("pins")).length())
                .isEqualTo(2);
    }

    @Test
    void aNewerVersionIsShownToWhoeverIsNotWriting() {
        enter(GuestRight.COMMENT);
        guests.version = 2;
        LiveNews.changed(live, guests.first);
        settle();
        assertThat(page()).contains("v2 by Tom", "A newer version arrived just now; you are looking at it.");
    }

    @Test
    void aNewerVersionWaitsForWhoeverIsWriting() {
        enter(GuestRight.COMMENT);
        NotesBench.typeSomething();
        guests.version = 2;
        LiveNews.notesChanged(live, guests.first);
        settle();
        assertThat(page())
                .contains("v1 by Tom", "A newer version arrived while you were writing.", "The sky is not final");
        NotesBench.send("Brighter, please");
        assertThat(guests.done).containsExactly("enter");
        click("show-newer");
        assertThat(page()).contains("v2 by Tom");
    }

    @Test
    void aLinkThatEndsIsSaidWithTheNextNews() {
        enter(GuestRight.VIEW);
        guests.over = true;
        LiveNews.changed(live, guests.reviewSession);
        settle();
        assertThat(page()).contains("This link leads nowhere").doesNotContain("sh010");
    }

    @Test
    void aLinkThatEndsIsSaidAtTheNextAct() {
        enter(GuestRight.DECIDE);
        guests.over = true;
        click("guest-approve");
        assertThat(page()).contains("This link leads nowhere").doesNotContain("sh010.mp4");
    }

    @Test
    void whatWasTypedWhenTheLinkEndsStaysToBeCopied() {
        enter(GuestRight.DECIDE);
        _setValue(reason(), "Too dark");
        NotesBench.typeSomething();
        guests.over = true;
        NotesBench.send("Brighter, please");
        assertThat(page())
                .contains("Your link opens nothing any more. What you typed is still here")
                .doesNotContain("The sky is not final");
        assertThat(NotesBench.canBeWritten()).isTrue();
        assertThat(reason().getValue()).isEqualTo("Too dark");
        assertThat(reason().isReadOnly()).isTrue();
        assertThat(_find(ReviewPlayer.class)).isEmpty();
        assertThat(guests.done).containsExactly("enter");
    }

    private void enter(GuestRight right) {
        guests.right = right;
        browser.go("guest/code");
        click("come-in");
        browser.go("guest/item/" + guests.first);
    }

    private void settle() {
        bench.background.work();
        browser.settle();
    }

    private static void press(String action, String subject, String reason) {
        var keys = _get(_get(GuestVotePanel.class), DecideKeys.class);
        ComponentUtil.fireEvent(keys, new DecideKeys.Verdict(keys, true, action, subject, reason));
    }

    private static String keys() {
        return _get(GuestKeys.class).getElement().getAttribute("serves");
    }

    private static ReviewPlayer player() {
        return _get(ReviewPlayer.class);
    }

    private static AnnotationLayer layer() {
        return _get(AnnotationLayer.class);
    }

    private static TextArea reason() {
        return _get(TextArea.class, spec -> spec.withId("guest-reason"));
    }

    private static void click(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    private static String page() {
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
