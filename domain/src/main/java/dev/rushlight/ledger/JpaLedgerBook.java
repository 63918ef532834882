package dev.rushlight.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The ledger's pages from the database. */
@Dependent
class JpaLedgerBook implements LedgerBook {

    private final EntityManager entities;

    @Inject
    JpaLedgerBook(EntityManager entities) {
        this.entities = entities;
    }

    /** The order begins with what is equal in all rows, without which H2 sorts everything there is. */
    @Override
    public List<WrittenEntry> newestFirst(LedgerFilter filter, Optional<LedgerCursor> before, int limit) {
        var conditions = new ArrayList<String>();
        var order = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        filter.line().ifPresent(line -> {
            conditions.add("e.line = :line");
            order.add("e.line");
            values.put("line", line);
        });
        filter.actor().ifPresent(actor -> {
            conditions.add("e.actor = :actor");
            order.add("e.actor");
            values.put("actor", actor);
        });
        filter.act().ifPresent(act -> {
            conditions.add("e.act = :act");
            order.add("e.act");
            values.put("act", act.name());
        });
        filter.from().ifPresent(first -> {
            conditions.add("e.at >= :first");
            values.put("first", first);
        });
        filter.until().ifPresent(end -> {
            conditions.add("e.at < :end");
            values.put("end", end);
        });
        before.ifPresent(cursor -> {
            conditions.add("e.at <= :at and (e.at < :at or e.id < :id)");
            values.put("at", cursor.at());
            values.put("id", cursor.id());
        });
        order.add("e.at desc");
        order.add("e.id desc");
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return rows(where + " order by " + String.join(", ", order), values, limit);
    }

    @Override
    public List<WrittenEntry> line(UUID line, int limit) {
        return rows(" where e.line = :line order by e.line, e.number desc", Map.of("line", line), limit);
    }

    @Override
    public Optional<WrittenEntry> last(UUID line, Act act) {
        return rows(
                        " where e.line = :line and e.act = :act order by e.line, e.number desc",
                        Map.of("line", line, "act", act.name()),
                        1)
                .stream()
                .findFirst();
    }

    private List<WrittenEntry> rows(String which, Map<String, Object> values, int limit) {
        var query =
                entities.createQuery("select " + WrittenEntries.COLUMNS + " from LedgerRow e" + which, Object[].class);
        values.forEach(query::setParameter);
        return query.setMaxResults(limit)
                .getResultStream()
                .map(WrittenEntries::read)
                .toList();
    }
}
