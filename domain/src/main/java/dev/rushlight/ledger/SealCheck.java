package dev.rushlight.ledger;

import dev.rushlight.ledger.Finding.Kind;

/** Looks at the chain of seals from the first to the last, and at what each of them covers. */
final class SealCheck {

    private final JpaSeals seals;
    private final JpaChain chain;
    private final Findings findings;

    private long number;
    private String hash = Sha256.NOTHING;
    private boolean isHashCertain = true;

    SealCheck(JpaSeals seals, JpaChain chain, Findings findings) {
        this.seals = seals;
        this.chain = chain;
        this.findings = findings;
    }

    void run() {
        var walk = new Walk<Seal>(last -> seals.after(last.map(Seal::number).orElse(Long.MIN_VALUE), Walk.PAGE));
        for (var seal = walk.next(any -> true); seal.isPresent(); seal = walk.next(any -> true)) {
            findings.seal(seal.get());
            look(seal.get());
            lookAtHeads(seal.get());
        }
    }

    private void look(Seal seal) {
        if (seal.number() > number + 1) {
            fault(number + 1, "Seals are missing from %d to %d", number + 1, seal.number() - 1);
        }
        if (!seal.isIntact()) {
            fault(seal.number(), "Seal %d was changed", seal.number());
        } else if (!seal.isSigned()) {
            fault(seal.number(), "Seal %d is not signed with the key that it names", seal.number());
        }
        if (seal.isIntact()
                && isHashCertain
                && seal.number() == number + 1
                && !seal.previousHash().equals(hash)) {
            fault(
                    Math.max(number, 1),
                    number == 0
                            ? "Seal 1 was made behind another"
                            : "Seal %d is not the one behind which seal %d was made",
                    number,
                    seal.number());
        }
        number = Math.max(number, seal.number());
        hash = seal.hash();
        isHashCertain = seal.isIntact();
    }

    private void lookAtHeads(Seal seal) {
        var heads = chain.coveredBy(seal.number(), JpaSeals.MOST_HEADS + 1);
        var isWhole = !heads.isEmpty()
                && heads.size() == seal.heads()
                && MerkleTree.hex(MerkleTree.root(heads.stream().map(Head::leaf).toList()))
                        .equals(seal.root());
        if (seal.isIntact() && !isWhole) {
            fault(seal.number(), "The heads that seal %d covers were changed", seal.number());
        }
    }

    private void fault(long seal, String sentence, Object... values) {
        findings.sealFault(Kind.SEAL_BROKEN, seal, sentence, values);
    }
}
