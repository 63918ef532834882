package dev.rushlight.web.guest;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.rushlight.policy.Outcome;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.MemoryGuests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestViewsTest {

    private final Browser browser = new Browser();
    private final MemoryGuests guests = new MemoryGuests();
    private final GuestBench bench = new GuestBench(guests);

    @BeforeEach
    void open() {
        browser.with(GuestDoorView.class, () -> new GuestDoorView(guests))
                .with(GuestView.class, () -> new GuestView(bench.desks()))
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
    void theListFollowsWhatBecomesOfItsItems() {
        browser.go("guest/code");
        click("come-in");
        var line = _find(GuestLine.class).get(0);
        assertThat(page()).contains("Pending").doesNotContain("Approved");
        guests.outcome = Outcome.APPROVED;
        LiveNews.changed(bench.live, guests.first);
        settle();
        assertThat(page()).contains("Approved");
        assertThat(_find(GuestLine.class)).contains(line);
    }

    @Test
    void theListEndsWithItsLink() {
        browser.go("guest/code");
        click("come-in");
        guests.over = true;
        LiveNews.changed(bench.live, guests.reviewSession);
        settle();
        assertThat(page()).contains("This link leads nowhere").doesNotContain("sh010");
    }

    private void settle() {
        bench.background.work();
        browser.settle();
    }

    private static void click(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    private static String page() {
        return UI.getCurrent().getCurrentView().getElement().getTextRecursively();
    }
}
