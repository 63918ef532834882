package dev.rushlight.web.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.rushlight.web.testing.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostPagesTest {

    private final Browser browser = new Browser();

    @BeforeEach
    void open() {
        browser.with(Broken.class, Broken::new)
                .with(Nothing.class, Nothing::new)
                .onError(BrokenPage.class)
                .onError(MissingPage.class)
                .open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anUnknownAddressIsToldKindly() {
        browser.go("nothing");
        assertThat(_get(H1.class).getText()).isEqualTo("Nothing to see here");
        assertThat(_get(Anchor.class).getHref()).isEqualTo("/");
    }

    @Test
    void aPageThatFailsShowsAnIdAndNothingOfTheInside() {
        browser.go("broken");
        assertThat(_get(H1.class).getText()).isEqualTo("Something went wrong");
        assertThat(_get(Paragraph.class).getText())
                .containsPattern("the error id [0-9a-f]{8}\\.")
                .doesNotContain("table", "Exception");
    }

    /** A page that says of itself that it does not exist. */
    @Route("nothing")
    public static class Nothing extends Div {

        public Nothing() {
            throw new NotFoundException();
        }
    }

    /** A page that cannot be opened. */
    @Route("broken")
    public static class Broken extends Div {

        public Broken() {
            throw new IllegalStateException("table review.item not found");
        }
    }
}
