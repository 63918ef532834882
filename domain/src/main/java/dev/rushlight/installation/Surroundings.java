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
        maxPoolSize = 16,
        // Payara's own: without them its pool hands out connections that died with the database for ever.
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true",
            "fish.payara.max-wait-time-in-millis=10000"
        })
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
