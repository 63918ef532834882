package dev.rushlight.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The hashes as another program computed them: whoever changes one of these breaks every ledger there is. */
class HashVectorsTest {

    private static final UUID LINE = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final Author MARIA =
            new Author(UUID.fromString("6f1b2a90-3c4d-4e5f-8a9b-0c1d2e3f4a5b"), "maria", "Maria Sánchez", "LEAD");

    private static final String FIRST = "527a61e1e42f60fbfb21fe399ea1c85322543fd7c48dc870c0beaff9c0d06ff9";
    private static final String SECOND = "fcf01c9e831dfb7426b16fa287c218d9abac1dfe359f07e324866a21bbe11fb3";
    private static final String ROOT = "d0b198b9fe1a23f3e92eacd86b454500c1d58b10fb2363cbf8ae07d5afe45066";

    @Test
    void fieldsHaveTheirLengthBeforeThem() {
        var fields = new Fields("f/1").add(Optional.empty()).add("").add("é").add(12);

        assertThat(HexFormat.of().formatHex(fields.bytes()))
                .isEqualTo("00000003662f31" + "ffffffff" + "00000000" + "00000002c3a9" + "000000023132");
    }

    @Test
    void instantsHaveSixDigits() {
        assertThat(Fields.text(Instant.parse("2026-11-23T12:00:00Z"))).isEqualTo("2026-11-23T12:00:00.000000Z");
        assertThat(Fields.text(Instant.parse("2026-11-23T12:00:00.12Z"))).isEqualTo("2026-11-23T12:00:00.120000Z");
    }

    @Test
    void entriesAreChained() {
        var first = new WrittenEntry(
                51,
                LINE,
                1,
                Instant.parse("2026-11-23T12:00:00Z"),
                "VOTE_CAST",
                MARIA,
                Optional.empty(),
                "{}",
                "{\"vote\":\"APPROVE\"}",
                Optional.of("ev-1"),
                Sha256.NOTHING,
                FIRST);
        var second = new WrittenEntry(
                52,
                LINE,
                2,
                Instant.parse("2026-11-23T12:00:00.123456Z"),
                "DECIDED",
                MARIA,
                Optional.of("Edge flicker"),
                "{\"outcome\":\"IN_REVIEW\"}",
                "{\"outcome\":\"APPROVED\"}",
                Optional.empty(),
                FIRST,
                SECOND);

        assertThat(first.computedHash()).isEqualTo(FIRST);
        assertThat(second.computedHash()).isEqualTo(SECOND);
        assertThat(second.isIntact()).isTrue();
        assertThat(second.belongsAt(3)).isFalse();
    }

    @Test
    void headsAreLeavesOfOneTree() {
        var heads = List.of(
                new Head(LINE, 2, SECOND),
                new Head(UUID.fromString("00000000-0000-4000-8000-00000000000b"), 1, FIRST),
                new Head(UUID.fromString("f0000000-0000-4000-8000-00000000000c"), 7, Sha256.NOTHING));

        assertThat(MerkleTree.hex(heads.get(0).leaf()))
                .isEqualTo("bd075ceb31b9862b921c416a52b5ace95117677d79a17cff397ac4d1caf54303");
        assertThat(MerkleTree.hex(MerkleTree.root(heads.stream().map(Head::leaf).toList())))
                .isEqualTo(ROOT);
    }

    @Test
    void sealsAreHashedWithTheirKey() {
        var seal = new Seal(
                UUID.fromString("11111111-2222-4333-8444-555555555555"),
                1,
                Instant.parse("2026-11-23T12:01:00Z"),
                3,
                ROOT,
                Sha256.NOTHING,
                "MCowBQYDK2VwAyEAAAAA",
                "ed9365faf575f9230b404e49c2178eaa5265471485860d44b8e657736f724858",
                "");

        assertThat(seal.isIntact()).isTrue();
        assertThat(seal.isSigned()).isFalse();
    }
}
