package dev.rushlight.web.boot;

import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import dev.rushlight.people.AdminExists;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.UnacceptableDisplayName;
import dev.rushlight.people.UnacceptablePassword;
import dev.rushlight.people.UnacceptableUsername;
import dev.rushlight.server.account.DeactivatedAccount;
import dev.rushlight.server.http.RequestBody;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets this installation up for tools that can read the control file: the first administrator, and API keys. */
@WebServlet(
        name = "rushlight-control",
        urlPatterns = {ControlServlet.ADMINS, ControlServlet.API_KEYS})
public class ControlServlet extends HttpServlet {
    static final String ADMINS = "/rest/control/admins";
    static final String API_KEYS = "/rest/control/api-keys";
    static final String TOKEN_HEADER = "Rushlight-Control";

    private static final JsonLimits LIMITS = new JsonLimits(8 * 1024, 4);
    private static final Logger LOG = Logger.getLogger(ControlServlet.class.getName());

    private final transient ControlAccess access;
    private final transient PeopleDesk people;
    private final transient OwnHub hub;

    @Inject
    public ControlServlet(ControlAccess access, PeopleDesk people, OwnHub hub) {
        this.access = access;
        this.people = people;
        this.hub = hub;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isAdmitted(request)) {
            answer(response, HttpServletResponse.SC_FORBIDDEN, "error", "Not allowed");
            return;
        }
        try {
            var arrived = RequestBody.read(request, LIMITS.maxBytes() + 1);
            if (arrived.isEmpty()) {
                answer(response, HttpServletResponse.SC_BAD_REQUEST, "error", RequestBody.CUT_SHORT);
                return;
            }
            var body = arrived.get();
            if (body.length > LIMITS.maxBytes()) {
                answer(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "error", "The request is too long");
                return;
            }
            var asked = JsonText.parseObject(body, LIMITS);
            if (ADMINS.equals(request.getServletPath())) {
                createAdmin(asked, response);
            } else {
                createKey(asked, response);
            }
        } catch (MalformedJson malformed) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, "error", malformed.getMessage());
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "A control request failed", failed);
            answer(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "error", "The server failed; see its log");
        }
    }

    private void createAdmin(JsonObject asked, HttpServletResponse response) throws IOException {
        var user = text(asked, "user");
        var password = text(asked, "password");
        if (user.isEmpty() || password.isEmpty()) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, "error", "A user and a password are needed");
            return;
        }
        try {
            var admin = people.createFirstAdmin(
                    user.get(), text(asked, "displayName").orElse(user.get()), password.get());
            LOG.info(() -> "The first admin was created: " + admin.username());
            answer(response, HttpServletResponse.SC_CREATED, "user", admin.username());
        } catch (AdminExists exists) {
            answer(response, HttpServletResponse.SC_CONFLICT, "error", exists.getMessage());
        } catch (UnacceptableUsername | UnacceptableDisplayName | UnacceptablePassword unacceptable) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, "error", unacceptable.getMessage());
        }
    }

    private void createKey(JsonObject asked, HttpServletResponse response) throws IOException {
        var user = text(asked, "user");
        if (user.isEmpty()) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, "error", "A user is needed");
            return;
        }
        try {
            var issued = hub.issueKey(user.get());
            LOG.info(() -> "An API key was created for " + issued.user());
            answer(response, HttpServletResponse.SC_CREATED, "key", issued.key());
        } catch (DeactivatedAccount deactivated) {
            answer(response, HttpServletResponse.SC_CONFLICT, "error", deactivated.getMessage());
        } catch (dev.rushlight.server.account.UnacceptableUsername unacceptable) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, "error", unacceptable.getMessage());
        }
    }

    private boolean isAdmitted(HttpServletRequest request) throws UnknownHostException {
        return comesFromThisMachine(request)
                && Optional.ofNullable(request.getHeader(TOKEN_HEADER))
                        .filter(access::admits)
                        .isPresent();
    }

    /** Over loopback, or from the very address that this server listens on. */
    private static boolean comesFromThisMachine(HttpServletRequest request) throws UnknownHostException {
        var from = InetAddress.getByName(request.getRemoteAddr());
        return from.isLoopbackAddress() || from.equals(InetAddress.getByName(request.getLocalAddr()));
    }

    private static Optional<String> text(JsonObject asked, String name) {
        return asked.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static void answer(HttpServletResponse response, int status, String name, String value) throws IOException {
        var body = Json.createObjectBuilder().add(name, value).build().toString();
        response.setStatus(status);
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
