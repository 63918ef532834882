package dev.rushlight.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Verifies a certificate with nothing but the certificate: a JSON object with {@code format}
 * ({@code rushlight-certificate/1}), {@code line}, {@code entry} (the number of the entry that it is about),
 * {@code entries} (the whole line from its first entry to the one that is sealed), {@code seal}, and the {@code position}
 * and {@code path} by which the line's head is found under the seal's root. Its entries follow each other by their hashes,
 * the last one's hash is in a head, the head leads to the root, and the root is in what the key signed: so not a letter can
 * be changed.
 */
public final class CertificateVerifier {

    private static final int LARGEST = 64 * 1024 * 1024;

    private final Set<String> expectedKeys;

    /**
     * @param expectedKeys fingerprints of the keys that may have signed it; without any, a certificate is believed whose
     *     signature fits the key that it brings along, which anybody can make
     */
    public CertificateVerifier(Set<String> expectedKeys) {
        this.expectedKeys = Set.copyOf(expectedKeys);
    }

    /** Never fails for what it reads, only if it cannot read. */
    public CertificateReport verify(InputStream certificate) {
        try {
            var text = certificate.readNBytes(LARGEST + 1);
            return text.length > LARGEST
                    ? CertificateReport.refuting(List.of("It is larger than %d bytes".formatted(LARGEST)))
                    : verify(Document.read(StrictJson.object(new StringReader(new String(text, UTF_8)))));
        } catch (NotWhatWasWritten strange) {
            return CertificateReport.refuting(List.of("It is no certificate: " + strange.getMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private CertificateReport verify(Document document) {
        var faults = new ArrayList<String>();
        lookAtEntries(document, faults);
        lookAtSeal(document.seal(), faults);
        if (faults.isEmpty() && !document.isCovered()) {
            faults.add("Seal %d does not cover the line as it is here"
                    .formatted(document.seal().number()));
        }
        return faults.isEmpty()
                ? CertificateReport.proving(proved(document), document.subject(), document.seal())
                : CertificateReport.refuting(faults);
    }

    private static void lookAtEntries(Document document, List<String> faults) {
        var hash = Sha256.NOTHING;
        var number = 0L;
        for (var entry : document.entries()) {
            number++;
            if (entry.number() != number || !entry.line().toString().equals(document.line())) {
                faults.add(
                        "The entry at place %d is none of this line, or not the one of this place".formatted(number));
            } else if (!entry.isIntact()) {
                faults.add("Entry %d was changed".formatted(number));
            } else if (!entry.previousHash().equals(hash)) {
                faults.add("Entry %d was not written behind the entry before it".formatted(number));
            }
            hash = entry.hash();
        }
    }

    private void lookAtSeal(Seal seal, List<String> faults) {
        if (!seal.isIntact()) {
            faults.add("Seal %d was changed".formatted(seal.number()));
        } else if (!seal.isSigned()) {
            faults.add("Seal %d is not signed with the key that it names".formatted(seal.number()));
        }
        if (!expectedKeys.isEmpty() && !expectedKeys.contains(seal.keyFingerprint())) {
            faults.add("It is signed with the key %s, which is not an expected one".formatted(seal.keyFingerprint()));
        }
    }

    private List<String> proved(Document document) {
        var seal = document.seal();
        var subject = document.subject();
        var last = document.entries().size();
        return List.of(
                "Entry %d of line %s says that %s was done by %s, at %s by the installation's clock"
                        .formatted(
                                subject.number(),
                                document.line(),
                                subject.act(),
                                subject.author().username(),
                                Fields.text(subject.at())),
                "The entries of the line from 1 to %d are all here, in order, and none was changed".formatted(last),
                "They were so when seal %d of installation %s was made, at %s by its clock"
                        .formatted(seal.number(), seal.installation(), Fields.text(seal.sealedAt())),
                expectedKeys.isEmpty()
                        ? "The seal is signed with the key %s; whether that is the installation's you have to know"
                                .formatted(seal.keyFingerprint())
                        : "The seal is signed with the key %s, which is an expected one"
                                .formatted(seal.keyFingerprint()),
                "What was written behind entry %d, this does not tell".formatted(last));
    }

    /** A certificate as it was read. */
    private record Document(
            String line, long entry, List<WrittenEntry> entries, Seal seal, int position, List<byte[]> path) {

        private static final Set<String> MEMBERS =
                Set.of("format", "line", "entry", "entries", "seal", "position", "path");

        static Document read(JsonObject json) {
            if (!json.keySet().equals(MEMBERS) || !json.getString("format", "").equals(CertificateWriter.FORMAT)) {
                throw new NotWhatWasWritten("it is not of the form " + CertificateWriter.FORMAT);
            }
            try {
                var document = new Document(
                        json.getString("line"),
                        json.getJsonNumber("entry").longValueExact(),
                        objects(json.getJsonArray("entries")),
                        SealText.read(json.getJsonObject("seal")),
                        json.getJsonNumber("position").intValueExact(),
                        hashes(json.getJsonArray("path")));
                if (document.entry < 1 || document.entry > document.entries.size()) {
                    throw new NotWhatWasWritten("the entry that it is about is not among its entries");
                }
                return document;
            } catch (ClassCastException | ArithmeticException | IllegalArgumentException ofAnotherKind) {
                throw new NotWhatWasWritten("a member is malformed");
            }
        }

        private static List<WrittenEntry> objects(JsonArray array) {
            return array.getValuesAs(JsonObject.class).stream()
                    .map(EntryText::read)
                    .toList();
        }

        private static List<byte[]> hashes(JsonArray array) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(step -> HexFormat.of().parseHex(step.getString()))
                    .toList();
        }

        WrittenEntry subject() {
            return entries.get((int) entry - 1);
        }

        boolean isCovered() {
            if (position < 0 || position >= seal.heads()) {
                return false;
            }
            var last = entries.get(entries.size() - 1);
            var steps = path.iterator();
            var head = new Head(last.line(), last.number(), last.hash());
            return root(head, steps).equals(seal.root()) && !steps.hasNext();
        }

        private String root(Head head, Iterator<byte[]> steps) {
            try {
                return MerkleTree.hex(MerkleTree.rootFrom(head.leaf(), position, seal.heads(), steps));
            } catch (NoSuchElementException tooFewSteps) {
                return "";
            }
        }
    }
}
