package dev.rushlight.exchange;

/**
 * What a connection is told.
 *
 * @param hearsEverything whether it also hears of what came through other connections
 * @param clientVisible whether clients listen there, so that nothing internal may go out
 */
public record Routing(boolean hearsEverything, boolean clientVisible, boolean enabled) {

    /** It hears of what came through it, all of it. */
    public static Routing own(boolean enabled) {
        return new Routing(false, false, enabled);
    }
}
