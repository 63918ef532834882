package dev.rushlight.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The chains in the database as whoever checks them walks along: page by page, and nothing stays in the entity manager. */
@Dependent
class JpaChain {

    private static final String ENTRIES = "select " + WrittenEntries.COLUMNS + " from LedgerRow e where ";
    private static final String ENDS = "select h.line, h.number, h.hash, h.sealed from LedgerHead h where ";
    private static final String COVERED = "select s.seal, s.line, s.number, s.hash from SealedHead s where ";

    private final EntityManager entities;

    @Inject
    JpaChain(EntityManager entities) {
        this.entities = entities;
    }

    /** The ends of these lines, in order, but no more than so many. */
    List<LineEnd> ends(Lines lines, int most) {
        return rows(
                ENDS + "h.line >= :from and h.line <= :to order by h.line",
                Map.of("from", lines.from(), "to", lines.to()),
                most,
                row -> new LineEnd(new Head((UUID) row[0], (Long) row[1], (String) row[2]), (Boolean) row[3]));
    }

    /** The end of a line as it is now. */
    Optional<LineEnd> end(UUID line) {
        return ends(Lines.only(line), 1).stream().findFirst();
    }

    /** The entries of these lines, line by line and number by number. */
    Walk<WrittenEntry> entries(Lines lines) {
        return new Walk<>(last -> page(
                lines,
                last.map(WrittenEntry::line),
                (range, most) -> rows(
                        ENTRIES + "e.line >= :from and e.line <= :to order by e.line, e.number",
                        Map.of("from", range.from(), "to", range.to()),
                        most,
                        WrittenEntries::read),
                most -> rows(
                        ENTRIES + "e.line = :line and e.number > :number order by e.line, e.number",
                        Map.of(
                                "line", last.orElseThrow().line(),
                                "number", last.orElseThrow().number()),
                        most,
                        WrittenEntries::read)));
    }

    /** The sealed heads of these lines, line by line and seal by seal. */
    Walk<Covered> covered(Lines lines) {
        return new Walk<>(last -> page(
                lines,
                last.map(Covered::line),
                (range, most) -> rows(
                        COVERED + "s.line >= :from and s.line <= :to order by s.line, s.seal",
                        Map.of("from", range.from(), "to", range.to()),
                        most,
                        JpaChain::covered),
                most -> rows(
                        COVERED + "s.line = :line and s.seal > :seal order by s.line, s.seal",
                        Map.of(
                                "line", last.orElseThrow().line(),
                                "seal", last.orElseThrow().seal()),
                        most,
                        JpaChain::covered)));
    }

    /** What a seal covers, in the order of the lines, but no more than so many. */
    List<Head> coveredBy(long seal, int most) {
        return rows(
                COVERED + "s.seal = :seal order by s.seal, s.line",
                Map.of("seal", seal),
                most,
                row -> covered(row).head());
    }

    /** The first seal that covers the line as far as this entry. */
    Optional<Covered> covering(UUID line, long number) {
        return rows(
                        COVERED + "s.line = :line and s.number >= :number order by s.line, s.seal",
                        Map.of("line", line, "number", number),
                        1,
                        JpaChain::covered)
                .stream()
                .findFirst();
    }

    /** What the last seal that took in this line covers of it. */
    Optional<Covered> lastCovered(UUID line) {
        return rows(
                        COVERED + "s.line = :line order by s.line desc, s.seal desc",
                        Map.of("line", line),
                        1,
                        JpaChain::covered)
                .stream()
                .findFirst();
    }

    /** So many rows of a range of lines, or fewer if there are no more. */
    private interface Range<T> {

        List<T> rows(Lines lines, int most);
    }

    /** Goes on within the line of the last row, and then behind it: each is a walk straight along an index. */
    private static <T> List<T> page(
            Lines lines, Optional<UUID> lastLine, Range<T> range, Function<Integer, List<T>> restOfLine) {
        if (lastLine.isEmpty()) {
            return range.rows(lines, Walk.PAGE);
        }
        var page = new ArrayList<>(restOfLine.apply(Walk.PAGE));
        if (page.size() < Walk.PAGE && !lastLine.get().equals(lines.to())) {
            page.addAll(range.rows(lines.behind(lastLine.get()), Walk.PAGE - page.size()));
        }
        return page;
    }

    private <T> List<T> rows(String query, Map<String, Object> values, int most, Function<Object[], T> reading) {
        var rows = entities.createQuery(query, Object[].class);
        values.forEach(rows::setParameter);
        return rows.setMaxResults(most).getResultStream().map(reading).toList();
    }

    private static Covered covered(Object[] row) {
        return new Covered((Long) row[0], new Head((UUID) row[1], (Long) row[2], (String) row[3]));
    }
}
