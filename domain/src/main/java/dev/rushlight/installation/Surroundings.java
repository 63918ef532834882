package dev.rushlight.installation;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** What the container hands to the desks: this installation, the time, the data source and the way into the database. */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/review",
        className = "dev.rushlight.installation.InstallationDataSource",
        minPoolSize = 1,
        maxPoolSize = 16)
public class Surroundings {

    @Produces
    @Dependent
    @PersistenceContext(unitName = "review")
    private EntityManager entities;

    @Produces
    @Dependent
    Installation installation() {
        return Installation.current();
    }

    @Produces
    @Dependent
    Clock clock() {
        return new DatabaseClock(Clock.systemUTC());
    }
}
