package dev.rushlight.web.reviewsession;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.reviewsession.ReviewSessionDesk;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.ReviewSessionPlan;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.MemoryReviewSessions;
import dev.rushlight.web.testing.Somebody;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewSessionsViewTest {

    private final Browser browser = new Browser();
    private final MemoryReviewSessions reviewSessions = new MemoryReviewSessions();
    private final List<ReviewSessionPlan> created = new ArrayList<>();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void moreSessionsComePageByPage() {
        for (var number = 0; number < 31; number++) {
            reviewSessions.list.add(MemoryReviewSessions.row("Dailies " + number));
        }
        open(Role.REVIEWER);
        browser.go("sessions?show=all");

        assertThat(_find(ListItem.class)).hasSize(30);
        assertThat(_find(ListItem.class).get(0).getElement().getTextRecursively())
                .contains("Dailies 0", "Open", "2 of 5 decided");
        _click(_get(Button.class, spec -> spec.withId("more")));
        assertThat(_find(ListItem.class)).hasSize(31);
        assertThat(_find(Button.class, spec -> spec.withId("more"))).isEmpty();
    }

    @Test
    void theAddressSaysWhichSessionsAreShown() {
        reviewSessions.list.add(MemoryReviewSessions.row("One"));
        reviewSessions.list.add(MemoryReviewSessions.row("Two"));
        open(Role.REVIEWER);
        browser.go("sessions?show=mine");
        assertThat(_find(ListItem.class)).hasSize(1);
    }

    @Test
    void onlyLeadsAreOfferedANewOne() {
        open(Role.REVIEWER);
        browser.go("sessions");
        assertThat(_find(Button.class, spec -> spec.withId("new-session"))).isEmpty();
        assertThat(_get(ReviewSessionsView.class).getElement().getTextRecursively())
                .contains("No review session is open");
    }

    @Test
    void aSessionIsMadeWithANameAtLeast() {
        open(Role.LEAD);
        browser.go("sessions");
        click("new-session");
        click("save-session");
        assertThat(_get(Div.class, spec -> spec.withClasses("form-complaint")).getText())
                .isEqualTo("A review session needs a name");
        _setValue(_get(TextField.class, spec -> spec.withId("session-name")), "Friday");
        click("save-session");
        assertThat(created).extracting(ReviewSessionPlan::name).containsExactly("Friday");
    }

    private void open(Role role) {
        var somebody = Somebody.as(role);
        var desk = new ReviewSessionDesk() {
            @Override
            public ReviewSessionId create(Identity lead, ReviewSessionPlan plan) {
                created.add(plan);
                return MemoryReviewSessions.DAILIES;
            }
        };
        Frame.around(browser, somebody)
                .with(ReviewSessionsView.class, () -> new ReviewSessionsView(reviewSessions, desk, somebody))
                .open();
    }

    private static void click(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }
}
