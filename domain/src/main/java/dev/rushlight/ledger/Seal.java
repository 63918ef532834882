package dev.rushlight.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * What some lines had come to, bound together and to all seals before. Its hash is the SHA-256 of its {@link Fields}
 * {@code rushlight-seal/1}, installation, number, time, number of heads, root, previous hash and public key, in this order,
 * and the signature is over the same bytes.
 *
 * @param number the place in the installation's chain of seals, from 1 without a gap
 * @param heads how many lines' heads it covers
 * @param root of the {@link MerkleTree} over these heads, in the order of their lines as text
 * @param previousHash the hash of the seal before, 64 zeros for the first
 * @param publicKey the Ed25519 key of whoever sealed (X.509, in base64)
 * @param signature in base64
 */
public record Seal(
        UUID installation,
        long number,
        Instant sealedAt,
        int heads,
        String root,
        String previousHash,
        String publicKey,
        String hash,
        String signature) {

    static Seal of(
            UUID installation, long number, Instant now, int heads, String root, String previousHash, SealKey key) {
        var unsigned = new Seal(installation, number, now, heads, root, previousHash, key.publicKey(), "", "");
        return new Seal(
                installation,
                number,
                now,
                heads,
                root,
                previousHash,
                key.publicKey(),
                unsigned.computedHash(),
                key.sign(unsigned.sealed()));
    }

    /** By which people know and compare the key: the SHA-256 of its X.509 form. */
    public String keyFingerprint() {
        return SealKey.fingerprint(publicKey);
    }

    boolean isIntact() {
        return hash.equals(computedHash());
    }

    boolean isSigned() {
        return SealKey.hasSigned(publicKey, sealed(), signature);
    }

    private String computedHash() {
        return Sha256.hex(sealed());
    }

    private byte[] sealed() {
        return new Fields("rushlight-seal/1")
                .add(installation)
                .add(number)
                .add(sealedAt)
                .add(heads)
                .add(root)
                .add(previousHash)
                .add(publicKey)
                .bytes();
    }
}
