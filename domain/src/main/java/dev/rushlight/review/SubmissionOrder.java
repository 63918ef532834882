package dev.rushlight.review;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Items of which several things hold, newest submission first, out of lists that each hold one of them.
 *
 * <p>It walks down one list, stretch by stretch, and asks of each item there whether the rest holds, too. Before each
 * stretch it chooses the list that reaches furthest back with as many items, which is the rarest thing from there on. So
 * the time that a page takes depends on how often the things come together, and not on how many items there are; and where
 * they hardly ever do, it gives up after a number of items that were looked at in vain.
 */
final class SubmissionOrder {

    private static final int SHORTEST_STRETCH = 100;
    private static final int LONGEST_STRETCH = 5_000;
    static final int MOST_LOOKED_AT = 10_000;

    private final EntityManager entities;
    private final List<QueueTerm> terms;

    SubmissionOrder(EntityManager entities, List<QueueTerm> terms) {
        this.entities = entities;
        this.terms = List.copyOf(terms);
    }

    /** The items of a stretch, with whether everything holds of them; no end if the list ended before. */
    private record Stretch(TreeMap<QueueCursor, Boolean> items, Optional<QueueCursor> end) {}

    QueueKeys read(Optional<QueueCursor> after, int limit) {
        var found = new ArrayList<QueueCursor>();
        var place = after;
        var length = isPlain() ? limit : within(limit);
        for (var looked = 0; looked < MOST_LOOKED_AT; length = next(length, looked, found.size(), limit)) {
            var stretch = stretch(rarest(place, length), place, length);
            stretch.items().forEach((item, holds) -> {
                if (holds) {
                    found.add(item);
                }
            });
            if (found.size() >= limit || stretch.end().isEmpty()) {
                return new QueueKeys(found.subList(0, Math.min(limit, found.size())), true);
            }
            looked += stretch.items().size();
            place = stretch.end();
        }
        return new QueueKeys(found, false);
    }

    /** As long as what is missing should need, going by what fitted so far, with a quarter more; at most four times as long. */
    private static int next(int length, int looked, int found, int limit) {
        var needed = found == 0 ? Integer.MAX_VALUE : 1.25 * (limit - found) * looked / found;
        return within((int) Math.min(needed, 4.0 * length));
    }

    private static int within(int length) {
        return Math.max(SHORTEST_STRETCH, Math.min(length, LONGEST_STRETCH));
    }

    private boolean isPlain() {
        return terms.size() == 1 && terms.get(0).isPlain();
    }

    /** The one whose list reaches furthest back with this many items. */
    private QueueTerm rarest(Optional<QueueCursor> place, int length) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        var ends = new ArrayList<Optional<QueueCursor>>();
        terms.forEach(term -> ends.add(Optional.empty()));
        var selections = IntStream.range(0, terms.size())
                .boxed()
                .flatMap(index -> terms.get(index).names().stream()
                        .map(name -> selection(terms.get(index), name, place, Integer.toString(index))
                                .add(" offset %d rows fetch next 1 rows only)".formatted(length - 1))))
                .toList();
        // Under several names the list goes as far as the shortest of those stretches that are full.
        Sql.joined(selections, " union all ").rows(entities).forEach(row -> {
            var index = ((Number) row[2]).intValue();
            var end = place(row);
            ends.set(index, Optional.of(earlier(ends.get(index), end)));
        });
        return IntStream.range(0, terms.size())
                .boxed()
                .max(Comparator.comparing(ends::get, SubmissionOrder::furthest))
                .map(terms::get)
                .orElseThrow();
    }

    /** No end is further back than any. */
    private static int furthest(Optional<QueueCursor> one, Optional<QueueCursor> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        return QueueCursor.IN_ORDER.compare(one.get(), other.get());
    }

    private static QueueCursor earlier(Optional<QueueCursor> known, QueueCursor other) {
        return known.filter(one -> QueueCursor.IN_ORDER.compare(one, other) < 0).orElse(other);
    }

    /** An item that is listed under several names counts once. */
    private Stretch stretch(QueueTerm term, Optional<QueueCursor> place, int length) {
        var items = new TreeMap<QueueCursor, Boolean>(QueueCursor.IN_ORDER);
        Sql.of("select t.%s, t.item_id, ".formatted(term.list().instant))
                .add(holds(term))
                .add(" from (")
                .add(listed(term, place, length))
                .add(") t")
                .rows(entities)
                .forEach(row -> items.put(place(row), ((Number) row[2]).intValue() == 1));
        return new Stretch(items, items.size() < length ? Optional.empty() : Optional.of(items.lastKey()));
    }

    /** The items that come next on a term's list: chosen before anything is asked of them, which takes longer. */
    private static Sql listed(QueueTerm term, Optional<QueueCursor> place, int length) {
        var selections = term.names().stream()
                .map(name -> selection(term, name, place).add(" fetch first %d rows only)".formatted(length)))
                .toList();
        if (selections.size() == 1) {
            return selections.get(0);
        }
        return Sql.of("select distinct l.%1$s, l.item_id from (".formatted(term.list().instant))
                .add(Sql.joined(selections, " union all "))
                .add(") l order by l.%s desc, l.item_id desc fetch first %d rows only"
                        .formatted(term.list().instant, length));
    }

    /** Whether the rest holds of a row of this term's list, as 1 or 0. */
    private Sql holds(QueueTerm term) {
        if (isPlain()) {
            return Sql.of("1");
        }
        var conditions = Sql.of("case when 1 = 1").add(term.proviso("t"));
        terms.stream()
                .filter(other -> other != term)
                .forEach(other -> conditions.add(" and ").add(other.holdsFor("t", term.list())));
        return conditions.add(" then 1 else 0 end");
    }

    /** What is on a term's list under a name after a place, in order; its last bracket is open still. */
    private static Sql selection(QueueTerm term, String name, Optional<QueueCursor> place, String... more) {
        var list = term.list();
        var columns = Stream.concat(Stream.of("t." + list.instant, "t.item_id"), Stream.of(more));
        var selection = Sql.of(
                "(select %s from %s t where t.%s = ?"
                        .formatted(columns.collect(Collectors.joining(", ")), list.table, list.name),
                name);
        place.ifPresent(after -> selection.add(
                " and t.%1$s <= ? and (t.%1$s < ? or t.item_id < ?)".formatted(list.instant),
                after.at(),
                after.at(),
                after.item()));
        return selection.add(" order by t.%s, t.%s desc, t.item_id desc".formatted(list.name, list.instant));
    }

    private static QueueCursor place(Object[] row) {
        return new QueueCursor(Sql.instant(row[0]), (UUID) row[1]);
    }
}
