package dev.rushlight.server.http;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * An error as clients of the API know it: the name they choose their own error class by, a text for people, and the HTTP
 * status for those that asked for one.
 */
public record Fault(int status, String exception, String content) {
    private static final int TOO_MANY_REQUESTS = 429;

    /** The credentials are wrong or missing. */
    public static Fault invalidCredentials() {
        return new Fault(
                HttpServletResponse.SC_UNAUTHORIZED,
                "InvalidCredentialsError",
                "The supplied API key is not valid. Check the API user and the API key.");
    }

    /** The credentials were not looked at, because too many wrong ones came before. */
    public static Fault tooManyWrongKeys(Duration wait) {
        return new Fault(
                TOO_MANY_REQUESTS,
                "InvalidCredentialsError",
                "Too many wrong API keys. Try again in %s seconds.".formatted(Math.max(1, wait.toSeconds())));
    }

    /** The client speaks a protocol that is not spoken here. */
    public static Fault otherProtocol(String content) {
        return new Fault(HttpServletResponse.SC_BAD_REQUEST, "ServerError", content);
    }

    /** There is nothing at this address. */
    public static Fault notFound() {
        return new Fault(HttpServletResponse.SC_NOT_FOUND, "ServerError", "There is nothing at this address.");
    }

    /** The address is right, the method is not. */
    public static Fault methodNotAllowed(String methods) {
        return new Fault(
                HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                "ServerError",
                "Only %s is answered here.".formatted(methods));
    }

    /** The server cannot serve this now. */
    public static Fault unavailable(String content) {
        return new Fault(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "ServerError", content);
    }

    /** Something broke on our side; what it was is in the log only. */
    public static Fault internal() {
        return new Fault(
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                "ServerError",
                "The server failed to answer this request.");
    }

    /** The error as clients expect it. */
    public JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("exception", exception)
                .add("content", content)
                .addNull("error_code")
                .build();
    }
}
