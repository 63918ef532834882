package dev.rushlight.ledger;

import dev.rushlight.ledger.Finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Compares the database's seals with what the seal log says of them. */
final class LogCheck {

    private static final int AT_ONCE = 500;

    private final JpaSeals seals;
    private final Findings findings;
    private final List<Seal> waiting = new ArrayList<>();
    private final Set<UUID> strangers = new HashSet<>();
    private Optional<UUID> installation = Optional.empty();
    private boolean isTorn;

    LogCheck(JpaSeals seals, Findings findings) {
        this.seals = seals;
        this.findings = findings;
    }

    void run(SealLog log) {
        log.forEach(line -> line.ifPresentOrElse(this::take, this::noSeal));
        compare();
    }

    private void take(Seal witness) {
        installation = installation.or(() -> Optional.of(seals.installation())); // after the first that it sealed
        if (!installation.get().equals(witness.installation())) {
            if (strangers.size() < AT_ONCE && strangers.add(witness.installation())) {
                findings.sealFault(
                        Kind.CUT_TAIL,
                        witness.number(),
                        "The seal log holds seals of installation %s, of which this database has none",
                        witness.installation());
            }
            return;
        }
        waiting.add(witness);
        if (waiting.size() == AT_ONCE) {
            compare();
        }
    }

    private void noSeal() {
        if (!isTorn) {
            isTorn = true;
            findings.sealFault(Kind.SEAL_BROKEN, 0, "The seal log holds a line that is no seal");
        }
    }

    private void compare() {
        var known = seals.numbered(waiting.stream().map(Seal::number).toList());
        for (var witness : waiting) {
            var hash = Optional.ofNullable(known.get(witness.number()));
            if (hash.isEmpty()) {
                findings.sealFault(
                        Kind.CUT_TAIL,
                        witness.number(),
                        "Seal %d is in the seal log, but not in the database",
                        witness.number());
            } else if (hash.get().equals(witness.hash()) && witness.isIntact()) {
                findings.witness();
            } else {
                findings.sealFault(
                        Kind.SEAL_BROKEN,
                        witness.number(),
                        "Seal %d in the database is not the one in the seal log",
                        witness.number());
            }
        }
        waiting.clear();
    }
}
