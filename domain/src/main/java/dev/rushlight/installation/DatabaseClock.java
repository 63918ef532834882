package dev.rushlight.installation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Tells the time as exactly as both databases keep it, so that an instant read back equals the one written. */
public final class DatabaseClock extends Clock {

    private final Clock exact;

    public DatabaseClock(Clock exact) {
        this.exact = exact;
    }

    @Override
    public Instant instant() {
        return exact.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return exact.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DatabaseClock(exact.withZone(zone));
    }
}
