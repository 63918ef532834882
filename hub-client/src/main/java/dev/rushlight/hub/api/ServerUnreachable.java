package dev.rushlight.hub.api;

import java.io.IOException;
import java.net.URI;

/** A call got no answer: the server was not reached, or did not answer in time. */
public final class ServerUnreachable extends RuntimeException {

    ServerUnreachable(URI server, IOException cause) {
        super(
                "No answer from %s: %s"
                        .formatted(
                                server,
                                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()),
                cause);
    }
}
