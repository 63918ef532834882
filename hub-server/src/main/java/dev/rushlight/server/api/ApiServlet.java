package dev.rushlight.server.api;

import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import dev.rushlight.server.account.Gatekeeper;
import dev.rushlight.server.http.Fault;
import dev.rushlight.server.http.HubServlet;
import dev.rushlight.server.http.JsonReply;
import dev.rushlight.server.http.PresentedKey;
import dev.rushlight.server.http.RequestBody;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Answers batches of operations over HTTP.
 *
 * <p>Errors are objects with status 200, as clients expect, unless they ask for a real status with
 * {@code ftrack-strict-api: true}.
 */
public final class ApiServlet extends HubServlet {
    /** Where it is served. */
    public static final String PATTERN = "/api/*";

    private static final Logger LOG = System.getLogger(ApiServlet.class.getName());

    private final transient Gatekeeper gatekeeper;
    private final transient ApiLimits limits;
    private final transient Operations operations;

    /** Serves whoever the gatekeeper admits. */
    public ApiServlet(Gatekeeper gatekeeper, ApiLimits limits) {
        super("POST");
        this.gatekeeper = gatekeeper;
        this.limits = limits;
        this.operations = Operations.standard(limits);
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            // First, so that a refusal leaves nothing unread on a connection that the client wants to keep.
            var body = body(request);
            authenticate(request);
            JsonReply.send(response, HttpServletResponse.SC_OK, operations.answer(batch(body)));
        } catch (ApiFault fault) {
            refuse(request, response, fault.fault());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A batch could not be answered", e);
            refuse(request, response, Fault.internal());
        }
    }

    private void authenticate(HttpServletRequest request) throws ApiFault {
        var presented = PresentedKey.inHeaders(request);
        var admission = gatekeeper.admit(request.getRemoteAddr(), presented.user(), presented.key());
        switch (admission.verdict()) {
            case ADMITTED -> {}
            case REFUSED -> throw new ApiFault(Fault.invalidCredentials());
            case TOO_SOON -> throw new ApiFault(Fault.tooManyWrongKeys(admission.retryAfter()));
        }
    }

    private byte[] body(HttpServletRequest request) throws ApiFault {
        var body = RequestBody.read(request, limits.bytes() + 1)
                .orElseThrow(() -> ApiFault.malformed(RequestBody.CUT_SHORT));
        if (body.length > limits.bytes()) {
            throw ApiFault.tooLarge("A batch has at most %s bytes.".formatted(limits.bytes()));
        }
        return body;
    }

    private JsonValue batch(byte[] body) throws ApiFault {
        try {
            return JsonText.parse(body, new JsonLimits(limits.bytes(), limits.depth()));
        } catch (MalformedJson e) {
            throw ApiFault.malformed("The batch is not JSON that can be read: " + e.getMessage());
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Fault fault)
            throws IOException {
        var strict = Boolean.parseBoolean(request.getHeader("ftrack-strict-api"));
        JsonReply.send(response, strict ? fault.status() : HttpServletResponse.SC_OK, fault.toJson());
    }
}
