package dev.rushlight.web.access;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.web.testing.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageErrorsTest {

    private final Browser browser = new Browser();

    @BeforeEach
    void open() {
        browser.open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anUnexpectedErrorIsToldWithAnIdAndNothingOfTheInside() {
        happen(new IllegalStateException("table review.item not found"));
        assertThat(toast()).containsPattern("error id [0-9a-f]{8}").doesNotContain("table");
    }

    @Test
    void whatIsNotAllowedIsToldInItsOwnWords() {
        happen(new RuntimeException(new NotAllowed("Only an administrator may do this")));
        assertThat(toast()).contains("Only an administrator may do this").doesNotContain("error id");
    }

    @Test
    void whoeverIsSignedOutIsSentToTheDoor() {
        happen(new RuntimeException(new SignedOut()));
        assertThat(_find(Notification.class)).isEmpty();
    }

    private void happen(RuntimeException error) {
        new PageErrors().error(new ErrorEvent(error));
        browser.settle();
    }

    private static String toast() {
        return _get(Notification.class).getElement().getTextRecursively();
    }
}
