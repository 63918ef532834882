package dev.rushlight.ledger;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * What a check of the ledger saw.
 *
 * @param witnessed how many of the seals the seal log confirms
 * @param keys the fingerprints of the keys that signed the seals
 * @param findings the first hundred
 * @param furtherFindings how many more there were
 */
public record LedgerReport(
        long lines,
        long entries,
        long seals,
        long witnessed,
        Set<String> keys,
        List<Finding> findings,
        long furtherFindings) {

    public LedgerReport {
        keys = Set.copyOf(keys);
        findings = List.copyOf(findings);
    }

    /** Whether the ledger tells what happened, as far as it can be told; entries that wait for a seal are no fault. */
    public boolean isClean() {
        return furtherFindings == 0
                && findings.stream().noneMatch(finding -> finding.kind().isFault());
    }

    public JsonObject json() {
        var found = Json.createArrayBuilder();
        findings.forEach(finding -> found.add(finding.json()));
        return Json.createObjectBuilder()
                .add("clean", isClean())
                .add("lines", lines)
                .add("entries", entries)
                .add("seals", seals)
                .add("witnessed", witnessed)
                .add("keys", Json.createArrayBuilder(keys))
                .add("findings", found)
                .add("furtherFindings", furtherFindings)
                .build();
    }
}
