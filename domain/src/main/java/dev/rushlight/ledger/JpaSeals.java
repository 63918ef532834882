package dev.rushlight.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The seals in the database. */
@Dependent
class JpaSeals {

    static final int MOST_HEADS = 1000;

    /** What is appended to at this moment is left for the next seal: whoever seals never waits, nor makes a circle. */
    private static final String HOLD_UNSEALED = "select line, number, hash from review.ledger_head where sealed = false"
            + " order by sealed, line fetch first %d rows only for update skip locked";

    private final EntityManager entities;

    @Inject
    JpaSeals(EntityManager entities) {
        this.entities = entities;
    }

    /** Whose seals these are; nobody's before the first. */
    UUID installation() {
        return entities.createQuery("select o.installation from LedgerOrigin o", UUID.class)
                .getResultStream()
                .findFirst()
                .orElse(LedgerOrigin.NAMELESS);
    }

    /** The same, named now if it was not yet. */
    UUID named() {
        return entities.find(LedgerOrigin.class, LedgerOrigin.ONLY, LockModeType.PESSIMISTIC_WRITE)
                .named();
    }

    /** The seals behind the given one, in order. */
    List<Seal> after(long number, int most) {
        return seals("s.number > :number order by s.number", number, most);
    }

    /** One that is known to exist. */
    Seal seal(long number) {
        return seals("s.number = :number", number, 1).get(0);
    }

    /** The hashes of those of the seals that exist. */
    Map<Long, String> numbered(List<Long> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select s.number, s.hash from SealRow s where s.number in :numbers", Object[].class)
                .setParameter("numbers", numbers)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    /** Seals as many heads as wait, up to the given number. */
    Optional<Seal> next(SealKey key, Instant now, int most) {
        if (!isAnythingUnsealed()) {
            return Optional.empty();
        }
        var origin = entities.find(LedgerOrigin.class, LedgerOrigin.ONLY, LockModeType.PESSIMISTIC_WRITE);
        var heads = holdUnsealed(most);
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        var last = last();
        var seal = Seal.of(
                origin.named(),
                last.map(Seal::number).orElse(0L) + 1,
                now.truncatedTo(ChronoUnit.MICROS),
                heads.size(),
                MerkleTree.hex(MerkleTree.root(heads.stream().map(Head::leaf).toList())),
                last.map(Seal::hash).orElse(Sha256.NOTHING),
                key);
        entities.persist(new SealRow(seal));
        entities.flush();
        heads.forEach(head -> entities.persist(new SealedHead(seal.number(), head)));
        entities.createQuery("update LedgerHead h set h.sealed = true"
                        + " where h.line in (select s.line from SealedHead s where s.seal = :seal)")
                .setParameter("seal", seal.number())
                .executeUpdate();
        return Optional.of(seal);
    }

    private boolean isAnythingUnsealed() {
        return !entities.createQuery("select h.line from LedgerHead h where h.sealed = false")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private List<Head> holdUnsealed(int most) {
        List<?> rows = entities.createNativeQuery(HOLD_UNSEALED.formatted(most)).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Head((UUID) row[0], ((Number) row[1]).longValue(), (String) row[2]))
                .sorted(Comparator.comparing(head -> head.line().toString()))
                .toList();
    }

    private Optional<Seal> last() {
        return seals("s.number > :number order by s.number desc", 0, 1).stream().findFirst();
    }

    private List<Seal> seals(String which, long number, int most) {
        var rows = entities.createQuery(
                        "select s.number, s.sealedAt, s.heads, s.root, s.previousHash, s.publicKey, s.hash, s.signature"
                                + " from SealRow s where " + which,
                        Object[].class)
                .setParameter("number", number)
                .setMaxResults(most)
                .getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        var installation = installation(); // after the seals, of which the first may have named it just now
        return rows.stream()
                .map(row -> new Seal(
                        installation,
                        (Long) row[0],
                        (Instant) row[1],
                        (Integer) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        (String) row[7]))
                .toList();
    }
}
