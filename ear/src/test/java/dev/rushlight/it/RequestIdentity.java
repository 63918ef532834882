package dev.rushlight.it;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells inside the container which object a request is: its place among all that were seen so far. */
@WebServlet(RequestIdentity.PATH)
public class RequestIdentity extends HttpServlet {
    static final String PATH = "/test/request-identity";

    private final transient List<HttpServletRequest> seen = new CopyOnWriteArrayList<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        seen.add(request);
        // Requests compare by identity.
        response.getWriter().print(seen.indexOf(request));
    }
}
