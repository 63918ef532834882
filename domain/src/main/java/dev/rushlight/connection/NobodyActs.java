package dev.rushlight.connection;

/** For this user of the hub nobody acts here; the reasons all look alike from outside. */
public final class NobodyActs extends RuntimeException {
    public NobodyActs(String hubUser) {
        super("Nobody acts here for the hub user %s; an administrator says who does (Connections, Rules)"
                .formatted(hubUser));
    }
}
