package dev.rushlight.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** What a request brings along. */
public final class RequestBody {
    /** What is said of a body that {@link #read} did not find. */
    public static final String CUT_SHORT = "The request did not arrive whole; send it again";

    private RequestBody() {}

    /** As much as is wanted of it; nothing if it broke off, or took longer than the container waits. */
    public static Optional<byte[]> read(HttpServletRequest request, int most) {
        try {
            return Optional.of(request.getInputStream().readNBytes(most));
        } catch (IOException brokenOff) {
            return Optional.empty();
        }
    }
}
