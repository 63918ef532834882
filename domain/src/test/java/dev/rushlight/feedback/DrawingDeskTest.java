package dev.rushlight.feedback;

import static dev.rushlight.feedback.Strokes.RED;
import static dev.rushlight.feedback.Strokes.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.LineBench;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.TooLateToUndo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class DrawingDeskTest {

    private final FeedbackBench bench;
    private ReviewItemId shot;
    private NoteId note;
    private Stroke first;

    DrawingDeskTest(Database database) {
        bench = new FeedbackBench(database, Path.of("unused"));
    }

    @BeforeEach
    void drawSomething() {
        shot = bench.lines.shot("sh" + System.nanoTime());
        first = Strokes.zigzag(5, 20);
        note = bench.drawn(bench.maria, shot, 5, first);
    }

    @Test
    void strokesComeBackAsTheyWereDrawnInTheirOrder() {
        var more = List.of(
                Strokes.shape(StrokeKind.ARROW, RED, 0.01, point(0, 0, 1), point(0.5, 0.25, 1)),
                Strokes.text(new Colour(1, 2, 3, 4), 0.05, -0.5, 0.4, "\"too\" bright\nhere"),
                Strokes.stroke(StrokeKind.PEN, new FrameRange(3, 9), RED, 0.02, List.of(point(0, 0, 0.01))));

        bench.drawing(desk -> desk.add(bench.maria, shot, note, more));

        var drawing = bench.<Drawing>read(notes -> notes.drawing(bench.tom, shot, note));
        assertThat(drawing.truncated()).isFalse();
        assertThat(drawing.strokes())
                .extracting(DrawnStroke::stroke)
                .containsExactly(first, more.get(0), more.get(1), more.get(2));
        assertThat(drawing.strokes()).allSatisfy(drawn -> {
            assertThat(drawn.note()).isEqualTo(note);
            assertThat(drawn.author()).isEqualTo(NoteAuthor.of(bench.maria));
            assertThat(drawn.drawnAt()).isEqualTo(bench.clock.instant());
        });
        assertThat(bench.ledger.acts(shot.value())).containsExactly(Act.NOTE_CREATED, Act.STROKES_ADDED);
        assertThat(bench.ledger.last().after().getJsonArray("strokes")).hasSize(3);
        assertThat(bench.changes.heard()).hasSize(2);
    }

    @Test
    void aFrameShowsWhatIsDrawnOnItAndHeldOverIt() {
        var held = Strokes.stroke(StrokeKind.PEN, new FrameRange(5, 9), RED, 0.02, List.of(point(0, 0, 0.01)));
        bench.clock.advance(Duration.ofSeconds(1));
        bench.drawn(bench.tom, shot, 5, held);

        assertThat(strokesOn(5)).containsExactly(first, held);
        assertThat(strokesOn(9)).containsExactly(held);
        assertThat(strokesOn(4)).isEmpty();
        assertThat(strokesOn(10)).isEmpty();
    }

    @Test
    void drawingTwiceIsDrawingOnce() {
        var more = List.of(first, Strokes.dot(6), Strokes.dot(6));

        bench.drawing(desk -> desk.add(bench.maria, shot, note, more));
        bench.drawing(desk -> desk.add(bench.maria, shot, note, more));

        assertThat(strokesOn(6)).containsExactly(more.get(1), more.get(2));
        assertThat(strokesOn(5)).containsExactly(first);
        assertThat(bench.ledger.acts(shot.value())).containsExactly(Act.NOTE_CREATED, Act.STROKES_ADDED);
    }

    @Test
    void whatIsTakenBackCanBePutBack() {
        var second = Strokes.dot(5);
        bench.drawing(desk -> desk.add(bench.maria, shot, note, List.of(second)));

        bench.drawing(desk -> desk.remove(bench.maria, shot, note, List.of(first.id())));
        bench.drawing(desk -> desk.remove(bench.maria, shot, note, List.of(first.id())));
        assertThat(strokesOn(5)).containsExactly(second);

        bench.drawing(desk -> desk.add(bench.maria, shot, note, List.of(first)));
        assertThat(strokesOn(5)).as("a late repetition does not undo").containsExactly(second);

        bench.drawing(desk -> desk.restore(bench.maria, shot, note, List.of(first.id())));
        bench.drawing(desk -> desk.restore(bench.maria, shot, note, List.of(first.id())));
        assertThat(strokesOn(5)).containsExactly(first, second);
        assertThat(bench.ledger.acts(shot.value()))
                .containsExactly(Act.NOTE_CREATED, Act.STROKES_ADDED, Act.STROKES_REMOVED, Act.STROKES_ADDED);
    }

    @Test
    void aNoteSaysWhetherAnythingIsDrawnInIt() {
        bench.drawing(desk -> desk.remove(bench.maria, shot, note, List.of(first.id())));
        assertThat(bench.detail(shot, note).drawn()).isFalse();

        bench.drawing(desk -> desk.restore(bench.maria, shot, note, List.of(first.id())));
        assertThat(bench.detail(shot, note).drawn()).isTrue();
    }

    @Test
    void drawingBeginsANoteOnceAndGoesOnInIt() {
        var begun = bench.draft(shot, 1, FeedbackBench.frame(6), "", Visibility.TEAM, false, List.of(Strokes.dot(6)));
        var goesOn = new NoteDraft(
                begun.id(),
                shot,
                1,
                begun.place(),
                "",
                Visibility.TEAM,
                false,
                List.of(begun.strokes().get(0), Strokes.dot(6)),
                Optional.empty());

        bench.drawing(desk -> desk.draw(bench.maria, begun));
        bench.drawing(desk -> desk.draw(bench.maria, begun));
        bench.drawing(desk -> desk.draw(bench.maria, goesOn));

        assertThat(strokesOn(6)).containsExactlyElementsOf(goesOn.strokes());
        assertThatExceptionOfType(NoteIdTaken.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.draw(bench.tom, begun)));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.draw(bench.viewer, begun)));
    }

    @Test
    void aNoteThatSaysNothingElseGoesWithItsLastStrokeAndComesBackWithIt() {
        bench.drawing(desk -> desk.remove(bench.maria, shot, note, List.of(first.id())));
        assertThat(bench.detail(shot, note).state()).isEqualTo(NoteState.DELETED);

        bench.drawing(desk -> desk.restore(bench.maria, shot, note, List.of(first.id())));
        assertThat(bench.detail(shot, note).state()).isEqualTo(NoteState.OPEN);
        assertThat(strokesOn(5)).containsExactly(first);

        bench.drawing(desk -> desk.remove(bench.maria, shot, note, List.of(first.id())));
        bench.clock.advance(LineBench.GRACE);
        assertThatExceptionOfType(TooLateToUndo.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.restore(bench.maria, shot, note, List.of(first.id()))));
    }

    @Test
    void aNoteWithWordsOrAnswersStaysWithoutItsDrawing() {
        var answered = bench.drawn(bench.maria, shot, 6, Strokes.dot(6));
        bench.answer(bench.tom, shot, answered, "what is it?");
        bench.at(desk -> desk.edit(bench.maria, shot, note, "too bright"));

        bench.drawing(desk -> desk.remove(bench.maria, shot, note, List.of(first.id())));
        bench.drawing(desk -> desk.remove(bench.maria, shot, answered, idsOn(6)));

        assertThat(bench.detail(shot, note).state()).isEqualTo(NoteState.OPEN);
        assertThat(bench.detail(shot, answered).state()).isEqualTo(NoteState.OPEN);
    }

    @Test
    void onlyTheAuthorDrawsInANote() {
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.add(bench.tom, shot, note, List.of(Strokes.dot(5)))));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.remove(bench.tom, shot, note, List.of(first.id()))));
        assertThatExceptionOfType(NoSuchNote.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.add(bench.client, shot, note, List.of(Strokes.dot(5)))));
        var other = bench.lines.shot("other" + System.nanoTime());
        assertThatExceptionOfType(NoSuchNote.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.add(bench.maria, other, note, List.of(Strokes.dot(5)))));
    }

    @Test
    void aStrokeBelongsToOneNote() {
        var other = bench.drawn(bench.maria, shot, 6, Strokes.dot(6));

        assertThatExceptionOfType(StrokeIdTaken.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.add(bench.maria, shot, other, List.of(first))));
        assertThatExceptionOfType(NoSuchStroke.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.remove(bench.maria, shot, other, List.of(first.id()))));
        assertThatExceptionOfType(NoSuchStroke.class)
                .isThrownBy(
                        () -> bench.drawing(desk -> desk.restore(bench.maria, shot, note, List.of(StrokeId.random()))));
    }

    @Test
    void onlyOnFramesThatAreThereCanBeDrawn() {
        var general = bench.note(bench.maria, shot, "in general");

        assertThatExceptionOfType(UnacceptablePlace.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.add(bench.maria, shot, note, List.of(Strokes.dot(120)))));
        assertThatExceptionOfType(UnacceptablePlace.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.add(bench.maria, shot, general, List.of(Strokes.dot(0)))));
        bench.drawing(desk -> desk.add(bench.maria, shot, note, List.of(Strokes.dot(119))));
    }

    @Test
    void aNoteAndAFrameHaveRoomForFiveHundredStrokes() {
        bench.drawing(desk -> desk.add(bench.maria, shot, note, dots(7, 499)));

        assertThatExceptionOfType(TooManyStrokes.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.add(bench.maria, shot, note, dots(8, 1))));
        assertThatExceptionOfType(TooManyStrokes.class)
                .isThrownBy(() -> bench.drawn(bench.tom, shot, 7, dots(7, 2).toArray(Stroke[]::new)));
        assertThatExceptionOfType(TooManyStrokes.class)
                .isThrownBy(() -> bench.drawn(bench.tom, shot, 8, dots(8, 501).toArray(Stroke[]::new)));

        bench.drawing(desk -> desk.remove(bench.maria, shot, note, List.of(first.id())));
        bench.drawing(desk -> desk.add(bench.maria, shot, note, dots(8, 1)));
        assertThatExceptionOfType(TooManyStrokes.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.restore(bench.maria, shot, note, List.of(first.id()))));
        assertThat(strokesOn(7)).hasSize(499);
    }

    @Test
    void aNoteHasRoomForAHundredThousandPoints() {
        bench.drawing(desk -> desk.add(bench.maria, shot, note, zigzags(7, 19)));

        assertThatExceptionOfType(TooManyStrokes.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.add(bench.maria, shot, note, zigzags(8, 1))));
    }

    @Test
    void nothingIsDrawnInADeletedNote() {
        bench.at(desk -> desk.delete(bench.maria, shot, note));

        assertThatExceptionOfType(NoteDeleted.class)
                .isThrownBy(() -> bench.drawing(desk -> desk.add(bench.maria, shot, note, List.of(Strokes.dot(5)))));
        assertThat(bench.<Drawing>read(notes -> notes.drawing(bench.maria, shot, note))
                        .strokes())
                .isEmpty();
    }

    private List<Stroke> strokesOn(int frame) {
        return bench.drawing(bench.tom, shot, 1, frame).strokes().stream()
                .map(DrawnStroke::stroke)
                .toList();
    }

    private List<StrokeId> idsOn(int frame) {
        return strokesOn(frame).stream().map(Stroke::id).toList();
    }

    private static List<Stroke> dots(int frame, int count) {
        return Stream.generate(() -> Strokes.dot(frame)).limit(count).toList();
    }

    private static List<Stroke> zigzags(int frame, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Strokes.zigzag(frame, Stroke.MOST_POINTS))
                .toList();
    }
}
