package dev.rushlight.web.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.dom.Element;
import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ExchangeLog;
import dev.rushlight.connection.InboxEntry;
import dev.rushlight.connection.OutboxEntrySummary;
import dev.rushlight.exchange.InboxState;
import dev.rushlight.exchange.OutboxState;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.web.live.LiveNews;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsViewTest {

    private final Browser browser = new Browser();
    private final LiveViews live = new LiveViews();
    private final ByHand background = new ByHand();
    private final List<InboxEntry> inbox = new ArrayList<>();
    private final List<OutboxEntrySummary> outbox = new ArrayList<>();
    private final List<Long> resent = new ArrayList<>();

    @BeforeEach
    void open() {
        inbox.add(new InboxEntry(
                7,
                Samples.HUB,
                "Embedded hub",
                "e7",
                "webreview.submit",
                Samples.NOW,
                Optional.of("tom"),
                InboxState.REFUSED,
                List.of(new InboxEntry.Reason("MISSING", "data.project", "A submission names its project")),
                Optional.empty()));
        outbox.add(new OutboxEntrySummary(
                9,
                Samples.HUB,
                "Embedded hub",
                "e9",
                OwedKind.DECISION,
                OutboxState.DEAD,
                20,
                Optional.of("connection lost"),
                Samples.NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        var somebody = Somebody.as(Role.ADMIN);
        Frame.around(browser, somebody)
                .with(EventsView.class, () -> new EventsView(log(), desk(), somebody, live, background))
                .open();
        browser.go("admin/events");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aRefusedEventIsListedWithItsReasons() {
        assertThat(text(_get(ListItem.class, spec -> spec.withClasses("log-line"))))
                .contains("Refused", "webreview.submit", "tom", "MISSING", "data.project", "names its project");
    }

    @Test
    void theEventIsShownAsItCame() {
        _click(_get(Button.class, spec -> spec.withText("Raw event")));
        assertThat(_get(Pre.class).getText()).contains("\"topic\"", "<b>not bold</b>");
    }

    @Test
    void aNewEventAppearsByItself() {
        var before = lines().get(0);
        inbox.add(0, accepted(8));
        LiveNews.arrived(live, Samples.HUB);
        background.work();
        browser.settle();
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).as("the line that was there").isSameAs(before);
    }

    @Test
    void olderEventsAreAPageAway() {
        inbox.clear();
        LongStream.range(0, 60).forEach(id -> inbox.add(0, accepted(id)));
        _get(Tabs.class).setSelectedIndex(1);
        _get(Tabs.class).setSelectedIndex(0);
        assertThat(lines()).hasSize(50);
        _click(_get(Button.class, spec -> spec.withId("older")));
        assertThat(lines()).hasSize(10);
        assertThat(_find(Button.class, spec -> spec.withId("older"))).isEmpty();
        _click(_get(Button.class, spec -> spec.withId("newer")));
        assertThat(lines()).hasSize(50);
    }

    @Test
    void aDeadEventCanBeSentAgain() {
        _get(Tabs.class).setSelectedIndex(1);
        assertThat(text(_get(EventsView.class))).contains("Not delivered", "20 attempts", "connection lost");
        _click(_get(Button.class, spec -> spec.withText("Resend")));
        assertThat(resent).containsExactly(9L);
    }

    private static InboxEntry accepted(long id) {
        return new InboxEntry(
                id,
                Samples.HUB,
                "Embedded hub",
                "e" + id,
                "webreview.submit",
                Samples.NOW,
                Optional.of("tom"),
                InboxState.ACCEPTED,
                List.of(),
                Optional.empty());
    }

    private static List<ListItem> lines() {
        return _find(ListItem.class, spec -> spec.withClasses("log-line"));
    }

    private static String text(Component component) {
        return words(component.getElement()).collect(Collectors.joining(" "));
    }

    private static Stream<String> words(Element element) {
        return element.isTextNode()
                ? Stream.of(element.getText())
                : element.getChildren().flatMap(EventsViewTest::words);
    }

    private ExchangeLog log() {
        return new ExchangeLog() {
            @Override
            public List<InboxEntry> inbox(
                    Identity admin, Optional<InboxState> state, Optional<Long> before, int limit) {
                return inbox.stream()
                        .filter(entry -> before.filter(id -> entry.id() >= id).isEmpty())
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<OutboxEntrySummary> outbox(
                    Identity admin, Optional<OutboxState> state, Optional<Long> before, int limit) {
                return outbox;
            }

            @Override
            public Optional<String> raw(Identity admin, long id) {
                return Optional.of("{\"topic\":\"webreview.submit\",\"data\":{\"x\":\"<b>not bold</b>\"}}");
            }
        };
    }

    private ConnectionDesk desk() {
        return new ConnectionDesk() {
            @Override
            public void resend(Identity admin, long owedEvent) {
                resent.add(owedEvent);
            }
        };
    }
}
