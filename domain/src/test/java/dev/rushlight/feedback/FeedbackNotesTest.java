package dev.rushlight.feedback;

import static dev.rushlight.feedback.FeedbackBench.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.policy.Choice;
import dev.rushlight.review.FrameRate;
import dev.rushlight.review.ReviewItemId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class FeedbackNotesTest {

    private final Database database;
    private FeedbackBench bench;
    private ReviewItemId shot;

    FeedbackNotesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void submitSomething() {
        bench = new FeedbackBench(database, Path.of("unused"));
        shot = bench.lines.shot("sh010");
    }

    @Test
    void threadsAreCountedUnderAllThatTheyAre() {
        bench.blocker(bench.maria, shot, "blocks");
        bench.note(bench.tom, shot, "for clients", Visibility.CLIENT);
        var settled = bench.blocker(bench.tom, shot, "was settled");
        var regretted = bench.note(bench.tom, shot, "was taken back");
        bench.answer(bench.maria, shot, settled, "an answer is no thread");
        bench.at(desk -> desk.resolve(bench.tom, shot, settled));
        bench.at(desk -> desk.delete(bench.tom, shot, regretted));

        assertThat(tally(bench.maria, 1)).isEqualTo(new NoteTally(3, 2, 1, 1, 3, 2, 1));
        assertThat(tally(bench.client, 1)).isEqualTo(new NoteTally(1, 1, 0, 0, 1, 0, 1));
        assertThat(tally(bench.maria, 2)).isEqualTo(new NoteTally(2, 2, 1, 1, 0, 1, 1));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        var written = new ArrayList<NoteId>();
        for (var number = 0; number < 25; number++) {
            written.add(0, bench.note(bench.maria, shot, "note " + number));
            if (number % 3 == 0) {
                bench.clock.advance(Duration.ofSeconds(1));
            }
        }

        var read = new ArrayList<NoteId>();
        var after = Optional.<NoteCursor>empty();
        for (var page = page(bench.tom, 1, NoteFilter.ALL, after, 7); !page.isEmpty(); ) {
            page.forEach(thread -> read.add(thread.note().id()));
            after = Optional.of(page.get(page.size() - 1).cursor());
            bench.note(bench.maria, shot, "written meanwhile");
            page = page(bench.tom, 1, NoteFilter.ALL, after, 7);
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(written).doesNotHaveDuplicates();
    }

    @Test
    void filtersNarrowDown() {
        var old = bench.blocker(bench.tom, shot, "from v1");
        bench.lines.shot("sh010");
        var mine = write(2, bench.maria, Visibility.TEAM, false);
        var blocking = write(2, bench.tom, Visibility.TEAM, true);
        var client = write(2, bench.tom, Visibility.CLIENT, false);
        bench.at(desk -> desk.resolve(bench.tom, shot, client));
        bench.at(desk -> desk.resolve(bench.tom, shot, blocking));

        assertThat(ids(NoteFilter.ALL)).containsExactlyInAnyOrder(old, mine, blocking, client);
        assertThat(ids(NoteFilter.ALL.onlyMine())).containsExactly(mine);
        assertThat(ids(NoteFilter.ALL.onlyOpen())).containsExactlyInAnyOrder(old, mine);
        assertThat(ids(NoteFilter.ALL.onlyBlocking())).containsExactlyInAnyOrder(old, blocking);
        assertThat(ids(NoteFilter.ALL.onlyThisVersion())).containsExactlyInAnyOrder(mine, blocking, client);
        assertThat(ids(NoteFilter.ALL.only(Visibility.CLIENT))).containsExactly(client);
        assertThat(ids(NoteFilter.ALL.onlyOpen().onlyBlocking())).containsExactly(old);
        assertThat(page(bench.client, 2, NoteFilter.ALL.only(Visibility.TEAM), Optional.empty(), 10))
                .extracting(thread -> thread.note().id())
                .containsExactly(client);
    }

    @Test
    void notesAreCountedForAWholePageAtOnce() {
        var other = bench.lines.shot("sh020");
        var quiet = bench.lines.shot("sh030");
        var note = bench.blocker(bench.maria, shot, "one");
        bench.answer(bench.tom, shot, note, "an answer");
        bench.at(desk -> desk.resolve(bench.maria, shot, bench.note(bench.maria, shot, "two")));
        bench.at(desk -> desk.delete(bench.maria, shot, bench.note(bench.maria, shot, "three")));
        bench.note(bench.maria, shot, "four", Visibility.CLIENT);
        bench.note(bench.maria, other, "five");
        var before = database.statements().size();

        var counts = counts(bench.tom, shot, other, quiet);

        assertThat(database.statements()).hasSize(before + 1);
        assertThat(counts).isEqualTo(Map.of(shot, new NoteCounts(3, 2, 1), other, new NoteCounts(1, 1, 0)));
        assertThat(counts(bench.client, shot, other, quiet)).isEqualTo(Map.of(shot, new NoteCounts(1, 1, 0)));
        assertThat(counts(bench.tom)).isEmpty();
    }

    @Test
    void aPageTakesAsManyStatementsWhateverIsOnIt() {
        var one = statementsOfAPage();
        for (var number = 0; number < 10; number++) {
            var note = bench.note(bench.maria, shot, "@" + bench.tom.username());
            bench.answer(bench.tom, shot, note, "answer");
        }

        assertThat(statementsOfAPage()).isEqualTo(one + 3);
    }

    private NoteTally tally(Identity viewer, int version) {
        return bench.read(notes -> notes.tally(viewer, shot, version));
    }

    private int statementsOfAPage() {
        var before = database.statements().size();
        bench.threads(bench.tom, shot, 1);
        return database.statements().size() - before;
    }

    @Test
    void pinsMarkTheTimeline() {
        var range = bench.write(
                bench.maria,
                bench.draft(shot, 1, new OnFrames(0, new FrameRange(3, 9)), "here", Visibility.TEAM, true, List.of()));
        bench.lines.shot("sh010");

        assertThat(bench.<List<NotePin>>read(notes -> notes.pins(bench.tom, shot, 2)))
                .singleElement()
                .satisfies(pin -> {
                    assertThat(pin.note()).isEqualTo(range);
                    assertThat(pin.place()).isEqualTo(new OnFrames(0, new FrameRange(3, 9)));
                    assertThat(pin.blocking()).isTrue();
                    assertThat(pin.state()).isEqualTo(NoteState.OPEN);
                    assertThat(pin.carriedFrom()).hasValue(1);
                    assertThat(pin.author().displayName()).isEqualTo(bench.maria.displayName());
                    assertThat(pin.words()).isEqualTo("here");
                });
    }

    @Test
    void aPinSaysNoMoreThanFitsIntoALine() {
        bench.note(bench.maria, shot, "Hand clips\n  the door. " + "😀".repeat(80));

        assertThat(bench.<List<NotePin>>read(notes -> notes.pins(bench.tom, shot, 1)))
                .singleElement()
                .satisfies(pin -> assertThat(pin.words()).isEqualTo("Hand clips the door. " + "😀".repeat(59) + "…"));
    }

    @Test
    void aDecisionTellsTheNotesAsTheyStoodForEver() {
        var old = bench.note(bench.maria, shot, "from v1");
        bench.lines.shot("sh010");
        var plain = bench.write(
                bench.maria,
                bench.draft(
                        shot,
                        2,
                        new OnFrames(0, new FrameRange(43, 47)),
                        "plain",
                        Visibility.CLIENT,
                        false,
                        List.of()));
        var blocking = write(2, bench.tom, Visibility.TEAM, true);
        var settled = write(2, bench.maria, Visibility.TEAM, false);
        bench.at(desk -> desk.resolve(bench.maria, shot, settled));
        var drawn = bench.write(
                bench.tom, bench.draft(shot, 2, frame(5), "", Visibility.TEAM, false, List.of(Strokes.dot(5))));
        bench.clock.advance(Duration.ofSeconds(1));
        bench.lines.vote(bench.tom, shot, 2, Choice.REQUEST_CHANGES);
        var decided = bench.clock.instant();

        var told = forDecision(decided, Visibility.TEAM, 10);
        assertThat(told.truncated()).isFalse();
        assertThat(told.notes())
                .extracting(NoteRecord::id)
                .startsWith(blocking)
                .containsExactlyInAnyOrder(blocking, old, plain, drawn);
        assertThat(told.notes())
                .filteredOn(note -> note.id().equals(plain))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.rate()).contains(new FrameRate(24000, 1001));
                    assertThat(note.startFrame()).hasValue(1001);
                    assertThat(note.timecode())
                            .hasValueSatisfying(code -> assertThat(code).hasToString("00:00:01:19"));
                    assertThat(note.text()).isEqualTo("plain");
                });
        assertThat(told.notes())
                .filteredOn(NoteRecord::drawn)
                .extracting(NoteRecord::id)
                .containsExactly(drawn);
        var client = forDecision(decided, Visibility.CLIENT, 10);
        assertThat(client.notes()).extracting(NoteRecord::id).containsExactly(plain);

        write(2, bench.maria, Visibility.CLIENT, true);
        bench.at(desk -> desk.resolve(bench.maria, shot, plain));
        bench.at(desk -> desk.reopen(bench.maria, shot, settled));
        bench.at(desk -> desk.block(bench.maria, shot, blocking, false));
        bench.at(desk -> desk.delete(bench.maria, shot, old));
        bench.drawing(desk -> desk.remove(
                bench.tom,
                shot,
                drawn,
                List.of(bench.drawing(bench.tom, shot, 2, 5)
                        .strokes()
                        .get(0)
                        .stroke()
                        .id())));
        bench.clock.advance(Duration.ofDays(400));
        bench.purging(desk -> desk.purge(Duration.ofDays(30), 100));

        assertThat(forDecision(decided, Visibility.TEAM, 10)).isEqualTo(told);
        assertThat(forDecision(decided, Visibility.CLIENT, 10)).isEqualTo(client);
    }

    @Test
    void whatIsSaidAfterADecisionIsNotToldWithItWhateverTheClockSays() {
        bench.lines.vote(bench.tom, shot, 1, Choice.REQUEST_CHANGES);
        var decided = bench.clock.instant();
        var told = forDecision(1, decided, Visibility.TEAM, 10);

        bench.note(bench.maria, shot, "at the same instant");
        bench.clock.advance(Duration.ofSeconds(-5));
        bench.note(bench.maria, shot, "by a clock that is slow");

        assertThat(told.notes()).isEmpty();
        assertThat(forDecision(1, decided, Visibility.TEAM, 10)).isEqualTo(told);
        assertThat(bench.threads(bench.maria, shot, 1)).hasSize(2);
    }

    @Test
    void aDecisionTellsNoMoreNotesThanFit() {
        IntStream.range(0, 5).forEach(number -> bench.note(bench.maria, shot, "note " + number));
        var blocking = bench.blocker(bench.maria, shot, "blocks");

        var told = forDecision(1, bench.clock.instant(), Visibility.TEAM, 3);

        assertThat(told.notes()).hasSize(3);
        assertThat(told.notes().get(0).id()).isEqualTo(blocking);
        assertThat(told.truncated()).isTrue();
        assertThat(forDecision(1, bench.clock.instant(), Visibility.TEAM, 6).truncated())
                .isFalse();
    }

    private NoteId write(int version, Identity by, Visibility visibility, boolean blocking) {
        return bench.write(by, bench.draft(shot, version, new WholeVersion(), "note", visibility, blocking, List.of()));
    }

    private List<NoteId> ids(NoteFilter filter) {
        return page(bench.maria, 2, filter, Optional.empty(), 10).stream()
                .map(thread -> thread.note().id())
                .toList();
    }

    private List<NoteThread> page(
            Identity viewer, int version, NoteFilter filter, Optional<NoteCursor> after, int limit) {
        return bench.read(notes -> notes.threads(viewer, shot, version, filter, after, limit));
    }

    private Map<ReviewItemId, NoteCounts> counts(Identity viewer, ReviewItemId... items) {
        return bench.read(notes -> notes.counts(viewer, List.of(items)));
    }

    private NotesForDecision forDecision(Instant at, Visibility audience, int max) {
        return forDecision(2, at, audience, max);
    }

    private NotesForDecision forDecision(int version, Instant at, Visibility audience, int max) {
        return bench.read(notes -> notes.forDecision(shot, version, at, audience, max));
    }
}
