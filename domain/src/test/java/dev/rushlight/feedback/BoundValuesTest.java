package dev.rushlight.feedback;

import static dev.rushlight.feedback.FeedbackBench.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class BoundValuesTest {

    @TempDir
    private Path data;

    private final Database database;

    BoundValuesTest(Database database) {
        this.database = database;
    }

    @Test
    void noStatementEverHoldsAValue() {
        var bench = new FeedbackBench(database, data);
        var shot = bench.lines.shot("sh'010");
        var before = database.statements().size();

        var stroke = Strokes.dot(5);
        var note = bench.write(
                bench.maria,
                bench.draft(
                        shot, 1, frame(5), "'; drop table note; -- @tom'", Visibility.CLIENT, true, List.of(stroke)));
        bench.answer(bench.tom, shot, note, "it's me @" + bench.maria.username());
        bench.drawing(desk -> desk.remove(bench.maria, shot, note, List.of(stroke.id())));
        bench.drawing(desk -> desk.restore(bench.maria, shot, note, List.of(stroke.id())));
        bench.at(desk -> desk.acknowledge(bench.artist, shot, note));
        bench.at(desk -> desk.block(bench.tom, shot, note, false));
        bench.at(desk -> desk.resolve(bench.maria, shot, note));
        bench.at(desk -> desk.reopen(bench.maria, shot, note));
        bench.at(desk -> desk.delete(bench.maria, shot, note));
        bench.at(desk -> desk.restore(bench.maria, shot, note));
        var id = AttachmentId.random();
        bench.attach(bench.maria, shot, note, id, "it's", new ByteArrayInputStream(new byte[] {1}));
        bench.attachments(desk -> desk.remove(bench.maria, shot, note, id));
        for (var viewer : List.of(bench.maria, bench.client)) {
            var filter = NoteFilter.ALL
                    .onlyMine()
                    .onlyOpen()
                    .onlyBlocking()
                    .onlyThisVersion()
                    .only(Visibility.CLIENT);
            bench.threads(viewer, shot, 1)
                    .forEach(thread -> bench.read(
                            notes -> notes.threads(viewer, shot, 1, filter, Optional.of(thread.cursor()), 10)));
            bench.read(notes -> notes.pins(viewer, shot, 1));
            bench.read(notes -> notes.counts(viewer, List.of(shot)));
            bench.read(notes -> notes.thread(viewer, shot, 1, note));
            bench.read(notes -> notes.drawing(viewer, shot, note));
            bench.read(notes -> notes.attachment(viewer, shot, id));
            bench.drawing(viewer, shot, 1, 5);
        }
        for (var audience : Visibility.values()) {
            bench.read(notes -> notes.forDecision(shot, 1, bench.clock.instant(), audience, 10));
        }
        bench.read(notes -> notes.told(note.value()));
        bench.purging(desk -> desk.purge(Duration.ofDays(1), 10));
        bench.purging(desk -> desk.sweepFiles(Duration.ofDays(-1), 10));

        var statements = database.statements();
        assertThat(statements.subList(before, statements.size()))
                .hasSizeGreaterThan(80)
                .filteredOn(sql -> !sql.startsWith("select nextval("))
                .noneMatch(sql -> sql.contains("'"));
    }
}
