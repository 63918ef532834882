package dev.rushlight.hub.api;

/** The server is too old, or does not say how old it is. */
public final class ServerIncompatible extends RuntimeException {

    ServerIncompatible(String why) {
        super(why);
    }
}
