package dev.rushlight.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rushlight.installation.Database;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class LedgerTest {

    private static final int WRITERS = 8;

    private final Database database;

    @TempDir
    private Path data;

    private LedgerBench bench;

    LedgerTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        bench = new LedgerBench(database, data);
    }

    @Test
    void anEntrySaysWhoDidWhatAndStandsBehindTheOneBefore() {
        var line = UUID.randomUUID();
        bench.record(bench.entry(line, Act.ITEM_SUBMITTED, LedgerBench.TOM, "PENDING"));
        bench.record(new LedgerEntry(
                line,
                Act.OVERRIDDEN,
                LedgerBench.MARIA,
                Optional.empty(),
                Json.createObjectBuilder().add("outcome", "PENDING").build(),
                Json.createObjectBuilder().add("outcome", "APPROVED").build(),
                Optional.empty()));

        var entries = line(line);

        assertThat(entries).extracting(WrittenEntry::number).containsExactly(2L, 1L);
        assertThat(entries.get(0)).satisfies(last -> {
            assertThat(last.line()).isEqualTo(line);
            assertThat(last.act()).isEqualTo("OVERRIDDEN");
            assertThat(last.author()).isEqualTo(LedgerBench.MARIA);
            assertThat(last.at()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
            assertThat(last.reason()).isEmpty();
            assertThat(last.before()).isEqualTo("{\"outcome\":\"PENDING\"}");
            assertThat(last.after()).isEqualTo("{\"outcome\":\"APPROVED\"}");
            assertThat(last.causeEventId()).isEmpty();
            assertThat(last.previousHash()).isEqualTo(entries.get(1).hash());
            assertThat(last.isIntact()).isTrue();
        });
        assertThat(entries.get(1).previousHash()).isEqualTo("0".repeat(64));
        assertThat(entries.get(1).reason()).contains("because of PENDING");
        assertThat(entries.get(1).causeEventId()).contains("event-PENDING");
    }

    @Test
    void whatIsRolledBackWasNeverWritten() {
        var line = bench.line(1);

        assertThatIllegalStateException()
                .isThrownBy(() -> bench.doInTransaction(entities -> {
                    var ledger = LedgerBench.ledger(entities, bench.clock);
                    ledger.record(bench.entry(line, Act.DECIDED, LedgerBench.MARIA, "APPROVED"));
                    throw new IllegalStateException("the act fails");
                }));
        bench.append(line, 1);

        assertThat(line(line)).extracting(WrittenEntry::number).containsExactly(2L, 1L);
        assertThat(bench.verify().findings()).extracting(Finding::kind).containsOnly(Finding.Kind.UNSEALED);
    }

    @Test
    void oneTransactionWritesSeveralEntriesToOneLineAndToOthers() {
        var line = UUID.randomUUID();
        var other = UUID.randomUUID();

        bench.doInTransaction(entities -> {
            var ledger = LedgerBench.ledger(entities, bench.clock);
            ledger.record(bench.entry(line, Act.VOTE_CAST, LedgerBench.MARIA, "a"));
            ledger.record(bench.entry(other, Act.PERSON_CHANGED, LedgerBench.MARIA, "b"));
            ledger.record(bench.entry(line, Act.DECIDED, LedgerBench.MARIA, "c"));
        });

        assertThat(line(line)).extracting(WrittenEntry::act).containsExactly("DECIDED", "VOTE_CAST");
        assertThat(line(other)).hasSize(1);
        assertThat(bench.verify().isClean()).isTrue();
    }

    @Test
    void whatNoDatabaseKeepsIsReplacedBeforeItIsHashed() {
        var line = UUID.randomUUID();

        bench.record(new LedgerEntry(
                line,
                Act.NOTE_CREATED,
                new Author(UUID.randomUUID(), "m".repeat(300), "half a pair \uD83D", "GUEST"),
                Optional.of("nothing\0 here, \uD83C\uDFAC and \uDFAC"),
                JsonObject.EMPTY_JSON_OBJECT,
                Json.createObjectBuilder().add("text", "\0 \uD83D \"quoted\"\n").build(),
                Optional.of("e".repeat(250))));

        assertThat(line(line)).singleElement().satisfies(entry -> {
            assertThat(entry.author().username()).isEqualTo("m".repeat(200));
            assertThat(entry.author().displayName()).isEqualTo("half a pair ?");
            assertThat(entry.reason()).contains("nothing\uFFFD here, \uD83C\uDFAC and ?");
            assertThat(entry.after()).isEqualTo("{\"text\":\"\\u0000 ? \\\"quoted\\\"\\n\"}");
            assertThat(entry.causeEventId()).contains("e".repeat(200));
        });
        assertThat(bench.verifyLine(line).isClean()).isTrue();
    }

    @Test
    void thoseWhoBeginALineAtTheSameTimeNeitherFailNorFork() throws Exception {
        for (var round = 0; round < 20; round++) {
            var line = UUID.randomUUID();

            together(number -> bench.record(bench.entry(line, Act.VOTE_CAST, LedgerBench.MARIA, "vote " + number)));

            assertThat(line(line))
                    .extracting(WrittenEntry::number)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, WRITERS)
                            .map(number -> WRITERS + 1 - number)
                            .boxed()
                            .toList());
        }
        assertThat(bench.verify().isClean()).isTrue();
    }

    @Test
    void linesAreSealedAndCheckedWhileActsGoOn() throws Exception {
        var lines = IntStream.range(0, 4).mapToObj(number -> UUID.randomUUID()).toList();

        together(number -> {
            for (var turn = 0; turn < 25; turn++) {
                if (number == 0) {
                    assertThat(bench.verify().isClean()).isTrue();
                } else if (number == 1) {
                    bench.sealAll();
                } else {
                    bench.record(bench.entry(
                            lines.get((number + turn) % lines.size()), Act.VOTE_CAST, LedgerBench.TOM, "vote"));
                }
            }
        });
        bench.sealAll();

        var report = bench.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.lines()).isEqualTo(4);
        assertThat(report.entries()).isEqualTo(25L * (WRITERS - 2));
        assertThat(report.witnessed()).isEqualTo(report.seals()).isPositive();
    }

    private List<WrittenEntry> line(UUID line) {
        return bench.inTransaction(entities -> LedgerBench.book(entities).line(line, 100));
    }

    /** Work as it is done by one of several at once. */
    private interface Work {

        void of(int number);
    }

    private static void together(Work work) throws Exception {
        var threads = Executors.newFixedThreadPool(WRITERS);
        var barrier = new CyclicBarrier(WRITERS);
        try {
            var all = new ArrayList<Callable<Boolean>>();
            for (var number = 0; number < WRITERS; number++) {
                var mine = number;
                all.add(() -> {
                    barrier.await();
                    work.of(mine);
                    return true;
                });
            }
            for (var done : threads.invokeAll(all)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
