package dev.rushlight.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One seal; it never changes again. */
@Entity
@Table(schema = "review", name = "ledger_seal")
class SealRow {

    @Id
    private long number;

    @Column(name = "sealed_at")
    private Instant sealedAt;

    private int heads;
    private String root;

    @Column(name = "previous_hash")
    private String previousHash;

    @Column(name = "public_key")
    private String publicKey;

    private String hash;
    private String signature;

    @SuppressWarnings("NullAway.Init")
    protected SealRow() {} // for JPA

    SealRow(Seal seal) {
        this.number = seal.number();
        this.sealedAt = seal.sealedAt();
        this.heads = seal.heads();
        this.root = seal.root();
        this.previousHash = seal.previousHash();
        this.publicKey = seal.publicKey();
        this.hash = seal.hash();
        this.signature = seal.signature();
    }
}
