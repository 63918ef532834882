package dev.rushlight.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.review.ReviewItemId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ConcurrentDrawingTest {

    private static final int BATCHES = 20;

    private final FeedbackBench bench;

    ConcurrentDrawingTest(Database database) {
        bench = new FeedbackBench(database, Path.of("unused"));
    }

    @Test
    void twoPeopleWhoDrawOnOneFrameLoseNothing() throws Exception {
        var shot = bench.lines.shot("sh010");
        var begun = List.of(Strokes.dot(5), Strokes.dot(5));
        var notes =
                List.of(bench.drawn(bench.maria, shot, 5, begun.get(0)), bench.drawn(bench.tom, shot, 5, begun.get(1)));
        var people = List.of(bench.maria, bench.tom);
        var together = new CyclicBarrier(4);

        var drawn = inParallel(Stream.of(0, 1, 0, 1)
                .map(who -> (Callable<List<Stroke>>) () -> {
                    together.await();
                    return draw(people.get(who), shot, notes.get(who));
                })
                .toList());

        var expected = Stream.concat(begun.stream(), drawn.stream().flatMap(List::stream))
                .map(Stroke::id)
                .toList();
        assertThat(expected).hasSize(2 + 4 * BATCHES * 3 - 4 * BATCHES);
        assertThat(bench.drawing(bench.lena, shot, 1, 5).strokes())
                .extracting(stroke -> stroke.stroke().id())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Batches of three, of which the first stroke is taken back, and each batch is sent twice. */
    private List<Stroke> draw(Identity who, ReviewItemId shot, NoteId note) {
        var kept = new ArrayList<Stroke>();
        for (var turn = 0; turn < BATCHES; turn++) {
            var batch = List.of(Strokes.dot(5), Strokes.zigzag(5, 10), Strokes.dot(5));
            bench.drawing(desk -> desk.add(who, shot, note, batch));
            bench.drawing(
                    desk -> desk.remove(who, shot, note, List.of(batch.get(0).id())));
            bench.drawing(desk -> desk.add(who, shot, note, batch));
            kept.addAll(batch.subList(1, 3));
        }
        return kept;
    }

    @Test
    void theSameBatchFromEverywhereIsThereOnce() throws Exception {
        var shot = bench.lines.shot("sh020");
        var draft = bench.draft(
                shot,
                1,
                FeedbackBench.frame(5),
                "once",
                Visibility.TEAM,
                false,
                List.of(Strokes.dot(5), Strokes.dot(5)));
        var together = new CyclicBarrier(8);

        inParallel(IntStream.range(0, 8)
                .mapToObj(number -> (Callable<Boolean>) () -> {
                    together.await();
                    bench.write(bench.maria, draft);
                    bench.drawing(desk -> desk.add(bench.maria, shot, draft.id(), draft.strokes()));
                    return true;
                })
                .toList());

        assertThat(bench.threads(bench.maria, shot, 1)).hasSize(1);
        assertThat(bench.drawing(bench.maria, shot, 1, 5).strokes()).hasSize(2);
        assertThat(bench.ledger.acts(shot.value())).hasSize(1);
    }

    @Test
    void answersWrittenAtOnceAreAllThere() throws Exception {
        var shot = bench.lines.shot("sh030");
        var note = bench.note(bench.maria, shot, "what do you think?");
        var together = new CyclicBarrier(8);

        inParallel(IntStream.range(0, 8)
                .mapToObj(number -> (Callable<Boolean>) () -> {
                    together.await();
                    for (var turn = 0; turn < 5; turn++) {
                        bench.answer(number % 2 == 0 ? bench.maria : bench.tom, shot, note, "answer");
                    }
                    return true;
                })
                .toList());

        assertThat(bench.threads(bench.maria, shot, 1).get(0).answers()).hasSize(40);
    }

    private static <T> List<T> inParallel(List<Callable<T>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            var results = new ArrayList<T>();
            for (var done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
