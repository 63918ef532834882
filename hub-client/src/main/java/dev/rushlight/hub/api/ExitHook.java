package dev.rushlight.hub.api;

/** Closes a session that is still open when the JVM ends. */
final class ExitHook {

    private final Thread thread;

    ExitHook(Runnable close) {
        thread = new Thread(close, "rushlight-session-exit");
    }

    void add() {
        Runtime.getRuntime().addShutdownHook(thread);
    }

    /** Whether it was there to be removed; nothing stays behind of a session that was closed before. */
    boolean remove() {
        try {
            return Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // The JVM is ending, and this is what it runs.
            return false;
        }
    }
}
