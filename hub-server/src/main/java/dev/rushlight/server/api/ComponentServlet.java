package dev.rushlight.server.api;

import dev.rushlight.server.http.Fault;
import dev.rushlight.server.http.JsonReply;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says that no component is here, where clients look for the files of components: otherwise the application's pages
 * would answer, and a page be taken for the file.
 */
public final class ComponentServlet extends HttpServlet {
    /** Where it is served. */
    public static final String PATTERN = "/component/*";

    private static final Fault NONE =
            new Fault(HttpServletResponse.SC_NOT_FOUND, "ServerError", "This server stores no components.");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonReply.send(response, NONE.status(), NONE.toJson());
    }
}
