package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.connection.ConnectionBench;
import dev.rushlight.exchange.InboxState;
import dev.rushlight.installation.Database;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class BoundValuesTest {

    private final Database database;

    BoundValuesTest(Database database) {
        this.database = database;
    }

    @Test
    void noStatementEverHoldsAValue() {
        var bench = new ReviewBench(database);
        var maria = bench.somebody("maria", Role.REVIEWER);
        var admin = bench.somebody("root", Role.ADMIN);
        var item = bench.submitted("sh010");
        var before = database.statements().size();

        bench.submit(bench.submission("sh020").key("publish-1").reviewers("tom").build());
        bench.submit(bench.submission("sh020").key("publish-1").build());
        var decision = bench.vote(maria, item, Choice.APPROVE).orElseThrow();
        bench.undo(maria, decision);
        bench.vote(maria, item, Choice.APPROVE);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.released(bench.claim().get(0), "lost");
        bench.outbox(desk -> desk.recover(bench.connection));
        bench.outbox(desk -> desk.depth(bench.connection));
        bench.nextDue();
        bench.deliverEverything();
        bench.detail(item);
        for (var tab : QueueTab.values()) {
            var filter = QueueFilter.of(tab).in("spy").of(Kind.CHANGESET);
            var first = bench.page(filter, Optional.empty(), 1);
            first.forEach(row -> bench.page(filter, Optional.of(row.cursor()), 10));
            bench.page(QueueFilter.of(tab), Optional.empty(), 10);
            bench.page(filter.by("artist").standing(Outcome.PENDING).with("sh020 fir"), Optional.empty(), 10);
            bench.count(filter, 1001);
        }
        database.doInTransaction(entities -> {
            var log = ConnectionBench.log(entities);
            log.inbox(admin, Optional.of(InboxState.REFUSED), Optional.of(7L), 10);
            log.outbox(admin, Optional.empty(), Optional.empty(), 10);
            log.raw(admin, 7);
        });

        var statements = database.statements();
        assertThat(statements.subList(before, statements.size()))
                .hasSizeGreaterThan(80)
                .filteredOn(sql -> !sql.startsWith("select nextval("))
                .noneMatch(sql -> sql.contains("'"));
    }
}
