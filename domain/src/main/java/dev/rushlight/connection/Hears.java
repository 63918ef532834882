package dev.rushlight.connection;

/** Of whose items a hub is told. */
public enum Hears {
    /** Of those that came through this connection. */
    OWN,
    /** Of all items, wherever they came from. */
    EVERYTHING
}
