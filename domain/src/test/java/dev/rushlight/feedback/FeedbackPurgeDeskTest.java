package dev.rushlight.feedback;

import static dev.rushlight.feedback.FeedbackBench.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.feedback.FeedbackPurgeDesk.Purged;
import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Act;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.ReviewItemId;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class FeedbackPurgeDeskTest {

    private static final Duration AGE = Duration.ofDays(30);

    @TempDir
    private Path data;

    private final Database database;
    private FeedbackBench bench;
    private ReviewItemId shot;

    FeedbackPurgeDeskTest(Database database) {
        this.database = database;
    }

    /** The database is shared: what other tests left to purge is purged first. */
    @BeforeEach
    void submitSomething() {
        bench = new FeedbackBench(database, data);
        shot = bench.lines.shot("sh010");
        bench.purging(desk -> desk.purge(Duration.ofDays(-10_000), 1_000_000));
    }

    @Test
    void strokesThatWereTakenBackLongAgoAreForgotten() {
        var strokes = Stream.generate(() -> Strokes.dot(5)).limit(6).toList();
        var note = bench.drawn(bench.maria, shot, 5, strokes.toArray(Stroke[]::new));
        bench.drawing(desk -> desk.remove(bench.maria, shot, note, ids(strokes.subList(0, 4))));
        bench.clock.advance(AGE);
        bench.drawing(desk -> desk.remove(bench.maria, shot, note, ids(strokes.subList(4, 5))));
        assertThat(purge(100)).isEqualTo(new Purged(0, 0, 0));
        bench.clock.advance(Duration.ofSeconds(1));

        assertThat(purge(3)).isEqualTo(new Purged(0, 3, 0));
        assertThat(purge(3)).isEqualTo(new Purged(0, 1, 0));
        assertThat(purge(3).total()).isZero();

        bench.drawing(desk -> desk.restore(bench.maria, shot, note, ids(strokes.subList(4, 5))));
        assertThat(bench.drawing(bench.maria, shot, 1, 5).strokes()).hasSize(2);
        assertThatExceptionOfType(NoSuchStroke.class)
                .isThrownBy(() ->
                        bench.drawing(desk -> desk.restore(bench.maria, shot, note, ids(strokes.subList(0, 1)))));
    }

    @Test
    void deletedNotesAreForgottenWithAllThatBelongsToThem() {
        var note = bench.write(
                bench.maria,
                bench.draft(
                        shot,
                        1,
                        frame(5),
                        "@" + bench.tom.username(),
                        Visibility.TEAM,
                        false,
                        List.of(Strokes.dot(5), Strokes.dot(5))));
        bench.attach(bench.maria, shot, note, AttachmentId.random(), "a", new ByteArrayInputStream(new byte[] {1}));
        var kept = bench.note(bench.maria, shot, "kept");
        bench.at(desk -> desk.delete(bench.maria, shot, note));
        bench.clock.advance(AGE.plusSeconds(1));

        assertThat(purge(100)).isEqualTo(new Purged(1, 2, 1));
        assertThat(bench.ledger.last().act()).isEqualTo(Act.PURGED);
        assertThat(bench.ledger.last().before().getString("note")).isEqualTo(note.toString());

        assertThat(bench.threads(bench.maria, shot, 1))
                .extracting(thread -> thread.note().id())
                .containsExactly(kept);
        assertThat(bench.<Integer>purging(desk -> desk.sweepFiles(Duration.ofDays(-10_000), 10)))
                .isEqualTo(1);
    }

    @Test
    void aDeletedNoteThatWasAnsweredStaysUntilItsAnswersGo() {
        var note = bench.note(bench.maria, shot, "question");
        var answer = bench.answer(bench.tom, shot, note, "answer");
        bench.at(desk -> desk.delete(bench.maria, shot, note));
        bench.clock.advance(AGE.plusSeconds(1));
        assertThat(purge(100).total()).isZero();

        bench.at(desk -> desk.delete(bench.tom, shot, answer));
        bench.clock.advance(AGE.plusSeconds(1));

        assertThat(purge(100).notes()).isEqualTo(1);
        assertThat(purge(100).notes()).isEqualTo(1);
        assertThat(bench.threads(bench.maria, shot, 1)).isEmpty();
    }

    @Test
    void aDeletedNoteThatADecisionToldOfIsKept() {
        var told = bench.note(bench.maria, shot, "told");
        bench.clock.advance(Duration.ofSeconds(1));
        bench.lines.vote(bench.tom, shot, 1, Choice.REQUEST_CHANGES);
        var untold = bench.note(bench.maria, shot, "untold");
        bench.clock.advance(Duration.ofSeconds(1));
        bench.at(desk -> desk.delete(bench.maria, shot, told));
        bench.at(desk -> desk.delete(bench.maria, shot, untold));
        bench.clock.advance(AGE.plusSeconds(1));

        assertThat(purge(100).notes()).isEqualTo(1);

        assertThat(bench.threads(bench.maria, shot, 1))
                .singleElement()
                .satisfies(thread -> assertThat(thread.note().id()).isEqualTo(told));
    }

    @Test
    void removedFilesAreForgotten() {
        var note = bench.note(bench.maria, shot, "see");
        var id = AttachmentId.random();
        bench.attach(bench.maria, shot, note, id, "a", new ByteArrayInputStream(new byte[] {1}));
        bench.attachments(desk -> desk.remove(bench.maria, shot, note, id));
        assertThat(purge(100).total()).isZero();
        bench.clock.advance(AGE.plusSeconds(1));

        assertThat(purge(100)).isEqualTo(new Purged(0, 0, 1));
    }

    private Purged purge(int max) {
        return bench.purging(desk -> desk.purge(AGE, max));
    }

    private static List<StrokeId> ids(List<Stroke> strokes) {
        return strokes.stream().map(Stroke::id).toList();
    }
}
