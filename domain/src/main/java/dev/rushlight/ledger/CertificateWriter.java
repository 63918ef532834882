package dev.rushlight.ledger;

import jakarta.json.Json;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Writes certificates: see {@link CertificateVerifier} for their form. */
final class CertificateWriter {

    static final String FORMAT = "rushlight-certificate/1";

    private final JpaChain chain;
    private final Seal seal;
    private final List<Head> heads;

    CertificateWriter(JpaChain chain, Seal seal, List<Head> heads) {
        this.chain = chain;
        this.seal = seal;
        this.heads = heads;
    }

    /** About one entry of a line that the seal covers up to another. */
    void write(UUID line, long number, long covered, OutputStream out) {
        var position = IntStream.range(0, heads.size())
                .filter(place -> heads.get(place).line().equals(line))
                .findFirst()
                .orElseThrow();
        try (var json = Json.createGenerator(out)) {
            json.writeStartObject()
                    .write("format", FORMAT)
                    .write("line", line.toString())
                    .write("entry", number)
                    .writeStartArray("entries");
            var entries = chain.entries(Lines.only(line));
            for (var entry = entries.next(any -> any.number() <= covered);
                    entry.isPresent();
                    entry = entries.next(any -> any.number() <= covered)) {
                json.write(EntryText.write(entry.get()));
            }
            json.writeEnd()
                    .write("seal", SealText.write(seal))
                    .write("position", position)
                    .writeStartArray("path");
            MerkleTree.path(heads.stream().map(Head::leaf).toList(), position)
                    .forEach(step -> json.write(MerkleTree.hex(step)));
            json.writeEnd().writeEnd();
        }
    }
}
