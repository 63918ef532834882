package dev.rushlight.feedback;

import static dev.rushlight.feedback.Strokes.RED;
import static dev.rushlight.feedback.Strokes.point;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationPictureTest {

    private static final Colour BLUE = new Colour(0, 0, 255, 255);
    private static final Colour CLEAR_RED = new Colour(255, 0, 0, 128);

    @Test
    void theMiddleOfThePictureIsItsOriginAndYPointsUp() {
        var picture = read(AnnotationPicture.render(
                List.of(
                        Strokes.pen(0, point(0, 0, 0.1)),
                        Strokes.shape(StrokeKind.PEN, BLUE, 0.1, point(-0.9, 0.4, 0.1)),
                        Strokes.pen(0, point(0.9, -0.4, 0.1))),
                400,
                200));

        assertThat(colour(picture, 200, 100)).isEqualTo("ffff0000");
        assertThat(colour(picture, 20, 20)).isEqualTo("ff0000ff");
        assertThat(colour(picture, 380, 180)).isEqualTo("ffff0000");
        assertThat(colour(picture, 300, 50)).isEqualTo("00000000");
    }

    @Test
    void theLineIsAsThickAsThePressureMadeIt() {
        var picture = read(
                AnnotationPicture.render(List.of(Strokes.pen(0, point(-0.8, 0, 0.02), point(0.8, 0, 0.2))), 400, 200));

        assertThat(thickness(picture, 60)).isBetween(5, 9);
        assertThat(thickness(picture, 200)).isBetween(20, 24);
        assertThat(thickness(picture, 340)).isBetween(35, 40);
    }

    @Test
    void edgesAreSmooth() {
        var picture = read(AnnotationPicture.render(List.of(Strokes.pen(0, point(0, 0, 0.5))), 100, 100));

        assertThat(alphas(picture)).anyMatch(alpha -> alpha > 0 && alpha < 255);
    }

    @Test
    void aTransparentLineIsNoDarkerWhereItCrossesItself() {
        var picture = read(AnnotationPicture.render(
                List.of(Strokes.shape(
                        StrokeKind.PEN,
                        CLEAR_RED,
                        0.1,
                        point(-0.4, 0, 0.1),
                        point(0.4, 0, 0.1),
                        point(0.4, 0.4, 0.1),
                        point(0, 0.4, 0.1),
                        point(0, -0.4, 0.1))),
                200,
                200));

        assertThat(colour(picture, 100, 100))
                .isEqualTo(colour(picture, 60, 100))
                .isEqualTo("80ff0000");
        assertThat(colour(picture, 180, 100)).isEqualTo("80ff0000");
    }

    @Test
    void aLineFadesAsItsPointsDo() {
        var picture = read(AnnotationPicture.render(
                List.of(Strokes.pen(
                        0,
                        new StrokePoint(-0.8, 0, 0.1, 0.2),
                        new StrokePoint(-0.1, 0, 0.1, 0.2),
                        new StrokePoint(0.1, 0, 0.1, 0.8),
                        new StrokePoint(0.8, 0, 0.1, 0.8))),
                400,
                200));

        assertThat(colour(picture, 100, 100)).isEqualTo("33ff0000");
        assertThat(colour(picture, 300, 100)).isEqualTo("ccff0000");
        assertThat(colour(picture, 300, 20)).isEqualTo("00000000");
    }

    @Test
    void anArrowPointsToItsTip() {
        var picture = read(AnnotationPicture.render(
                List.of(Strokes.shape(StrokeKind.ARROW, RED, 0.04, point(-0.8, 0, 0), point(0.8, 0, 0))), 400, 200));

        assertThat(thickness(picture, 100)).isBetween(7, 10);
        assertThat(thickness(picture, 325)).isBetween(30, 40);
        assertThat(thickness(picture, 356)).isBetween(1, 8);
        assertThat(thickness(picture, 365)).isZero();
    }

    @Test
    void boxesAndEllipsesAreOutlines() {
        var picture = read(AnnotationPicture.render(
                List.of(
                        Strokes.shape(StrokeKind.BOX, RED, 0.02, point(-0.8, 0.4, 0), point(-0.2, -0.4, 0)),
                        Strokes.shape(StrokeKind.ELLIPSE, BLUE, 0.02, point(0.2, 0.4, 0), point(0.8, -0.4, 0))),
                400,
                200));

        assertThat(colour(picture, 40, 20)).isEqualTo("ffff0000");
        assertThat(colour(picture, 100, 20)).isEqualTo("ffff0000");
        assertThat(colour(picture, 100, 100)).isEqualTo("00000000");
        assertThat(colour(picture, 300, 20)).isEqualTo("ff0000ff");
        assertThat(colour(picture, 240, 100)).isEqualTo("ff0000ff");
        assertThat(colour(picture, 240, 20)).isEqualTo("00000000");
        assertThat(colour(picture, 300, 100)).isEqualTo("00000000");
    }

    @Test
    void wordsBeginRightAndBelowOfTheirPoint() {
        var picture = read(AnnotationPicture.render(List.of(Strokes.text(RED, 0.2, -0.5, 0.3, "III\nIII")), 400, 200));

        var inked = new boolean[2];
        for (var y = 0; y < 200; y++) {
            for (var x = 0; x < 400; x++) {
                if (picture.getRGB(x, y) >>> 24 > 200) {
                    assertThat(x).isBetween(100, 250);
                    assertThat(y).isBetween(40, 140);
                    inked[y < 88 ? 0 : 1] = true;
                }
            }
        }
        assertThat(inked).containsExactly(true, true);
    }

    @Test
    void strokesAreDrawnOnThePosterInItsOwnSize() throws IOException {
        var poster = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        poster.setRGB(5, 5, 0x00ff00);

        var picture = read(AnnotationPicture.over(encoded(poster, "png"), List.of(Strokes.pen(0, point(0, 0, 0.2)))));

        assertThat(picture.getWidth()).isEqualTo(320);
        assertThat(picture.getHeight()).isEqualTo(180);
        assertThat(colour(picture, 5, 5)).isEqualTo("ff00ff00");
        assertThat(colour(picture, 160, 90)).isEqualTo("ffff0000");
        assertThat(colour(picture, 10, 90)).isEqualTo("ff000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void aLargePosterIsMadeSmaller(String format) throws IOException {
        var poster = new BufferedImage(5000, 3000, BufferedImage.TYPE_BYTE_GRAY);

        var picture = AnnotationPicture.over(encoded(poster, format), List.of());

        assertThat(picture.width()).isEqualTo(2500);
        assertThat(picture.height()).isEqualTo(1500);
    }

    @Test
    @Timeout(1)
    void aBombIsRefusedByItsHeadAlone() {
        assertThatExceptionOfType(UnacceptablePicture.class)
                .isThrownBy(() -> AnnotationPicture.over(pngHead(50_000, 50_000), List.of()))
                .withMessageContaining("not 50000 x 50000");
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        var whole = encoded(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB), "png");
        var cut = Arrays.copyOf(whole, 40);
        for (var poster : List.of(new byte[0], "<svg/>".getBytes(US_ASCII), cut, pngHead(0, 10), pngHead(10, 10))) {
            assertThatExceptionOfType(UnacceptablePicture.class)
                    .isThrownBy(() -> AnnotationPicture.over(poster, List.of()));
        }
    }

    @Test
    void aPictureHasASizeWithinBounds() {
        for (var size : List.of(new int[] {0, 10}, new int[] {10, -1}, new int[] {50_000, 50_000})) {
            assertThatExceptionOfType(UnacceptablePicture.class)
                    .isThrownBy(() -> AnnotationPicture.render(List.of(), size[0], size[1]));
        }
    }

    private static int thickness(BufferedImage picture, int x) {
        var inked = 0;
        for (var y = 0; y < picture.getHeight(); y++) {
            inked += picture.getRGB(x, y) >>> 24 > 127 ? 1 : 0;
        }
        return inked;
    }

    private static List<Integer> alphas(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .mapToObj(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) >>> 24)
                .toList();
    }

    private static String colour(BufferedImage picture, int x, int y) {
        return String.format("%08x", new Color(picture.getRGB(x, y), true).getRGB());
    }

    private static BufferedImage read(AnnotationPicture picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture.png()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** A PNG of that size without a single pixel. */
    static byte[] pngHead(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var checksum = new CRC32();
        checksum.update(header);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header)
                .putInt((int) checksum.getValue())
                .array();
    }
}
