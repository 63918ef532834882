package dev.rushlight.hub.api;

import java.util.Optional;

/** The server answered a call with an error; the name that the server gave it is kept. */
public final class ServerError extends RuntimeException {

    static final String UNEXPECTED_FORMAT = "UnexpectedFormat";

    private final String exception;
    private final String content;
    private final Optional<String> errorCode;
    private final int httpStatus;

    ServerError(String exception, String content, Optional<String> errorCode, int httpStatus) {
        super("Server reported error: %s(%s)".formatted(exception, content));
        this.exception = exception;
        this.content = content;
        this.errorCode = errorCode;
        this.httpStatus = httpStatus;
    }

    /** The server's name for it, such as {@code ValidationError}. */
    public String exception() {
        return exception;
    }

    /** The server's words. */
    public String content() {
        return content;
    }

    public Optional<String> errorCode() {
        return errorCode;
    }

    /**
     * Whether the server itself refused, and so did nothing of the batch. What is no answer of the API's form, a gateway's
     * perhaps, does not say that.
     */
    public boolean isRefusal() {
        return !exception.equals(UNEXPECTED_FORMAT);
    }

    /** The HTTP status, which is 200 even for errors unless the API is strict. */
    public int httpStatus() {
        return httpStatus;
    }
}
