package dev.rushlight.web.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Tells what our own pages send from what another site has somebody's browser send. */
final class OwnPage {

    /** Another site cannot add it without asking first, and nobody here says yes. */
    static final String MARK = "X-Rushlight-Page";

    private OwnPage() {}

    static boolean sent(HttpServletRequest request) {
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
            var authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
