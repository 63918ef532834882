package dev.rushlight.connection;

/** Sealed keys exist, but the master key that opens them is missing, or is another one. */
public final class KeysLocked extends RuntimeException {
    public KeysLocked(String message) {
        super(message);
    }
}
