package dev.rushlight.web.access;

import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;

/** Completes the page that a browser loads first: its content security policy with a fresh nonce, and its theme. */
final class FirstResponse implements IndexHtmlRequestListener {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        var nonce = nonce();
        response.getDocument().select("script").attr("nonce", nonce);
        response.getDocument()
                .selectFirst("html")
                .attr("lang", "en")
                .attr("theme", ThemeChoice.of(response.getVaadinRequest()).attribute());
        response.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
    }

    /**
     * Scripts come from this server only. The page's own inline ones carry the nonce; Vaadin evaluates what the server
     * side of this page sends, hence unsafe-eval. Media may come from anywhere: artists serve their own.
     */
    private static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src * data: blob:",
                "media-src * data: blob:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "object-src 'none'",
                "frame-src 'none'",
                "frame-ancestors 'none'",
                "base-uri 'self'",
                "form-action 'self'");
    }

    private static String nonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
