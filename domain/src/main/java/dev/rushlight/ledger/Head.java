package dev.rushlight.ledger;

import java.util.UUID;

/** How far a line had come: its last entry's number and hash. */
record Head(UUID line, long number, String hash) {

    /** As it is sealed: the hash of a zero byte and the {@link Fields} {@code rushlight-head/1}, line, number and hash. */
    byte[] leaf() {
        return MerkleTree.leaf(
                new Fields("rushlight-head/1").add(line).add(number).add(hash).bytes());
    }
}
