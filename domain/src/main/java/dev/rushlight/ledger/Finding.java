package dev.rushlight.ledger;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Something that a check of the ledger found.
 *
 * @param line where, unless it is about the seals
 * @param number of the entry in its line, or of the seal
 * @param sentence the same for people
 */
public record Finding(Kind kind, Optional<UUID> line, OptionalLong number, String sentence) {

    JsonObject json() {
        var json = Json.createObjectBuilder().add("kind", kind.name());
        line.ifPresent(where -> json.add("line", where.toString()));
        number.ifPresent(which -> json.add("number", which));
        return json.add("sentence", sentence).build();
    }

    /** What was found. */
    public enum Kind {
        /** It says something else than what was written. */
        MANIPULATED,
        /** It is gone, though what followed on it, or a seal, tells that it was there. */
        MISSING,
        /** It stands in another place than the one where it was written. */
        REORDERED,
        /** The end of a line, or of the chain of seals, is gone. */
        CUT_TAIL,
        /** All fits together, and yet it is another history than the one that was sealed. */
        FORKED,
        /** A seal is not what it was, or does not cover what it covered. */
        SEAL_BROKEN,
        /** No fault: it waits for the next seal, and until then a cut of it does not show. */
        UNSEALED;

        public boolean isFault() {
            return this != UNSEALED;
        }
    }
}
