package dev.rushlight.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** A user and key as a request presented them, not judged yet. */
public record PresentedKey(String user, String key) {
    /** Taken from the headers; empty texts stand for what is missing. */
    public static PresentedKey inHeaders(HttpServletRequest request) {
        return new PresentedKey(
                first(request.getHeader("ftrack-user"), request.getHeader("ftrack-api-user")),
                first(request.getHeader("ftrack-api-key")));
    }

    /** Taken from the headers or else from the query, where the JavaScript client puts them. */
    public static PresentedKey inHeadersOrQuery(HttpServletRequest request) {
        var presented = inHeaders(request);
        return new PresentedKey(
                first(presented.user(), request.getParameter("api_user")),
                first(presented.key(), request.getParameter("api_key")));
    }

    private static String first(String... candidates) {
        return Stream.of(candidates)
                .flatMap(candidate -> Optional.ofNullable(candidate).stream())
                .filter(candidate -> !candidate.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "PresentedKey[user=" + user + ", key=***]";
    }
}
