package dev.rushlight.web.access;

import dev.rushlight.server.http.JsonReply;
import jakarta.json.Json;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says in one line what is wrong with a request that nothing else answers: the container would send a page about itself,
 * and below {@code /rest} the application's own page. web.xml sends errors here.
 */
@WebServlet(
        name = "rushlight-nothing-here",
        urlPatterns = {NothingHereServlet.ADDRESS, "/rest/*"})
public class NothingHereServlet extends HttpServlet {
    static final String ADDRESS = "/nothing-here";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request);
        JsonReply.send(
                response,
                status,
                Json.createObjectBuilder()
                        .add("error", words(status, request.getMethod()))
                        .build());
    }

    /** A method that no servlet has heard of is wrong in the same way as one that this servlet does not answer. */
    private static int status(HttpServletRequest request) {
        var reported = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        return reported == HttpServletResponse.SC_NOT_IMPLEMENTED
                ? HttpServletResponse.SC_METHOD_NOT_ALLOWED
                : reported;
    }

    private static String words(int status, String method) {
        return switch (status) {
            case HttpServletResponse.SC_BAD_REQUEST -> "The request cannot be read";
            case HttpServletResponse.SC_FORBIDDEN -> "This is not allowed";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "This address does not answer " + method;
            default -> "There is nothing at this address";
        };
    }
}
