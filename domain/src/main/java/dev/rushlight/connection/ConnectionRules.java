package dev.rushlight.connection;

import dev.rushlight.exchange.Routing;

/** What goes out to a hub, and what may come in from it besides submissions. */
public record ConnectionRules(Hears hears, Visibility visibility, ActsBy acts) {

    /** How a connection to a hub elsewhere begins: it is told of its own items, and nobody acts through it. */
    public static ConnectionRules cautious() {
        return new ConnectionRules(Hears.OWN, Visibility.TEAM, ActsBy.OFF);
    }

    /** How the embedded hub begins, which stamps every event with the account that it came from. */
    static ConnectionRules embedded() {
        return new ConnectionRules(Hears.OWN, Visibility.TEAM, ActsBy.SAME_NAMES);
    }

    Routing routing(boolean enabled) {
        return new Routing(hears == Hears.EVERYTHING, visibility == Visibility.CLIENT, enabled);
    }
}
