package dev.rushlight.ledger;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/**
 * One act, to be written down.
 *
 * @param line whose chain it belongs to: the review item for everything about an item, else the person, the connection, the
 *     review session … that it is about
 * @param before what the act changed, as it was; an empty object where there was nothing
 * @param after the same, as it is now
 * @param causeEventId the event that asked for it, when it came over a hub
 */
public record LedgerEntry(
        UUID line,
        Act act,
        Author author,
        Optional<String> reason,
        JsonObject before,
        JsonObject after,
        Optional<String> causeEventId) {}
