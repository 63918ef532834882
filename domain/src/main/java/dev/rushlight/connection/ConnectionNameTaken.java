package dev.rushlight.connection;

/** Two connections cannot share a name. */
public final class ConnectionNameTaken extends RuntimeException {
    public ConnectionNameTaken(String name) {
        super("There already is a connection named %s".formatted(name));
    }
}
