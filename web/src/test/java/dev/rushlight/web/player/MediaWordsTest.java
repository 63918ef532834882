package dev.rushlight.web.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.review.FrameRate;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MediaWordsTest {

    @Test
    void aFractionalRateIsSaidExactly() {
        assertThat(MediaWords.rate(new FrameRate(24000, 1001))).isEqualTo("23.976 fps (24000/1001)");
        assertThat(MediaWords.rate(new FrameRate(30000, 1001))).isEqualTo("29.97 fps (30000/1001)");
    }

    @Test
    void aWholeRateIsSaidPlainly() {
        assertThat(MediaWords.rate(new FrameRate(24, 1))).isEqualTo("24 fps");
        assertThat(MediaWords.rate(new FrameRate(50000, 1000))).isEqualTo("50 fps");
    }

    @Test
    void aVideoIsDescribedInOneLine() {
        assertThat(MediaWords.of(new Media(
                        URI.create("http://artist/shot.mp4"),
                        MediaType.VIDEO,
                        "video/mp4",
                        Optional.empty(),
                        Optional.of(new FrameRate(24000, 1001)),
                        OptionalInt.of(120),
                        1001,
                        Optional.of("01:00:00;00"),
                        true,
                        OptionalInt.of(1920),
                        OptionalInt.of(1080),
                        Optional.empty())))
                .isEqualTo("Video · 23.976 fps (24000/1001) · 120 frames (1001–1120) · 1920 × 1080"
                        + " · starts at 01:00:00;00 (drop frame)");
    }

    @Test
    void whatIsUnknownIsLeftOut() {
        assertThat(MediaWords.of(new Media(
                        URI.create("http://artist/still.png"),
                        MediaType.IMAGE,
                        "image/png",
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        0,
                        Optional.empty(),
                        false,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty())))
                .isEqualTo("Image");
    }
}
