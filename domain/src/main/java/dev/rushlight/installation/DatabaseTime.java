package dev.rushlight.installation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** The database's clock, by which processes agree whose own clocks differ. */
@Dependent
public class DatabaseTime {

    private final EntityManager entities;

    @Inject
    public DatabaseTime(EntityManager entities) {
        this.entities = entities;
    }

    /** When the current transaction began, in microseconds. */
    public Instant now() {
        var told = entities.createNativeQuery("select current_timestamp").getSingleResult();
        return instant(told).truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant instant(Object told) {
        if (told instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        if (told instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        throw new IllegalStateException(
                "The database tells the time as a " + told.getClass().getName());
    }
}
