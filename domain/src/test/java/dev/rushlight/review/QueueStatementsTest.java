package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueueStatementsTest {

    private static final QueueFilter IN_A_PROJECT =
            QueueFilter.of(QueueTab.NEEDS_ME).in(QueueFill.PROJECT);

    @Test
    void postgresqlPlansThemForTheirOwnValuesHoweverOftenItMeetsThem() {
        var factory = Database.POSTGRESQL.open(Database.POSTGRESQL.fresh());
        var plans = Database.inTransaction(factory, entities -> {
            var queue = new JpaQueue(entities, new JpaSearch(entities));
            for (var use = 0; use < 20; use++) {
                queue.read(QueueFill.MARIA, List.of(), IN_A_PROJECT, Optional.empty(), 50);
            }
            return plans(entities);
        });
        factory.close();

        assertThat(plans[0]).as("for their values").isGreaterThan(0);
        assertThat(plans[1]).as("for any value").isZero();
    }

    private static long[] plans(EntityManager entities) {
        var row = (Object[]) entities.createNativeQuery("select sum(custom_plans), sum(generic_plans)"
                        + " from pg_prepared_statements where statement like ?")
                .setParameter(1, "%search_token%")
                .getSingleResult();
        return new long[] {((Number) row[0]).longValue(), ((Number) row[1]).longValue()};
    }
}
