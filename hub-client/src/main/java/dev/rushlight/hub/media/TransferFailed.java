package dev.rushlight.hub.media;

/**
 * A file did not get through, or what the server answered about it makes no sense.
 *
 * <p>The message says how far it came and never holds a key or a signed address.
 */
public final class TransferFailed extends RuntimeException {

    TransferFailed(String message) {
        super(message);
    }

    TransferFailed(String message, Throwable cause) {
        super(message + ": " + reason(cause), cause);
    }

    static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
