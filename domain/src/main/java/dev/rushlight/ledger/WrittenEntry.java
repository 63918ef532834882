package dev.rushlight.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry as it stands in the ledger. Its hash is the SHA-256 of its {@link Fields} {@code rushlight-entry/1}, line,
 * number, id, time, act, the actor's id, user name, display name and role, reason, before, after, cause event and previous
 * hash, in this order; before and after are hashed as the JSON texts that they are, character by character.
 *
 * @param id of this entry among all there are; it says nothing about the order
 * @param number the place in its line, from 1 without a gap
 * @param act by its name, which may be one that this version does not know
 * @param before the JSON text, exactly as it was hashed
 * @param after the same
 * @param previousHash the hash of the line's entry before, 64 zeros for the first
 */
public record WrittenEntry(
        long id,
        UUID line,
        long number,
        Instant at,
        String act,
        Author author,
        Optional<String> reason,
        String before,
        String after,
        Optional<String> causeEventId,
        String previousHash,
        String hash) {

    /** Where the page after this entry goes on. */
    public LedgerCursor cursor() {
        return new LedgerCursor(at, id);
    }

    String computedHash() {
        return hashAt(number);
    }

    /** Whether it says what it said when it was written. */
    boolean isIntact() {
        return hash.equals(computedHash());
    }

    /** Whether it was written as the line's entry of this number. */
    boolean belongsAt(long place) {
        return hash.equals(hashAt(place));
    }

    private String hashAt(long place) {
        return new Fields("rushlight-entry/1")
                .add(line)
                .add(place)
                .add(id)
                .add(at)
                .add(act)
                .add(author.id())
                .add(author.username())
                .add(author.displayName())
                .add(author.role())
                .add(reason)
                .add(before)
                .add(after)
                .add(causeEventId)
                .add(previousHash)
                .sha256();
    }
}
