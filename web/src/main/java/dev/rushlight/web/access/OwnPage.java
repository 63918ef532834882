package dev.rushlight.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Tells what our own pages send from what another site has somebody's browser send. */
public final class OwnPage {

    /** Another site cannot add it without asking first, and nobody here says yes. */
    public static final String MARK = "X-Rushlight-Page";

    private OwnPage() {}

    public static boolean sent(HttpServletRequest request) {
        if (request.getHeader(MARK) == null) {
            return false;
        }
        var site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"));
        if (site.isPresent()) {
            return site.get().equals("same-origin");
        }
        return Optional.ofNullable(request.getHeader("Origin"))
                .map(origin -> isHere(origin, request))
                .orElse(true);
    }

    private static boolean isHere(String origin, HttpServletRequest request) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority())
                    .filter(authority -> authority.equalsIgnoreCase(request.getHeader("Host")))
                    .isPresent();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
