package dev.rushlight.web.boot;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says whether this installation takes submissions yet. */
@WebServlet(name = "rushlight-ready", urlPatterns = ReadyServlet.PATH)
public class ReadyServlet extends HttpServlet {
    static final String PATH = "/rest/ready";
    static final String READY = "ready";
    static final String STARTING = "starting";

    private final transient Readiness readiness;

    @Inject
    public ReadyServlet(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var ready = readiness.isReached();
        response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(ready ? READY : STARTING);
    }
}
