package dev.rushlight.server.api;

import dev.rushlight.server.http.Fault;
import jakarta.servlet.http.HttpServletResponse;

/** A batch cannot be answered, and this is what its sender is told. */
final class ApiFault extends Exception {
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_NAME = 100;

    private final Fault fault;

    ApiFault(Fault fault) {
        super(fault.content());
        this.fault = fault;
    }

    static ApiFault malformed(String content) {
        return new ApiFault(new Fault(HttpServletResponse.SC_BAD_REQUEST, "ValidationError", content));
    }

    static ApiFault tooLarge(String content) {
        return new ApiFault(new Fault(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "ValidationError", content));
    }

    /** The text is Python 2's, letter by letter: the Python client recognises a missing action by it. */
    static ApiFault invalidAction(String name) {
        var shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return new ApiFault(new Fault(UNPROCESSABLE, "ServerError", "Invalid action u'%s'".formatted(shown)));
    }

    Fault fault() {
        return fault;
    }
}
