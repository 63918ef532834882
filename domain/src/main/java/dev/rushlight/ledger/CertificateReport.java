package dev.rushlight.ledger;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What a certificate proves, or why it proves nothing.
 *
 * @param isValid whether all of it holds together, and was signed with an expected key if keys were given
 * @param proved in sentences; empty if it is not valid
 * @param faults in sentences; empty if it is valid
 * @param entry the act that it is about
 * @param seal the seal that it rests on
 */
public record CertificateReport(
        boolean isValid, List<String> proved, List<String> faults, Optional<WrittenEntry> entry, Optional<Seal> seal) {

    public CertificateReport {
        proved = List.copyOf(proved);
        faults = List.copyOf(faults);
    }

    public JsonObject json() {
        var json = Json.createObjectBuilder()
                .add("valid", isValid)
                .add("proved", Json.createArrayBuilder(proved))
                .add("faults", Json.createArrayBuilder(faults));
        entry.ifPresent(about -> json.add("entry", EntryText.write(about)));
        seal.ifPresent(base -> json.add("seal", SealText.write(base)).add("key", base.keyFingerprint()));
        return json.build();
    }

    static CertificateReport proving(List<String> proved, WrittenEntry entry, Seal seal) {
        return new CertificateReport(true, proved, List.of(), Optional.of(entry), Optional.of(seal));
    }

    static CertificateReport refuting(List<String> faults) {
        return new CertificateReport(false, List.of(), faults, Optional.empty(), Optional.empty());
    }
}
