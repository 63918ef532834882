package dev.rushlight.feedback;

import static dev.rushlight.feedback.Strokes.RED;
import static dev.rushlight.feedback.Strokes.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrokeTest {

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 16.1, -16.1})
    void aPointLiesOnThePictureOrNearIt(double far) {
        assertThatExceptionOfType(UnacceptableStroke.class)
                .isThrownBy(() -> point(far, 0, 0.1))
                .withMessageContaining("x must be from -16.0 to 16.0, not " + far);
        assertThatExceptionOfType(UnacceptableStroke.class).isThrownBy(() -> point(0, far, 0.1));
        assertThatExceptionOfType(UnacceptableStroke.class).isThrownBy(() -> point(0, 0, far));
        assertThatExceptionOfType(UnacceptableStroke.class).isThrownBy(() -> new StrokePoint(0, 0, 0.1, far));
    }

    @Test
    void aMillionthIsTheSmallestStep() {
        assertThat(point(1 / 3.0, -0.00000001, 0.0123456789)).isEqualTo(point(0.333333, 0, 0.012346));
    }

    @Test
    void aStrokeHasAtMostFiveThousandPoints() {
        assertThat(Strokes.zigzag(0, 5_000).points()).hasSize(5_000);
        assertThatExceptionOfType(UnacceptableStroke.class)
                .isThrownBy(() -> Strokes.zigzag(0, 5_001))
                .withMessage("PEN cannot be drawn through 5001 points");
        assertThatExceptionOfType(UnacceptableStroke.class).isThrownBy(() -> Strokes.zigzag(0, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = StrokeKind.class,
            names = {"ARROW", "BOX", "ELLIPSE"})
    void aShapeIsGivenByTwoPoints(StrokeKind kind) {
        assertThat(Strokes.shape(kind, RED, 0.01, point(0, 0, 1), point(0.1, 0.1, 1))
                        .points())
                .hasSize(2);
        assertThatExceptionOfType(UnacceptableStroke.class)
                .isThrownBy(() -> Strokes.shape(kind, RED, 0.01, point(0, 0, 1)));
    }

    @ParameterizedTest
    @EnumSource(
            value = StrokeKind.class,
            names = {"BOX", "ELLIPSE"})
    void theSameBoxIsTheSameFromWhicheverCornerItWasDrawn(StrokeKind kind) {
        var corners = List.of(point(-0.1, 0.2, 0.01), point(0.3, -0.4, 0.01));

        assertThat(Strokes.shape(kind, RED, 0.01, point(0.3, 0.2, 0.5), point(-0.1, -0.4, 0.7))
                        .points())
                .isEqualTo(corners);
        assertThat(Strokes.shape(kind, RED, 0.01, point(-0.1, -0.4, 0), point(0.3, 0.2, 0))
                        .points())
                .isEqualTo(corners);
    }

    @Test
    void onlyATextHasWordsAndItNeedsThem() {
        assertThat(Strokes.text(RED, 0.05, 0, 0, "hot \0pixel \ud83d").text()).contains("hot pixel ?");
        assertThatExceptionOfType(UnacceptableStroke.class)
                .isThrownBy(() -> Strokes.text(RED, 0.05, 0, 0, " "))
                .withMessage("A text needs words");
        assertThatExceptionOfType(UnacceptableStroke.class)
                .isThrownBy(() -> Strokes.text(RED, 0.05, 0, 0, "x".repeat(1_001)))
                .withMessage("A text on a picture may have 1000 characters, not 1001");
        assertThatExceptionOfType(UnacceptableStroke.class)
                .isThrownBy(() -> new Stroke(
                        StrokeId.random(),
                        FrameRange.single(0),
                        StrokeKind.PEN,
                        RED,
                        0.01,
                        List.of(point(0, 0, 0)),
                        Optional.of("words")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 4.1, Double.NaN})
    void aLineHasAWidth(double width) {
        assertThatExceptionOfType(UnacceptableStroke.class)
                .isThrownBy(() -> Strokes.shape(StrokeKind.PEN, RED, width, point(0, 0, 0)));
    }

    @Test
    void coloursAndFramesAreWithinTheirBounds() {
        assertThatExceptionOfType(UnacceptableStroke.class).isThrownBy(() -> new Colour(0, 0, 256, 0));
        assertThatExceptionOfType(UnacceptableStroke.class).isThrownBy(() -> new Colour(-1, 0, 0, 0));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new FrameRange(-1, 0));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new FrameRange(2, 1));
    }
}
