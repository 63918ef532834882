package dev.rushlight.connection;

/** Who listens at a hub, and so what may go out there. */
public enum Visibility {
    /** The studio alone. */
    TEAM,
    /** Clients, too: nothing internal goes out. */
    CLIENT
}
