package dev.rushlight.server.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * A servlet with one method, for clients of every origin.
 *
 * <p>The JavaScript client fetches with {@code credentials: "include"}, for which browsers insist on an echoed origin and
 * on {@code Access-Control-Allow-Credentials}. Echoing any origin is safe here: the hub's servlets look at no cookie and
 * no HTTP session, only at keys that the page itself must have. A foreign page without a key gains nothing by asking.
 */
public abstract class HubServlet extends HttpServlet {
    private static final Logger LOG = System.getLogger(HubServlet.class.getName());
    private static final String ALLOWED_HEADERS = "content-type, ftrack-user, ftrack-api-user, ftrack-api-key, "
            + "ftrack-clienttoken, ftrack-pushtoken, ftrack-strict-api, ftrack-api-options";

    private final String method;
    private final String methods;

    /** A servlet that answers the given method. */
    protected HubServlet(String method) {
        this.method = method;
        this.methods = method + ", OPTIONS";
    }

    /** Answers a request of the method and address that this servlet has. */
    protected abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        allowOrigin(request, response);
        if (request.getMethod().equals("OPTIONS")) {
            answerPreflight(request, response);
        } else if (!isHere(request)) {
            refuse(response, Fault.notFound());
        } else if (!request.getMethod().equals(method)) {
            response.setHeader("Allow", methods);
            refuse(response, Fault.methodNotAllowed(methods));
        } else {
            answerOrFail(request, response);
        }
    }

    /** Whether it asks for something that this servlet has: its address, and nothing below it. */
    protected boolean isHere(HttpServletRequest request) {
        var path = request.getPathInfo();
        return path == null || path.equals("/");
    }

    /** Answers with the status and the text of a fault. */
    protected static void refuse(HttpServletResponse response, Fault fault) throws IOException {
        JsonReply.send(response, fault.status(), fault.toJson());
    }

    private void answerOrFail(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(request, response);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A request to " + request.getServletPath() + " could not be answered", e);
            refuse(response, Fault.internal());
        }
    }

    private static void allowOrigin(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", "Origin");
        var origin = request.getHeader("Origin");
        if (origin != null) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
    }

    private void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Allow", methods);
        if (request.getHeader("Origin") != null) {
            response.setHeader("Access-Control-Allow-Methods", methods);
            response.setHeader("Access-Control-Allow-Headers", ALLOWED_HEADERS);
            response.setHeader("Access-Control-Max-Age", "3600");
        }
    }
}
