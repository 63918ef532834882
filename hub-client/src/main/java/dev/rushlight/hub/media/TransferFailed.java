package dev.rushlight.hub.media;

/**
 * A file did not get through, or what the server answered about it makes no sense.
 *
 * <p>The message says how far it came and never holds a key or a signed address.
 */
public final class TransferFailed extends RuntimeException {

    private final boolean outcomeUnknown;

    TransferFailed(String message) {
        super(message);
        outcomeUnknown = false;
    }

    TransferFailed(String message, Throwable cause) {
        this(message, cause, false);
    }

    private TransferFailed(String message, Throwable cause, boolean outcomeUnknown) {
        super(message + ": " + reason(cause), cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    static TransferFailed withUnknownOutcome(String message, Throwable cause) {
        return new TransferFailed(message, cause, true);
    }

    /**
     * Whether all bytes of an upload got there, and the server may have taken the component in or may yet do so; it was not
     * removed.
     */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
