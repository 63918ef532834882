package dev.rushlight.web.guest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.rushlight.feedback.AttachmentDetail;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoteAuthor;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Change;
import dev.rushlight.review.ChangeAction;
import dev.rushlight.review.ChangesetContent;
import dev.rushlight.review.FieldChange;
import dev.rushlight.review.TaskContent;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.web.content.ChangesetStage;
import dev.rushlight.web.filmstrip.FilmFrame;
import dev.rushlight.web.filmstrip.Filmstrip;
import dev.rushlight.web.keyboard.DecideKeys;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.note.NotesBench;
import dev.rushlight.web.player.AnnotationLayer;
import dev.rushlight.web.player.NoteWanted;
import dev.rushlight.web.player.ReviewPlayer;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.MemoryGuests;
import dev.rushlight.web.testing.Samples;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import elemental.json.impl.JreJsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestItemViewTest {

    private static final NoteAuthor LENA = new NoteAuthor(PersonId.random(), "", "Lena", Role.LEAD, PersonKind.HUMAN);

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
    void filesBesideNotesAreReadByTheLinkAndThoseOfOthersStay() {
        var picture = file("sky.png", "image/png", OptionalInt.of(640));
        var paper = file("brief.pdf", "application/octet-stream", OptionalInt.empty());
        guests.threads.add(0, MemoryGuests.said("As here", picture, paper));
        enter(GuestRight.COMMENT);
        assertThat(files("note-picture"))
                .containsExactly("attachments/guest/%s/1/%s".formatted(guests.first, picture.id()));
        assertThat(files("note-file")).containsExactly("attachments/guest/%s/1/%s".formatted(guests.first, paper.id()));
        assertThat(_find(NativeButton.class, spec -> spec.withClasses("note-file-remove")))
                .isEmpty();
    }

    @Test
    void aGuestAddsFilesAndTakesTheirOwnAway() {
        var own = file("still.png", "image/png", OptionalInt.of(640));
        guests.threads.add(0, guests.ownWords("Like this", own));
        enter(GuestRight.COMMENT);
        assertThat(NotesBench.takesFiles()).isTrue();
        _click(_get(NativeButton.class, spec -> spec.withClasses("note-file-remove")));
        assertThat(guests.done).contains("remove " + own.id());
    }

    @Test
    void aChangesetIsADiffWithWhatIsSaidToClientsOnItsLines() {
        changeset();
        guests.threads.add(0, MemoryGuests.said(LENA, new InFile("rig/arm.py", 6), OptionalInt.empty(), "Too far"));
        enter(GuestRight.COMMENT);
        var diff = diff();
        assertThat(diff.getAttribute("source")).isEqualTo("content/guest/%s/1/diff".formatted(guests.first));
        assertThat(diff.getProperty("mayWrite", false)).isTrue();
        assertThat(diff.getProperty("mayBlock", true)).isFalse();
        assertThat(diff.getProperty("threads"))
                .contains("\"Too far\"", "\"line\":6", "\"client\":false", "\"mayResolve\":false")
                .doesNotContain("The sky is not final");
    }

    @Test
    void ofALineOfAnOlderVersionAGuestLearnsOnlyWhatWasSaid() {
        changeset();
        guests.version = 2;
        guests.threads.add(0, MemoryGuests.said(LENA, new InFile("rig/arm.py", 4), OptionalInt.of(1), "Too far"));
        enter(GuestRight.VIEW);
        assertThat(diff().getProperty("mayWrite", true)).isFalse();
        assertThat(diff().getProperty("threads"))
                .contains("\"Too far\"", "\"saidLine\":4", "\"from\":1")
                .doesNotContain("\"line\"", "\"quote\"");
    }

    @Test
    void whatAGuestSaysOfALineIsForClientsAndBlocksNothing() {
        changeset();
        enter(GuestRight.COMMENT);
        happen(
                "note-written",
                "{\"id\":\"%s\",\"path\":\"rig/arm.py\",\"line\":6,\"text\":\"Why?\",\"blocking\":true}");
        var to = guests.threads.get(0).note().id();
        happen("note-answered", "{\"id\":\"%s\",\"to\":\"" + to + "\",\"text\":\"Because\"}");
        happen("note-resolved", "{\"id\":\"" + to + "\"}");
        assertThat(guests.done)
                .containsExactly(
                        "enter",
                        "comment on v1 %s: Why?".formatted(new InFile("rig/arm.py", 6)),
                        "answer on v1: Because",
                        "resolve " + to);
    }

    @Test
    void whatIsTypedOnALineWaitsForNewerVersionsAndOutlivesTheLink() {
        changeset();
        enter(GuestRight.COMMENT);
        happen("line-typing", "{\"typing\":true}");
        guests.version = 2;
        LiveNews.changed(live, guests.first);
        settle();
        assertThat(page()).contains("v1 by Tom", "A newer version arrived while you were writing.");
        click("show-newer");
        happen("line-typing", "{\"typing\":true}");
        guests.over = true;
        LiveNews.changed(live, guests.first);
        settle();
        assertThat(page()).contains("Your link opens nothing any more. What you typed is still here");
        assertThat(_find(ChangesetStage.class)).hasSize(1);
        assertThat(_find(Filmstrip.class)).isEmpty();
    }

    @Test
    void aTaskIsReadWithItsFieldsBeforeAndAfter() {
        guests.content = new TaskContent(
                "Ready",
                Optional.empty(),
                "Clean the plate",
                List.of(new FieldChange("Cut in", "1001", "1009")),
                List.of(),
                List.of());
        enter(GuestRight.VIEW);
        assertThat(page()).contains("Ready", "What changed", "Cut in", "1001", "1009");
    }

    @Test
    void theStripShowsTheItemsAroundAndStaysFromOneToTheNext() {
        enter(GuestRight.VIEW);
        var strip = _get(Filmstrip.class);
        var frames = _find(FilmFrame.class);
        assertThat(frames).hasSize(2);
        assertThat(_get(frames.get(1), Anchor.class).getHref()).isEqualTo("guest/item/" + guests.second);
        assertThat(current(frames.get(0))).isTrue();
        var taken = new ArrayList<Component>();
        strip.addDetachListener(detach -> taken.add(strip));

        browser.go("guest/item/" + guests.second);
        assertThat(_find(FilmFrame.class)).isEqualTo(frames);
        assertThat(current(frames.get(1))).isTrue();
        assertThat(current(frames.get(0))).isFalse();
        guests.outcome = Outcome.APPROVED;
        LiveNews.changed(live, guests.reviewSession);
        settle();
        assertThat(frames.get(0).getElement().getTextRecursively()).contains("approved");
        assertThat(taken).isEmpty();
    }

    @Test
    void theStripEndsWithTheLink() {
        enter(GuestRight.VIEW);
        guests.over = true;
        LiveNews.changed(live, guests.reviewSession);
        settle();
        assertThat(_find(Filmstrip.class)).isEmpty();
        guests.over = false;
        browser.go("guest/item/" + guests.second);
        assertThat(_find(FilmFrame.class)).hasSize(2);
    }

    @Test
    void neitherNewsNorStepsTakeTheFocusFromTheSteps() {
        enter(GuestRight.VIEW);
        var bar = _get(GuestWayBar.class);
        var next = _get(Button.class, spec -> spec.withId("next-item"));
        var taken = new ArrayList<Component>();
        bar.addDetachListener(detach -> taken.add(bar));
        LiveNews.changed(live, guests.reviewSession);
        settle();
        assertThat(_get(Button.class, spec -> spec.withId("next-item"))).isSameAs(next);
        browser.go("guest/item/" + guests.second);
        assertThat(page()).contains("2 of 2");
        assertThat(_get(GuestWayBar.class)).isSameAs(bar);
        assertThat(taken).isEmpty();
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
        click("next-item");
        assertThat(page()).contains("2 of 2");
        click("next-item");
        assertThat(page()).contains("2 of 2");
        assertThat(_get(Notification.class).getElement().getTextRecursively()).contains("This is the last one.");
        click("previous-item");
        assertThat(page()).contains("1 of 2");
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
    void whatHappensBeforeAnybodyListensIsNotMissed() {
        guests.onceRead = () -> guests.outcome = Outcome.APPROVED;
        enter(GuestRight.VIEW);
        settle();
        assertThat(page()).contains("Approved");
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

    private void changeset() {
        guests.content = new ChangesetContent(List.of(new Change(
                "rig/arm.py", Optional.empty(), ChangeAction.MODIFY, Optional.of("@@ -6 +6 @@\n-a\n+limit = 180\n"))));
    }

    private static AttachmentDetail file(String name, String type, OptionalInt width) {
        return new AttachmentDetail(AttachmentId.random(), name, type, 2048, "abc", width, width, Samples.NOW);
    }

    private static List<String> files(String className) {
        return _find(Anchor.class, spec -> spec.withClasses(className)).stream()
                .map(Anchor::getHref)
                .toList();
    }

    private static boolean current(FilmFrame frame) {
        return _get(frame, Anchor.class).getElement().hasAttribute("aria-current");
    }

    private static Element diff() {
        return _get(ChangesetStage.class).getElement();
    }

    /** @param detail in which the first placeholder becomes a new id */
    private static void happen(String event, String detail) {
        var data = new JreJsonFactory().createObject();
        JsonObject asked = new JreJsonFactory().parse(detail.formatted(NoteId.random()));
        data.put("event.detail", asked);
        diff().getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(diff(), event, data));
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
