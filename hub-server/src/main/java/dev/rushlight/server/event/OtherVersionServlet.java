package dev.rushlight.server.event;

import dev.rushlight.server.http.Fault;
import dev.rushlight.server.http.HubServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells clients of another version of Socket.IO, which ask at other addresses, what is spoken here. */
final class OtherVersionServlet extends HubServlet {
    OtherVersionServlet() {
        super("GET");
    }

    @Override
    protected boolean isHere(HttpServletRequest request) {
        return true;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(
                response,
                Fault.otherProtocol("This event hub speaks Socket.IO 0.9, whose clients connect to /socket.io/1/; later"
                        + " versions are another protocol."));
    }
}
