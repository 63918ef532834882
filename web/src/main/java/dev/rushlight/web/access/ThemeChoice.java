package dev.rushlight.web.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Dark unless this browser asked for light; remembered in a cookie, so that the first paint is already right. */
public enum ThemeChoice {
    DARK("dark"),
    LIGHT("");

    private static final String COOKIE = "rushlight-theme";

    private final String attribute;

    ThemeChoice(String attribute) {
        this.attribute = attribute;
    }

    /** The value of the page's theme attribute. */
    String attribute() {
        return attribute;
    }

    public ThemeChoice other() {
        return this == DARK ? LIGHT : DARK;
    }

    public static ThemeChoice of(VaadinRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie ->
                        cookie.getName().equals(COOKIE) && cookie.getValue().equals("light"))
                .findAny()
                .map(light -> LIGHT)
                .orElse(DARK);
    }

    /** Changes the open page at once and this browser's later ones. */
    public void apply(UI ui) {
        ui.getPage().executeJs("document.documentElement.setAttribute('theme', $0)", attribute);
        var cookie = new Cookie(COOKIE, name().toLowerCase(Locale.ROOT));
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        Optional.ofNullable(VaadinResponse.getCurrent()).ifPresent(response -> response.addCookie(cookie));
    }
}
