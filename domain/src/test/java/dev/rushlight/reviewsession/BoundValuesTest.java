package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import java.time.Duration;
import java.util.List;
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
        var bench = new ReviewSessionBench(database);
        var lead = bench.lead;
        var text = "x' or '1'='1";

        var statements = bench.statementsOf(() -> {
            var id = bench.opened(3);
            var order = bench.order(id);
            var plan = bench.detail(id).orElseThrow().plan();
            bench.at(desk -> desk.change(lead, id, plan, plan.withName(text).withDescription(text)));
            bench.at(desk -> desk.addAll(lead, id, QueueFilter.of(QueueTab.OPEN), 3, Keeping.PINNED));
            bench.at(desk -> desk.move(lead, id, order.get(2), Destination.before(order.get(0))));
            bench.at(desk -> desk.pin(lead, id, order.get(0), 1));
            bench.at(desk -> desk.remove(lead, id, List.of(order.get(2))));
            bench.at(desk -> desk.dismiss(lead, id, List.of(lead.id())));
            bench.at(desk -> desk.welcome(lead, id, List.of(lead.id())));
            for (var scope : ReviewSessionScope.values()) {
                var first = bench.read(sessions -> sessions.page(lead, scope, Optional.empty(), 1));
                first.forEach(row -> bench.read(sessions -> sessions.page(lead, scope, Optional.of(row.cursor()), 1)));
            }
            bench.read(sessions -> sessions.next(lead, id, Optional.of(order.get(0))));
            bench.entries(id)
                    .forEach(entry ->
                            bench.read(sessions -> sessions.entries(lead, id, Optional.of(entry.cursor()), 1)));
            var invited = bench.invited(
                    id,
                    GuestForm.client(
                            text, GuestRight.DECIDE, bench.clock.instant().plusSeconds(3600)));
            var pass = bench.entered(invited);
            bench.clock.advance(Duration.ofMinutes(2));
            bench.guest(desk -> desk.reviewSession(pass));
            bench.guest(desk -> desk.items(pass, Optional.empty(), 10));
            bench.guest(desk -> desk.item(pass, order.get(0)));
            bench.guest(desk -> desk.vote(pass, order.get(0), 1, Choice.APPROVE, text));
            bench.guests(id)
                    .forEach(link -> bench.read(sessions -> sessions.guests(lead, id, Optional.of(link.cursor()), 1)));
            bench.revoke(invited.link());
            bench.clock.advance(Duration.ofDays(90));
            bench.links(desk -> desk.tend(1));
        });

        assertThat(statements)
                .hasSizeGreaterThan(100)
                .filteredOn(sql -> !sql.startsWith("select nextval("))
                .noneMatch(sql -> sql.contains("'"));
    }
}
