package dev.rushlight.web.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Route;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.hub.HubState;
import dev.rushlight.people.Role;
import dev.rushlight.web.access.SignIn;
import dev.rushlight.web.live.HubsAtAGlance.Hub;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.MemoryKeyboards;
import dev.rushlight.web.testing.Somebody;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MainLayoutTest {

    private static final ConnectionId HUB = ConnectionId.random();

    private final Browser browser = new Browser();
    private final LiveViews live = new LiveViews();
    private final ByHand background = new ByHand();
    private HubState state = HubState.LIVE;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void reviewersAreShownTheQueueAndTheSessionsAlone() {
        open(Role.LEAD);
        assertThat(pages()).containsExactly("Queue", "Review sessions");
    }

    @Test
    void administratorsAreShownTheirPagesToo() {
        open(Role.ADMIN);
        assertThat(pages())
                .containsExactly(
                        "Queue",
                        "Review sessions",
                        "Connections",
                        "Events",
                        "People",
                        "Policies",
                        "Hub keys",
                        "Installation");
    }

    @Test
    void theStateOfTheHubFollowsByItself() {
        open(Role.REVIEWER);
        assertThat(pill()).isEqualTo("Embedded hub · live");
        state = HubState.WAITING;
        LiveNews.changed(live, HUB);
        background.work();
        browser.settle();
        assertThat(pill()).isEqualTo("Embedded hub · waiting to reconnect");
    }

    private void open(Role role) {
        var somebody = Somebody.as(role);
        browser.with(
                        MainLayout.class,
                        () -> new MainLayout(
                                somebody,
                                new SignIn() {},
                                new MemoryKeyboards(),
                                () -> List.of(new Hub(HUB, "Embedded hub", state)),
                                live,
                                background))
                .with(Page.class, Page::new)
                .open();
        browser.go("page");
    }

    private static List<String> pages() {
        return _find(SideNavItem.class).stream().map(SideNavItem::getLabel).toList();
    }

    private static String pill() {
        return _get(HubPill.class).getElement().getTextRecursively();
    }

    /** Some page. */
    @Route(value = "page", layout = MainLayout.class)
    public static class Page extends Div {}
}
