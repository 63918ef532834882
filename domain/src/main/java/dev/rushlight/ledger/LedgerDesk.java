package dev.rushlight.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the ledger is sealed and checked. It asks nobody for a role: it is for timers and tools, and for desks that have
 * asked already.
 */
@ApplicationScoped
@Transactional
public class LedgerDesk {

    private static final int SEALS_AT_ONCE = 500;

    private final JpaSeals seals;
    private final JpaChain chain;
    private final SealKey key;
    private final SealLog log;
    private final Clock clock;

    @Inject
    LedgerDesk(JpaSeals seals, JpaChain chain, SealKey key, SealLog log, Clock clock) {
        this.seals = seals;
        this.chain = chain;
        this.key = key;
        this.log = log;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected LedgerDesk() { // for CDI
        this(null, null, null, null, null);
    }

    /**
     * Seals the ends of lines that moved since they were sealed, at most 1,000 at once, and writes the seals that were
     * committed before into the seal log. So call it again until nothing was left to seal: then all that was sealed is in
     * the log, too. Several processes may call it at once, each with its own log, which becomes complete. Without anything to
     * seal it costs three small queries. Each call is a transaction of its own, for the log must not know what may yet be
     * undone.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Seal> seal() {
        bringLogUpToDate();
        return seals.next(key, clock.instant(), JpaSeals.MOST_HEADS);
    }

    /** Which installation this is: the same for ever, and for every server that shares the database. */
    public UUID installation() {
        var known = seals.installation();
        return known.equals(LedgerOrigin.NAMELESS) ? seals.named() : known;
    }

    /** Looks at every entry, every line, every seal and the seal log; acts may go on meanwhile. */
    public LedgerReport verify() {
        var findings = new Findings();
        new SealCheck(seals, chain, findings).run();
        new LogCheck(seals, findings).run(log);
        new LedgerCheck(chain, findings).run(Lines.ALL);
        return findings.report();
    }

    /** Looks at one line, and at what the seals say of it. */
    public LedgerReport verifyLine(UUID line) {
        var findings = new Findings();
        new LedgerCheck(chain, findings).run(Lines.only(line));
        return findings.report();
    }

    /** Whether a seal covers this entry. */
    public boolean isSealed(UUID line, long number) {
        return chain.covering(line, number).isPresent();
    }

    /** By which others know the key that this server's data directory holds; it is made with the first seal or question. */
    public String keyFingerprint() {
        return SealKey.fingerprint(key.publicKey());
    }

    /**
     * Writes a document that proves, without this installation, what the line was up to this entry: see
     * {@link CertificateVerifier}.
     *
     * @throws NoSuchEntry if the line has no such entry
     * @throws NotSealedYet if no seal covers it so far; {@link #seal()} helps
     */
    public void certificate(UUID line, long number, OutputStream out) {
        var end = chain.end(line).filter(row -> number >= 1 && number <= row.number());
        if (end.isEmpty()) {
            throw new NoSuchEntry(line, number);
        }
        var covered = chain.covering(line, number).orElseThrow(() -> new NotSealedYet(line, number));
        var seal = seals.seal(covered.seal());
        new CertificateWriter(chain, seal, chain.coveredBy(seal.number(), JpaSeals.MOST_HEADS))
                .write(line, number, covered.number(), out);
    }

    /**
     * The number of the line's last entry that a seal covers.
     *
     * @throws NoSuchEntry if nothing was ever done on this line
     * @throws NotSealedYet if no seal covers any of it so far
     */
    public long lastSealed(UUID line) {
        var end = chain.end(line).orElseThrow(() -> new NoSuchEntry(line, 1));
        return chain.lastCovered(line).map(Covered::number).orElseThrow(() -> new NotSealedYet(line, end.number()));
    }

    private void bringLogUpToDate() {
        var missing = behindLog();
        while (!missing.isEmpty()) {
            log.append(missing);
            missing = behindLog();
        }
    }

    private List<Seal> behindLog() {
        // asked anew each time, for another process may name the installation with its first seal meanwhile
        return seals.after(log.last(seals.installation()), SEALS_AT_ONCE);
    }
}
