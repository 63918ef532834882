package dev.rushlight.connection;

/** Whether a connection leads to the hub inside this server or to an ftrack server elsewhere. */
public enum ConnectionKind {
    EMBEDDED,
    FTRACK
}
