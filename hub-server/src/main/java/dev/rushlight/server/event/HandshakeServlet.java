package dev.rushlight.server.event;

import dev.rushlight.server.account.Account;
import dev.rushlight.server.account.Gatekeeper;
import dev.rushlight.server.http.Fault;
import dev.rushlight.server.http.HubServlet;
import dev.rushlight.server.http.PresentedKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Gives a client that shows a good key the id with which it may open one WebSocket.
 *
 * <p>A refusal is never a 200: clients would take its text for an id.
 */
final class HandshakeServlet extends HubServlet {
    private final transient Gatekeeper gatekeeper;
    private final transient EventServer server;

    HandshakeServlet(Gatekeeper gatekeeper, EventServer server) {
        super("GET");
        this.gatekeeper = gatekeeper;
        this.server = server;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var presented = PresentedKey.inHeadersOrQuery(request);
        var admission = gatekeeper.admit(request.getRemoteAddr(), presented.user(), presented.key());
        switch (admission.verdict()) {
            case ADMITTED ->
                invite(
                        admission.account().orElseThrow(),
                        gatekeeper.check(presented.user(), presented.key()),
                        response);
            case REFUSED -> refuse(response, Fault.invalidCredentials());
            case TOO_SOON -> refuse(response, Fault.tooManyWrongKeys(admission.retryAfter()));
        }
    }

    private void invite(Account account, BooleanSupplier stillGood, HttpServletResponse response) throws IOException {
        var handshake = server.invite(account, stillGood);
        if (handshake.isEmpty()) {
            refuse(response, Fault.unavailable("The event server or this account has too many connections."));
            return;
        }
        response.setContentType("text/plain;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(handshake.get().format());
    }
}
