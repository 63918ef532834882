package dev.rushlight.web.guest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rushlight.policy.Outcome;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.MemoryGuests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestViewsTest {

    private final Browser browser = new Browser();
    private final MemoryGuests guests = new MemoryGuests();

    @BeforeEach
    void open() {
        browser.with(GuestDoorView.class, () -> new GuestDoorView(guests))
                .with(GuestView.class, () -> new GuestView(guests))
                .with(GuestItemView.class, () -> new GuestItemView(guests))
                .open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void nothingIsLookedUpBeforeTheGuestComesIn() {
        browser.go("guest/code");
        assertThat(page()).contains("You are invited");
        assertThat(guests.done).isEmpty();
        click("come-in");
        assertThat(page()).contains("Dailies", "Carla", "sh010", "1 of 2 decided");
    }

    @Test
    void aPassphraseIsAskedForWhenThereIsOne() {
        guests.passphrase = "open sesame";
        browser.go("guest/code");
        assertThat(_find(PasswordField.class)).isEmpty();
        click("come-in");
        assertThat(_get(PasswordField.class).isInvalid()).isFalse();
        _setValue(_get(PasswordField.class), "open barley");
        click("come-in");
        assertThat(_get(PasswordField.class).getErrorMessage()).isEqualTo("That was not it");
        _setValue(_get(PasswordField.class), "open sesame");
        click("come-in");
        assertThat(page()).contains("sh010");
    }

    @Test
    void whoeverGuessesHasToWait() {
        guests.impatient = true;
        browser.go("guest/code");
        click("come-in");
        assertThat(page()).contains("Too many attempts. Try again in 30 s.");
    }

    @Test
    void aLinkThatOpensNothingDoesNotSayWhy() {
        browser.go("guest/other");
        click("come-in");
        assertThat(page()).contains("This link leads nowhere").doesNotContain("revoked");
        browser.go("guest");
        assertThat(page()).contains("This link leads nowhere");
    }

    @Test
    void aLinkThatEndsWhileThePageIsOpenEndsThere() {
        enter(GuestRight.DECIDE);
        guests.over = true;
        click("guest-approve");
        assertThat(page()).contains("This link leads nowhere").doesNotContain("sh010");
    }

    @Test
    void whoMayOnlyLookIsOfferedNothingElse() {
        enter(GuestRight.VIEW);
        assertThat(page()).contains("sh010", "The sky is not final", "frame 1005");
        assertThat(_find(GuestVotePanel.class)).isEmpty();
        assertThat(_find(TextArea.class)).isEmpty();
        assertThat(_find(Button.class)).isEmpty();
    }

    @Test
    void aNoteIsSentAndKeptAsTypedWhenItIsRefused() {
        enter(GuestRight.COMMENT);
        click("send-note");
        assertThat(note().getErrorMessage()).isEqualTo("A note needs words or a drawing.");
        _setValue(note(), "Brighter, please");
        click("send-note");
        assertThat(guests.done).contains("comment on v1: Brighter, please");
        assertThat(note().getValue()).isEmpty();
    }

    @Test
    void anAnswerGoesToTheNoteItIsAbout() {
        enter(GuestRight.COMMENT);
        _click(_get(Button.class, spec -> spec.withText("Answer")));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Your answer")), "Good to know");
        _click(_get(Button.class, spec -> spec.withText("Answer")));
        assertThat(guests.done).contains("answer on v1: Good to know");
    }

    @Test
    void aVoteNeedsItsReason() {
        enter(GuestRight.DECIDE);
        click("guest-request-changes");
        assertThat(reason().getErrorMessage()).isEqualTo("Request changes needs a reason: write what and where");
        _setValue(reason(), "Too dark");
        click("guest-request-changes");
        assertThat(guests.done).contains("vote on v1: REQUEST_CHANGES Too dark");
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
    }

    private void enter(GuestRight right) {
        guests.right = right;
        browser.go("guest/code");
        click("come-in");
        browser.go("guest/item/" + guests.first);
    }

    private static TextArea note() {
        return _get(TextArea.class, spec -> spec.withId("guest-note"));
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
