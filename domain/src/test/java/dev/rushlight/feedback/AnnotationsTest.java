package dev.rushlight.feedback;

import static dev.rushlight.feedback.Strokes.RED;
import static dev.rushlight.feedback.Strokes.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.Routing;
import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class AnnotationsTest {

    private final FeedbackBench bench;
    private ConnectionId other;
    private String name;
    private ReviewItemId shot;
    private Stroke dot;
    private Stroke held;

    AnnotationsTest(Database database) {
        bench = new FeedbackBench(database, Path.of("unused"));
    }

    @BeforeEach
    void drawSomething() {
        name = "sh" + System.nanoTime();
        shot = bench.lines.shot(name);
        other = bench.lines.anotherConnection();
        dot = Strokes.dot(5);
        held = Strokes.stroke(StrokeKind.PEN, new FrameRange(7, 9), RED, 0.1, List.of(point(0, 0, 0.1)));
    }

    @AfterEach
    void leaveNoRoute() {
        bench.routes(outbox -> outbox.unroute(other));
    }

    @Test
    void aNoteIsDrawnOnAPictureOfTheMediumsShape() throws IOException {
        var note = bench.drawn(bench.maria, shot, 5, dot);

        var annotation = shownToTom(note).orElseThrow();

        assertThat(annotation.drawing().strokes())
                .extracting(DrawnStroke::stroke)
                .containsExactly(dot);
        var picture = picture(annotation, OptionalInt.empty());
        assertThat(picture.getWidth()).isEqualTo(1920);
        assertThat(picture.getHeight()).isEqualTo(1080);
        assertThat(paintedPixels(picture)).isPositive();
        assertThat(annotation.commands().getJsonArray("frames")).hasSize(1);
    }

    @Test
    void theFirstFrameIsShownUnlessAnotherIsAskedFor() throws IOException {
        var annotation =
                shownToTom(bench.drawn(bench.maria, shot, 5, dot, held)).orElseThrow();

        var first = paintedPixels(picture(annotation, OptionalInt.empty()));
        assertThat(paintedPixels(picture(annotation, OptionalInt.of(5)))).isEqualTo(first);
        assertThat(paintedPixels(picture(annotation, OptionalInt.of(8))))
                .isPositive()
                .isNotEqualTo(first);
        assertThat(paintedPixels(picture(annotation, OptionalInt.of(6)))).isZero();
    }

    @Test
    void aLargeMediumIsShownSmaller() throws IOException {
        var drawing =
                shownToTom(bench.drawn(bench.maria, shot, 5, dot)).orElseThrow().drawing();

        var cinema = picture(new Annotation(drawing, OptionalInt.of(8192), OptionalInt.of(4320)), OptionalInt.empty());
        var unknown = picture(new Annotation(drawing, OptionalInt.of(10), OptionalInt.empty()), OptionalInt.empty());
        var line =
                picture(new Annotation(drawing, OptionalInt.of(1_000_000_000), OptionalInt.of(1)), OptionalInt.empty());

        assertThat(cinema.getWidth() * cinema.getHeight()).isLessThanOrEqualTo(Annotation.MOST_PIXELS);
        assertThat((double) cinema.getWidth() / cinema.getHeight()).isBetween(1.89, 1.90);
        assertThat(unknown.getWidth()).isEqualTo(1920);
        assertThat(line.getHeight()).isEqualTo(1);
    }

    @Test
    void whatIsNotToBeSeenIsNotThere() {
        var note = bench.drawn(bench.maria, shot, 5, dot);
        var undrawn = bench.note(bench.maria, shot, "only words");
        var elsewhere = bench.lines.shot("sh" + System.nanoTime());

        assertThat(shownToTom(undrawn)).isEmpty();
        assertThat(shownToTom(NoteId.random())).isEmpty();
        assertThat(shownTo(bench.tom, elsewhere, note)).isEmpty();
        assertThat(shownTo(bench.client, shot, note)).isEmpty();

        bench.at(desk -> desk.delete(bench.maria, shot, note));
        assertThat(shownToTom(note)).isEmpty();
    }

    @Test
    void aHubSeesWhatItIsToldOf() {
        var own = bench.lines.connection();
        var internal = bench.drawn(bench.maria, shot, 5, dot);
        var external = bench.write(
                bench.maria,
                bench.draft(shot, 1, FeedbackBench.frame(5), "", Visibility.CLIENT, false, List.of(Strokes.dot(5))));

        assertThat(toldTo(own, internal)).isPresent();
        assertThat(toldTo(other, internal)).isEmpty();

        bench.routes(outbox -> outbox.route(other, new Routing(true, true, true)));
        assertThat(toldTo(other, internal)).isEmpty();
        assertThat(toldTo(other, external)).isPresent();

        bench.routes(outbox -> outbox.route(other, new Routing(true, false, true)));
        assertThat(toldTo(other, internal)).isPresent();

        bench.routes(outbox -> outbox.route(other, new Routing(false, false, true)));
        assertThat(toldTo(other, internal)).isEmpty();
    }

    @Test
    void aSheetSaysWhereAMediumIsDrawnOnAndWhatOlderVersionsLeftOpen() {
        var old = bench.drawn(bench.maria, shot, 5, dot);
        bench.at(desk -> desk.resolve(bench.maria, shot, bench.drawn(bench.maria, shot, 6, Strokes.dot(6))));
        bench.lines.shot(name);
        bench.clock.advance(Duration.ofSeconds(1));
        var fresh = bench.write(
                bench.tom,
                bench.draft(
                        shot,
                        2,
                        new OnFrames(0, new FrameRange(7, 9)),
                        "",
                        Visibility.TEAM,
                        false,
                        List.of(held, Strokes.dot(8))));
        bench.drawing(desk -> desk.remove(
                bench.tom, shot, fresh, List.of(sheet(2).marks().get(2).stroke())));

        assertThat(sheet(2))
                .isEqualTo(new Sheet(
                        List.of(
                                new Mark(
                                        dot.id(),
                                        FrameRange.single(5),
                                        new DrawnNote(old, bench.maria.id(), bench.maria.displayName(), 1, false)),
                                new Mark(
                                        held.id(),
                                        new FrameRange(7, 9),
                                        new DrawnNote(fresh, bench.tom.id(), bench.tom.displayName(), 2, false))),
                        false));
        assertThat(sheet(1).marks()).hasSize(2);
        assertThat(bench.<Optional<Sheet>>annotations(known -> known.sheet(bench.tom, shot, 2, 1)))
                .contains(new Sheet(List.of(), false));
        assertThat(bench.<Optional<Sheet>>annotations(known -> known.sheet(bench.tom, shot, 3, 0)))
                .isEmpty();
    }

    @Test
    void guestsSeeWhatIsDrawnForClientsAndNothingElse() {
        bench.drawn(bench.maria, shot, 5, dot);
        var shown = Strokes.dot(6);
        var meant = bench.write(
                bench.maria,
                bench.draft(shot, 1, FeedbackBench.frame(6), "", Visibility.CLIENT, false, List.of(shown)));

        var sheet = bench.<Optional<Sheet>>annotations(known -> known.sheet(bench.client, shot, 1, 0));
        assertThat(sheet.orElseThrow().marks()).singleElement().satisfies(mark -> {
            assertThat(mark.stroke()).isEqualTo(shown.id());
            assertThat(mark.note().id()).isEqualTo(meant);
        });
        var strokes =
                bench.<Drawing>annotations(known -> known.strokes(bench.client, shot, List.of(dot.id(), shown.id())));
        assertThat(strokes.strokes()).singleElement().satisfies(drawn -> {
            assertThat(drawn.stroke()).isEqualTo(shown);
            assertThat(drawn.author().username()).isEmpty();
        });
    }

    @Test
    void strokesAreReadByName() {
        bench.drawn(bench.maria, shot, 5, dot, held);
        var gone = Strokes.dot(5);
        bench.at(desk -> desk.delete(bench.maria, shot, bench.drawn(bench.maria, shot, 5, gone)));
        var elsewhere = bench.lines.shot("sh" + System.nanoTime());
        var foreign = Strokes.dot(5);
        bench.drawn(bench.maria, elsewhere, 5, foreign);
        var asked = List.of(dot.id(), held.id(), gone.id(), foreign.id(), StrokeId.random());

        assertThat(bench.<Drawing>annotations(known -> known.strokes(bench.tom, shot, asked))
                        .strokes())
                .extracting(DrawnStroke::stroke)
                .containsExactlyInAnyOrder(dot, held);
        assertThat(bench.<Drawing>annotations(known -> known.strokes(bench.client, shot, asked))
                        .strokes())
                .isEmpty();
    }

    private Sheet sheet(int version) {
        return bench.<Optional<Sheet>>annotations(known -> known.sheet(bench.tom, shot, version, 0))
                .orElseThrow();
    }

    private Optional<Annotation> shownToTom(NoteId note) {
        return shownTo(bench.tom, shot, note);
    }

    private Optional<Annotation> shownTo(Identity viewer, ReviewItemId item, NoteId note) {
        return bench.annotations(known -> known.shownTo(viewer, item, note));
    }

    private Optional<Annotation> toldTo(ConnectionId hub, NoteId note) {
        return bench.annotations(known -> known.toldTo(hub, shot, note));
    }

    private static BufferedImage picture(Annotation annotation, OptionalInt frame) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(annotation.png(frame)));
    }

    private static long paintedPixels(BufferedImage picture) {
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels).filter(pixel -> pixel >>> 24 != 0).count();
    }
}
