package dev.rushlight.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteRangeTest {

    @Test
    void anOpenRangeReachesTheEnd() {
        assertThat(ByteRange.of("bytes=10-", 100)).contains(new ByteRange(10, 99));
    }

    @Test
    void aClosedRangeIncludesBothEnds() {
        assertThat(ByteRange.of("bytes=0-0", 100)).contains(new ByteRange(0, 0));
        assertThat(ByteRange.of("bytes=10-19", 100).orElseThrow().length()).isEqualTo(10);
    }

    @Test
    void aSuffixCountsFromTheEnd() {
        assertThat(ByteRange.of("bytes=-30", 100)).contains(new ByteRange(70, 99));
        assertThat(ByteRange.of("bytes=-300", 100)).contains(new ByteRange(0, 99));
    }

    @Test
    void aRangeBeyondTheEndIsCut() {
        assertThat(ByteRange.of("bytes=90-500", 100)).contains(new ByteRange(90, 99));
    }

    @Test
    void whatLiesOutsideIsNoRange() {
        assertThat(ByteRange.of("bytes=100-", 100)).isEmpty();
        assertThat(ByteRange.of("bytes=9-8", 100)).isEmpty();
        assertThat(ByteRange.of("bytes=-0", 100)).isEmpty();
    }

    @Test
    void severalPartsAndOtherUnitsAreNotOneRange() {
        assertThat(ByteRange.isOne("bytes=0-1,5-6")).isFalse();
        assertThat(ByteRange.isOne("frames=0-1")).isFalse();
        assertThat(ByteRange.isOne("bytes=-")).isFalse();
        assertThat(ByteRange.isOne(" bytes=0-1 ")).isTrue();
    }
}
