package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rushlight.reviewsession.ReviewSessionCursor;
import dev.rushlight.reviewsession.ReviewSessionDesk;
import dev.rushlight.reviewsession.ReviewSessionScope;
import dev.rushlight.reviewsession.ReviewSessionSummary;
import dev.rushlight.reviewsession.ReviewSessions;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.look.Ago;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.EmptyState;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.OutcomeBar;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.shell.MainLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The review sessions there are, newest first, page by page. */
@Route(value = Pages.REVIEW_SESSIONS, layout = MainLayout.class)
@PageTitle("Review sessions · Rushlight")
@CssImport("./rush/session.css")
@PermitAll
public class ReviewSessionsView extends Main implements BeforeEnterObserver {

    private static final int PAGE = 30;

    private final ReviewSessions reviewSessions;
    private final ReviewSessionDesk desk;
    private final CurrentPerson current;
    private final Tabs tabs = new Tabs();
    private final Map<ReviewSessionScope, Tab> scopes = new EnumMap<>(ReviewSessionScope.class);
    private final Button creating = new Button("New review session", new Glyph(Symbol.PLUS), click -> create());
    private final UnorderedList list = new UnorderedList();
    private final Div foot = new Div();
    private ReviewSessionScope scope = ReviewSessionScope.OPEN;
    private Optional<ReviewSessionCursor> reached = Optional.empty();

    @Inject
    public ReviewSessionsView(ReviewSessions reviewSessions, ReviewSessionDesk desk, CurrentPerson current) {
        this.reviewSessions = reviewSessions;
        this.desk = desk;
        this.current = current;
        addClassNames("page", "sessions-page");
        for (var one : ReviewSessionScope.values()) {
            var tab = new Tab(words(one));
            tab.setId("scope-" + one.name().toLowerCase(Locale.ROOT));
            scopes.put(one, tab);
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                choose(change.getSelectedTab());
            }
        });
        creating.setId("new-session");
        creating.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var title = new Div(new H1("Review sessions"), tabs);
        title.addClassName("page-title");
        var header = new Div(title, creating);
        header.addClassName("page-header");
        list.addClassName("sessions");
        foot.addClassName("paging");
        add(header, list, foot);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        scope = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .flatMap(name -> Stream.of(ReviewSessionScope.values())
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                        .findFirst())
                .orElse(ReviewSessionScope.OPEN);
        tabs.setSelectedTab(scopes.get(scope));
        creating.setVisible(Arranging.isAllowed(current.require()));
        list.removeAll();
        reached = Optional.empty();
        more();
    }

    private void choose(Tab tab) {
        scopes.forEach((one, known) -> {
            if (known == tab) {
                UI.getCurrent()
                        .navigate(
                                Pages.REVIEW_SESSIONS,
                                QueryParameters.of("show", one.name().toLowerCase(Locale.ROOT)));
            }
        });
    }

    private void more() {
        var page = reviewSessions.page(current.require(), scope, reached, PAGE);
        page.forEach(row -> {
            list.add(line(row));
            reached = Optional.of(row.cursor());
        });
        foot.removeAll();
        if (page.size() == PAGE) {
            var button = new Button("Show more", click -> more());
            button.setId("more");
            foot.add(button);
        }
        if (reached.isEmpty()) {
            foot.add(empty());
        }
    }

    private EmptyState empty() {
        return new EmptyState(
                Symbol.SESSION,
                switch (scope) {
                    case MINE -> "You take part in no review session";
                    case OPEN -> "No review session is open";
                    case ALL -> "There is no review session yet";
                },
                "A review session is an ordered set of items to review together, in the studio or with guests.");
    }

    private static ListItem line(ReviewSessionSummary row) {
        var name = new Anchor(Pages.reviewSession(row.id()), row.name());
        name.addClassName("session-name");
        var about =
                new Div(new Span(row.project().map(project -> project + " · ").orElse("") + row.creator() + ", "));
        about.add(new Ago(row.createdAt()));
        row.opens().ifPresent(at -> about.add(new Span(" · opens "), new Ago(at)));
        row.closes().ifPresent(at -> about.add(new Span(" · closes "), new Ago(at)));
        about.addClassName("session-about");
        var what = new Div(name, about);
        what.addClassName("session-what");
        var line = new ListItem(what, new Badge(Appearance.of(row.state())), new OutcomeBar(row.progress()));
        line.addClassName("session-line");
        return line;
    }

    private void create() {
        UI.getCurrent()
                .getPage()
                .retrieveExtendedClientDetails(browser -> PlanDialog.fresh(
                                ZoneId.of(browser.getTimeZoneId()),
                                plan -> UI.getCurrent()
                                        .navigate(Pages.reviewSession(desk.create(current.require(), plan))))
                        .open());
    }

    private static String words(ReviewSessionScope scope) {
        return switch (scope) {
            case MINE -> "Mine";
            case OPEN -> "Open";
            case ALL -> "All";
        };
    }
}
