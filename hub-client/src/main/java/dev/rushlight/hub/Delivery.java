package dev.rushlight.hub;

/** What became of a publish, with the hub's or our own words. */
public record Delivery(Result result, String detail) {

    /** Whether the hub took the event, refused it, or cannot be known to have it. */
    public enum Result {
        ACKNOWLEDGED,
        REFUSED,
        UNCONFIRMED
    }

    public static Delivery acknowledged() {
        return new Delivery(Result.ACKNOWLEDGED, "");
    }

    public static Delivery refused(String why) {
        return new Delivery(Result.REFUSED, why);
    }

    public static Delivery unconfirmed(String why) {
        return new Delivery(Result.UNCONFIRMED, why);
    }
}
