package dev.rushlight.web.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.server.VaadinRequest;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.keyboard.KeyboardDesk;
import dev.rushlight.people.Identity;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.access.SignIn;
import dev.rushlight.web.access.ThemeChoice;
import dev.rushlight.web.keyboard.PersonalKeys;
import dev.rushlight.web.keyboard.ReviewKeys;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.HubsAtAGlance;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.look.Brand;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Initials;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.Optional;

/** The frame around the pages of whoever is signed in. */
@CssImport("./rush/shell.css")
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final CurrentPerson current;
    private final SignIn signIn;
    private final HubsAtAGlance hubs;
    private final LiveViews live;
    private final BackgroundWork background;
    private final PersonalKeys keys;
    private final HubPill pill = new HubPill();
    private final Div navigation = new Div();
    private final Div person = new Div();
    private final Anchor pillLink = new Anchor(Pages.CONNECTIONS, pill);
    private Optional<Identity> shown = Optional.empty();

    @Inject
    public MainLayout(
            CurrentPerson current,
            SignIn signIn,
            KeyboardDesk keyboards,
            HubsAtAGlance hubs,
            LiveViews live,
            BackgroundWork background) {
        this.current = current;
        this.signIn = signIn;
        this.hubs = hubs;
        this.live = live;
        this.background = background;
        keys = new PersonalKeys(keyboards, current);

        setPrimarySection(Section.DRAWER);
        var toggle = new DrawerToggle();
        toggle.setAriaLabel("Navigation");
        var gap = new Div();
        gap.addClassName("gap");
        navigation.addClassName("navigation");
        person.addClassName("person");
        addToDrawer(new Anchor("/", new Brand()), navigation);
        addToNavbar(toggle, gap, pillLink, keysButton(), person, keys);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var changes = new Coalesced<ConnectionId>(attach.getUI(), background, ids -> pill.show(hubs.hubs()));
        var stop = live.onConnection(changes);
        pill.show(hubs.hubs());
        addDetachListener(detach -> {
            stop.run();
            detach.unregisterListener();
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var now = current.find();
        if (!now.equals(shown)) {
            shown = now;
            now.ifPresent(this::greet);
        }
    }

    private void greet(Identity identity) {
        navigation.removeAll();
        navigation.add(pages(identity));
        person.removeAll();
        person.add(menu(identity));
        keys.show();
        if (identity.role().mayAdminister()) {
            pillLink.setHref(Pages.CONNECTIONS);
        } else {
            pillLink.removeHref();
        }
    }

    private static Button keysButton() {
        var button = new Button(new Glyph(Symbol.KEYBOARD));
        button.setId("keys");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel("Keys");
        ReviewKeys.act(button, KeyAction.HELP);
        return button;
    }

    private static Div pages(Identity identity) {
        var review = new SideNav();
        review.addItem(
                link("Queue", Pages.QUEUE, Symbol.QUEUE),
                nested(link("Review sessions", Pages.REVIEW_SESSIONS, Symbol.SESSION)));
        var all = new Div(review);
        if (identity.role().mayAdminister()) {
            var admin = new SideNav("Admin");
            admin.addItem(
                    link("Connections", Pages.CONNECTIONS, Symbol.HUB),
                    link("Events", Pages.EVENTS, Symbol.EVENTS),
                    link("People", Pages.PEOPLE, Symbol.PEOPLE),
                    nested(link("Policies", Pages.POLICIES, Symbol.POLICY)),
                    link("Hub keys", Pages.HUB_KEYS, Symbol.KEY),
                    link("Installation", Pages.INSTALLATION, Symbol.INSTALLATION));
            all.add(admin);
        }
        return all;
    }

    private static SideNavItem link(String label, String path, Symbol symbol) {
        return new SideNavItem(label, path, new Glyph(symbol));
    }

    /** Stays marked on the pages below it. */
    private static SideNavItem nested(SideNavItem item) {
        item.setMatchNested(true);
        return item;
    }

    private MenuBar menu(Identity identity) {
        var bar = new MenuBar();
        bar.setId("user-menu");
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL);
        var avatar = new Avatar(identity.displayName());
        avatar.setAbbreviation(Initials.of(identity.displayName()));
        avatar.getElement().setAttribute("tabindex", "-1");
        var name = new Span(identity.displayName());
        name.addClassName("person-name");
        var face = new Div(avatar, name);
        face.addClassName("person-face");
        var root = bar.addItem(face);
        root.setAriaLabel("Menu of " + identity.displayName());
        var items = root.getSubMenu();
        var about = items.addItem(
                "%s · %s".formatted(identity.username(), identity.role().name().toLowerCase()));
        about.setEnabled(false);
        items.addSeparator();
        var theme = items.addItem("", clicked -> {
            var chosen = ThemeChoice.of(VaadinRequest.getCurrent()).other();
            chosen.apply(UI.getCurrent());
            clicked.getSource().setText(themeWords(chosen));
        });
        theme.setId("theme");
        theme.setText(themeWords(ThemeChoice.of(VaadinRequest.getCurrent())));
        items.addItem("Keys", clicked -> keys.change()).setId("change-keys");
        var out = items.addItem("Sign out", clicked -> {
            UI.getCurrent().getPage().setLocation("/" + Pages.LOGIN);
            signIn.leave();
        });
        out.setId("sign-out");
        return bar;
    }

    private static String themeWords(ThemeChoice chosen) {
        return chosen == ThemeChoice.DARK ? "Use the light theme" : "Use the dark theme";
    }
}
