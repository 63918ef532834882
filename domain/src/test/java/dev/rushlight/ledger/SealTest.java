package dev.rushlight.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rushlight.installation.Database;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class SealTest {

    @Parameter
    private Database database;

    @TempDir
    private Path data;

    private LedgerBench bench;

    @BeforeEach
    void begin() {
        bench = new LedgerBench(database, data);
    }

    @Test
    void aSealBindsTheLinesThatMovedToAllSealsBefore() {
        var line = bench.line(2);
        bench.line(1);
        var first = bench.seal().orElseThrow();
        bench.append(line, 1);
        var second = bench.seal().orElseThrow();

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.heads()).isEqualTo(2);
        assertThat(first.sealedAt()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(first.previousHash()).isEqualTo("0".repeat(64));
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.heads()).isEqualTo(1);
        assertThat(second.previousHash()).isEqualTo(first.hash());
        assertThat(second.installation()).isEqualTo(first.installation());
        assertThat(second.root()).isEqualTo(MerkleTree.hex(head(line).leaf()));
        assertThat(List.of(first, second)).allSatisfy(seal -> {
            assertThat(seal.isIntact()).isTrue();
            assertThat(seal.isSigned()).isTrue();
            assertThat(seal.publicKey()).isEqualTo(bench.key.publicKey());
        });
    }

    @Test
    void withoutAnythingToSealThereIsNoSeal() {
        assertThat(bench.seal()).isEmpty();
        bench.line(1);
        assertThat(bench.seal()).isPresent();
        assertThat(bench.seal()).isEmpty();
    }

    @Test
    void toFindNothingToSealIsThreeQueries() {
        var log = new SealLog(bench.log);
        Function<EntityManager, Optional<Seal>> seal = entities ->
                new LedgerDesk(new JpaSeals(entities), new JpaChain(entities), bench.key, log, bench.clock).seal();
        database.doInTransaction(entities -> LedgerBench.ledger(entities, bench.clock)
                .record(bench.entry(UUID.randomUUID(), Act.LOGGED_IN, LedgerBench.TOM, "here")));
        assertThat(Stream.generate(() -> database.inTransaction(seal)).takeWhile(Optional::isPresent))
                .isNotEmpty();
        var before = database.statements().size();

        assertThat(database.inTransaction(seal)).isEmpty();

        assertThat(database.statements().subList(before, database.statements().size()))
                .hasSize(3);
    }

    @Test
    void aSealCoversAThousandLinesAndTheNextOnesTheOthers() {
        bench.doInTransaction(entities -> {
            var ledger = LedgerBench.ledger(entities, bench.clock);
            for (var line = 0; line < 1100; line++) {
                ledger.record(bench.entry(UUID.randomUUID(), Act.ITEM_SUBMITTED, LedgerBench.TOM, "PENDING"));
            }
        });

        assertThat(bench.seal().orElseThrow().heads()).isEqualTo(1000);
        assertThat(bench.seal().orElseThrow().heads()).isEqualTo(100);
        assertThat(bench.seal()).isEmpty();
        assertThat(bench.verify().findings()).isEmpty();
    }

    @Test
    void whoeverSealsDoesNotWaitForWhoeverWrites() {
        var busy = bench.line(1);
        var idle = bench.line(1);

        bench.doInTransaction(entities -> {
            LedgerBench.ledger(entities, bench.clock)
                    .record(bench.entry(busy, Act.VOTE_CAST, LedgerBench.MARIA, "vote"));
            assertThat(bench.seal().orElseThrow().root())
                    .isEqualTo(MerkleTree.hex(head(idle).leaf()));
            assertThat(bench.seal()).isEmpty();
        });

        assertThat(bench.seal().orElseThrow().root())
                .isEqualTo(MerkleTree.hex(head(busy).leaf()));
        assertThat(bench.verify().isClean()).isTrue();
    }

    @Test
    void severalProcessesSealOneChainAndEachLogBecomesComplete(@TempDir Path elsewhere) throws Exception {
        var other = bench.elsewhere(elsewhere);
        var benches = List.of(bench, other, bench, other);
        var together = new CyclicBarrier(benches.size());
        for (var line = 0; line < 20; line++) {
            bench.line(1);
        }

        inParallel(benches.stream()
                .map(mine -> (Callable<Boolean>) () -> {
                    together.await();
                    for (var turn = 0; turn < 10; turn++) {
                        mine.line(1);
                        mine.seal();
                    }
                    return true;
                })
                .toList());
        benches.forEach(LedgerBench::sealAll);

        var report = bench.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.lines()).isEqualTo(60);
        assertThat(report.witnessed()).isEqualTo(report.seals());
        assertThat(other.verify().witnessed()).isEqualTo(report.seals());
        assertThat(report.keys()).hasSize(2);
        assertThat(numbers(bench.log)).isEqualTo(numbers(other.log));
        assertThat(numbers(bench.log))
                .isEqualTo(LongStream.rangeClosed(1, report.seals()).boxed().toList());
    }

    @Test
    void anotherProcessMayMakeTheFirstSealWhileThisOneLooks(@TempDir Path elsewhere) {
        var other = bench.elsewhere(elsewhere);
        bench.line(1);

        var seal = bench.inTransaction(entities -> {
            var seals = new JpaSeals(entities) {
                @Override
                UUID installation() {
                    var read = super.installation();
                    other.seal();
                    return read;
                }
            };
            return new LedgerDesk(seals, new JpaChain(entities), bench.key, new SealLog(bench.log), bench.clock).seal();
        });

        assertThat(seal).isEmpty();
        assertThat(numbers(bench.log)).containsExactly(1L);
    }

    @Test
    void theSealLogIsForItsOwnerOnlyAndHoldsEachSealInALine() throws IOException {
        bench.line(1);
        var seal = bench.seal().orElseThrow();
        assertThat(bench.log).doesNotExist();
        bench.seal();

        assertThat(Files.readString(bench.log)).isEqualTo(SealText.write(seal) + "\n");
        for (var file : List.of(bench.log, data.resolve("ledger.key"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatACrashLeftOfALineIsCutBeforeTheNext() throws IOException {
        bench.line(1);
        bench.sealAll();
        var whole = Files.readString(bench.log);
        Files.writeString(bench.log, whole + whole.substring(0, 100));
        assertThat(bench.verify().findings()).isEmpty();

        bench.line(1);
        bench.sealAll();

        assertThat(numbers(bench.log)).containsExactly(1L, 2L);
        assertThat(Files.readString(bench.log)).startsWith(whole).hasLineCount(2);
        assertThat(bench.verify().witnessed()).isEqualTo(2);
    }

    @Test
    void aLogThatIsMissingIsWrittenAnew() throws IOException {
        bench.line(1);
        bench.sealAll();
        var whole = Files.readString(bench.log);
        Files.delete(bench.log);
        assertThat(bench.verify().witnessed()).isZero();

        bench.sealAll();

        assertThat(Files.readString(bench.log)).isEqualTo(whole);
    }

    @Test
    void withoutItsLogAndItsKeyNothingIsSealed() throws IOException {
        bench.line(1);
        bench.sealAll();
        bench.line(1);
        bench.seal();
        Files.delete(bench.log);
        Files.createDirectory(bench.log);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(bench::seal)
                .withMessageContaining("ledger-seals.log");

        Files.delete(bench.log);
        Files.writeString(data.resolve("ledger.key"), "no key\n");
        bench.line(1);
        assertThatIllegalStateException()
                .isThrownBy(bench::seal)
                .withMessageContaining("ledger.key does not hold a key");
        assertThat(bench.verify().isClean()).isTrue();
    }

    private Head head(UUID line) {
        return bench.inTransaction(
                entities -> new JpaChain(entities).end(line).orElseThrow().head());
    }

    private static List<Long> numbers(Path log) {
        var numbers = new ArrayList<Long>();
        new SealLog(log).forEach(line -> numbers.add(line.orElseThrow().number()));
        return numbers;
    }

    private static <T> void inParallel(List<Callable<T>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
