package dev.rushlight.hub.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunksTest {

    private static final long MIB = 1L << 20;

    @ParameterizedTest(name = "{0} MiB in {2} chunks of {1} MiB")
    @CsvSource({
        "16, 8, 2",
        "17, 8, 3",
        "128, 8, 16",
        "129, 16, 9",
        "1024, 16, 64",
        "1025, 32, 33",
        "8192, 32, 256",
        "8193, 64, 129",
        "65536, 64, 1024",
        "65537, 128, 513",
        "1280000, 128, 10000",
        "1280001, 256, 5001",
        "8796093022207, 1073741824, 8192"
    })
    void largerContentHasLargerChunksAndNeverTooMany(long mib, long chunk, int count) {
        assertThat(Chunks.of(mib * MIB)).extracting(Chunks::size).isEqualTo(chunk * MIB);
        assertThat(Chunks.of(mib * MIB).count()).isEqualTo(count);
    }

    @Test
    void contentOfTwoChunksIsSentInOnePiece() {
        assertThat(Chunks.of(0).areWorthIt()).isFalse();
        assertThat(Chunks.of(16 * MIB).areWorthIt()).isFalse();
        assertThat(Chunks.of(16 * MIB + 1).areWorthIt()).isTrue();
    }

    @Test
    void chunksCoverEverythingOnce() {
        var content = new BytesContent(new byte[0]);
        var chunks = Chunks.of(16 * MIB + 1);
        assertThat(chunks.range(content, 0)).isEqualTo(new RangeStream.Range(content, 0, 8 * MIB));
        assertThat(chunks.range(content, 1)).isEqualTo(new RangeStream.Range(content, 8 * MIB, 8 * MIB));
        assertThat(chunks.range(content, 2)).isEqualTo(new RangeStream.Range(content, 16 * MIB, 1));
    }
}
