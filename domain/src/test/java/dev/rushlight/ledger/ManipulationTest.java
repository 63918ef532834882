package dev.rushlight.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody does at the database itself shows, whatever it is. */
@ParameterizedClass
@EnumSource(Database.class)
class ManipulationTest {

    @Parameter
    private Database database;

    @TempDir
    private Path data;

    private LedgerBench bench;
    private UUID line;

    @BeforeEach
    void fiveSealedEntriesBetweenOtherLines() {
        bench = new LedgerBench(database, data);
        bench.line(3);
        line = bench.line(5);
        bench.line(3);
        bench.sealAll();
    }

    @Test
    void anUntouchedLedgerIsClean() {
        var report = bench.verify();

        assertThat(report.isClean()).isTrue();
        assertThat(report.findings()).isEmpty();
        assertThat(report.lines()).isEqualTo(3);
        assertThat(report.entries()).isEqualTo(11);
        assertThat(report.seals()).isEqualTo(1);
        assertThat(report.witnessed()).isEqualTo(1);
        assertThat(report.keys()).containsExactly(SealKey.fingerprint(bench.key.publicKey()));
    }

    @Test
    void anEmptyLedgerIsClean() {
        var empty = new LedgerBench(database, data.resolve("empty"));

        assertThat(empty.verify()).isEqualTo(new LedgerReport(0, 0, 0, 0, Set.of(), List.of(), 0));
        assertThat(empty.verifyLine(line).isClean()).isTrue();
    }

    @Test
    void whatWaitsForASealIsToldAndIsNoFault() {
        bench.append(line, 2);
        bench.line(1);

        var report = bench.verify();

        assertThat(report.isClean()).isTrue();
        assertThat(report.findings())
                .containsExactly(new Finding(
                        Kind.UNSEALED,
                        Optional.empty(),
                        OptionalLong.empty(),
                        "Entries that wait for the next seal: 3, in 2 lines"));
    }

    /** A column of an entry and what somebody writes into it. */
    private record Change(String column, Object value) {}

    private static Stream<Change> everyColumn() {
        return Stream.of(
                new Change("id", 999_999_999L),
                new Change("written_at", OffsetDateTime.of(2026, 11, 23, 12, 0, 0, 1000, ZoneOffset.UTC)),
                new Change("act", "NOTHING_KNOWN"),
                new Change("actor_id", UUID.randomUUID()),
                new Change("actor_username", "eve"),
                new Change("actor_display_name", "Maria Sanchez"),
                new Change("actor_role", "ADMIN"),
                new Change("reason", ""),
                new Change("before_json", "{ }"),
                new Change("after_json", "{\"now\":\"another state\"}"),
                new Change("cause_event_id", "event"),
                new Change("previous_hash", "1".repeat(64)),
                new Change("hash", "1".repeat(64)));
    }

    @Test
    void aChangeInAnyColumnIsFoundAndNamed() {
        everyColumn().forEach(change -> {
            var mine = bench.line(3);
            bench.sealAll();

            changeEntry(mine, 2, change.column(), change.value());

            assertThat(bench.verifyLine(mine).findings())
                    .as(change.column())
                    .containsExactly(found(Kind.MANIPULATED, mine, 2, "Entry 2 of line %s was changed"));
        });
        assertThat(bench.verify().findings()).hasSize((int) everyColumn().count());
    }

    @Test
    void whatWasThereAndIsTakenAwayIsFoundToo() {
        bench.sql("update review.ledger_entry set reason = null where line = ? and number = 5", line);
        bench.sql("update review.ledger_entry set cause_event_id = null where line = ? and number = 1", line);

        assertThat(bench.verify().findings())
                .extracting(Finding::kind, finding -> finding.number().orElseThrow())
                .containsExactly(tuple(Kind.MANIPULATED, 1L), tuple(Kind.MANIPULATED, 5L));
    }

    @Test
    void anEntryThatWasHashedAnewDoesNotFitTheOneBehindIt() {
        changeEntry(line, 3, "actor_username", "tom");
        rehash(line, 3);

        assertThat(bench.verify().findings())
                .containsExactly(found(
                        Kind.MANIPULATED,
                        line,
                        3,
                        "Entry 3 of line %s is not the one behind which entry 4 was written"));
    }

    @Test
    void aLastEntryThatWasHashedAnewDoesNotFitItsLinesEnd() {
        changeEntry(line, 5, "actor_username", "tom");
        rehash(line, 5);

        assertThat(bench.verify().findings())
                .containsExactly(
                        found(Kind.FORKED, line, 5, "Entry 5 of line %s is not the one that seal 1 covers"),
                        found(
                                Kind.MANIPULATED,
                                line,
                                5,
                                "Entry 5 of line %s is not the one that the row with its end says"));
    }

    @Test
    void aDeletedEntryIsMissing() {
        bench.sql("delete from review.ledger_entry where line = ? and number in (2, 3)", line);

        assertThat(bench.verify().findings())
                .containsExactly(found(Kind.MISSING, line, 2, "Entries 2 to 3 of line %s: missing"));
    }

    @Test
    void aDeletedFirstEntryIsMissing() {
        bench.sql("delete from review.ledger_entry where line = ? and number = 1", line);

        assertThat(bench.verify().findings())
                .containsExactly(found(Kind.MISSING, line, 1, "Entry 1 of line %s: missing"));
    }

    @Test
    void aDeletedTailShowsInTheRowWithTheEnd() {
        bench.sql("delete from review.ledger_entry where line = ? and number > 3", line);

        assertThat(bench.verify().findings())
                .containsExactly(found(Kind.CUT_TAIL, line, 4, "Entries 4 to 5 of line %s: cut off"));
    }

    @Test
    void aDeletedTailShowsInTheSealWhenTheRowWithTheEndWasChanged() {
        bench.sql("delete from review.ledger_entry where line = ? and number > 3", line);
        endAt(line, 3);

        assertThat(bench.verify().findings())
                .containsExactly(found(
                        Kind.CUT_TAIL,
                        line,
                        4,
                        "Entries 4 to 5 of line %s: cut off, for seal 1 covers the line up to entry 5"));
    }

    @Test
    void aTailThatWasWrittenAnewIsAFork() {
        bench.sql("delete from review.ledger_entry where line = ? and number > 3", line);
        endAt(line, 3);
        bench.append(line, 4);

        assertThat(bench.verify().findings())
                .contains(found(Kind.FORKED, line, 5, "Entry 5 of line %s is not the one that seal 1 covers"));
    }

    @Test
    void twoSwappedEntriesAreNamedByTheirOldPlaces() {
        bench.sql("update review.ledger_entry set number = -2 where line = ? and number = 2", line);
        bench.sql("update review.ledger_entry set number = 2 where line = ? and number = 3", line);
        bench.sql("update review.ledger_entry set number = 3 where line = ? and number = -2", line);

        assertThat(bench.verify().findings())
                .containsExactly(
                        found(Kind.REORDERED, line, 2, "Entry 2 of line %s was written as entry 3"),
                        found(Kind.REORDERED, line, 3, "Entry 3 of line %s was written as entry 2"));
    }

    @Test
    void aDeletedEntryIsFoundThoughTheOthersWereNumberedAndHashedAnew() {
        bench.append(line, 1);
        bench.sealAll();
        bench.sql("delete from review.ledger_entry where line = ? and number = 2", line);
        for (var number = 3; number <= 6; number++) {
            bench.sql(
                    "update review.ledger_entry set number = ? where line = ? and number = ?",
                    number - 1,
                    line,
                    number);
            rehash(line, number - 1);
        }
        endAt(line, 5);

        assertThat(bench.verify().findings())
                .containsExactly(
                        found(Kind.FORKED, line, 5, "Entry 5 of line %s is not the one that seal 1 covers"),
                        found(
                                Kind.CUT_TAIL,
                                line,
                                6,
                                "Entry 6 of line %s: cut off, for seal 2 covers the line up to entry 6"));
    }

    @Test
    void aLineOfWhichNothingIsLeftIsMissing() {
        bench.sql("delete from review.ledger_entry where line = ?", line);
        bench.sql("delete from review.ledger_head where line = ?", line);

        assertThat(bench.verify().findings())
                .containsExactly(found(
                        Kind.MISSING,
                        line,
                        1,
                        "Entries 1 to 5 of line %s: cut off, for seal 1 covers the line up to entry 5"));
        assertThat(bench.verifyLine(line).findings()).hasSize(1);
    }

    @Test
    void aLineOfWhichOnlyTheEndIsLeftIsMissing() {
        bench.sql("delete from review.ledger_entry where line = ?", line);

        assertThat(bench.verify().findings())
                .containsExactly(found(Kind.MISSING, line, 1, "All entries of line %s are missing, up to entry 5"));
    }

    @Test
    void aMissingEndOfALineIsFound() {
        bench.sql("delete from review.ledger_head where line = ?", line);

        assertThat(bench.verify().findings())
                .containsExactly(found(Kind.MISSING, line, 5, "The row with the end of line %s is missing"));
    }

    @Test
    void anEntryThatWasMovedToAnotherLineIsMissedHereAndStrangeThere() {
        var stranger = UUID.randomUUID();
        changeEntry(line, 5, "line", stranger);

        assertThat(bench.verify().findings())
                .extracting(Finding::kind, finding -> finding.line().orElseThrow())
                .contains(tuple(Kind.CUT_TAIL, line), tuple(Kind.MANIPULATED, stranger));
    }

    @Test
    void anEntryThatNobodyWroteIsFound() {
        bench.sql(
                "insert into review.ledger_entry select id + 1000000, line, number + 1, written_at, act, actor_id,"
                        + " actor_username, actor_display_name, actor_role, reason, before_json, after_json,"
                        + " cause_event_id, hash, hash from review.ledger_entry where line = ? and number = 5",
                line);

        assertThat(bench.verify().findings())
                .containsExactly(
                        found(Kind.MANIPULATED, line, 6, "Entry 6 of line %s was changed"),
                        found(
                                Kind.MANIPULATED,
                                line,
                                5,
                                "The row with the end of line %s says entry 5, and there is entry 6"));
    }

    @Test
    void anEntryThatIsMarkedAsSealedMustBeCovered() {
        bench.append(line, 1);
        bench.sql("update review.ledger_head set sealed = true where line = ?", line);

        assertThat(bench.verify().findings())
                .containsExactly(found(
                        Kind.SEAL_BROKEN,
                        line,
                        6,
                        "No seal covers line %s up to entry 6, though it is marked as sealed"));
    }

    @Test
    void aChangeInAnyColumnOfASealIsFound() {
        bench.append(line, 1);
        bench.sealAll();
        var changes = List.of(
                new Change(
                        "sealed_at",
                        Instant.parse("2026-11-23T12:00:00.000001Z").atOffset(ZoneOffset.UTC)),
                new Change("heads", 4),
                new Change("root", "1".repeat(64)),
                new Change("previous_hash", "1".repeat(64)),
                new Change("public_key", "MCowBQYDK2VwAyEA"),
                new Change("hash", "1".repeat(64)));
        for (var change : changes) {
            var old = bench.inTransaction(entities -> entities.createNativeQuery(
                            "select %s from review.ledger_seal where number = 1".formatted(change.column()))
                    .getSingleResult());
            bench.sql(
                    "update review.ledger_seal set %s = ? where number = 1".formatted(change.column()), change.value());

            assertThat(bench.verify().findings())
                    .as(change.column())
                    .contains(
                            new Finding(Kind.SEAL_BROKEN, Optional.empty(), OptionalLong.of(1), "Seal 1 was changed"));

            bench.sql("update review.ledger_seal set %s = ? where number = 1".formatted(change.column()), old);
        }
        assertThat(bench.verify().findings()).isEmpty();
    }

    @Test
    void aSealThatClaimsToCoverNothingIsFound() {
        bench.sql("update review.ledger_seal set heads = 0");
        bench.sql("delete from review.ledger_sealed_head");

        assertThat(bench.verify().findings())
                .contains(new Finding(Kind.SEAL_BROKEN, Optional.empty(), OptionalLong.of(1), "Seal 1 was changed"));
    }

    @Test
    void anotherNameOfTheInstallationIsFound() {
        for (var name : List.of(LedgerOrigin.NAMELESS, UUID.randomUUID())) {
            bench.sql("update review.ledger_origin set installation = ?", name);

            assertThat(bench.verify().findings())
                    .extracting(Finding::kind)
                    .containsExactly(Kind.SEAL_BROKEN, Kind.CUT_TAIL);
        }
    }

    @Test
    void aSignatureOfSomebodyElseIsFound() {
        var stranger = new SealKey(data.resolve("another.key"));
        bench.sql("update review.ledger_seal set signature = ?", stranger.sign(new byte[] {1, 2, 3}));

        assertThat(bench.verify().findings())
                .containsExactly(new Finding(
                        Kind.SEAL_BROKEN,
                        Optional.empty(),
                        OptionalLong.of(1),
                        "Seal 1 is not signed with the key that it names"));
    }

    @Test
    void aChangedHeadInASealIsFound() {
        for (var change : List.of(
                "number = number - 1",
                "hash = '%s'".formatted("1".repeat(64)),
                "line = '%s'".formatted(UUID.randomUUID()))) {
            bench = new LedgerBench(database, data.resolve(change.substring(0, 4)));
            line = bench.line(5);
            bench.sealAll();
            bench.sql("update review.ledger_sealed_head set %s where line = ?".formatted(change), line);

            assertThat(bench.verify().findings())
                    .as(change)
                    .contains(new Finding(
                            Kind.SEAL_BROKEN,
                            Optional.empty(),
                            OptionalLong.of(1),
                            "The heads that seal 1 covers were changed"));
        }
    }

    @Test
    void aSealTakenOutOfTheChainIsFound() {
        bench.append(line, 1);
        bench.sealAll();
        bench.append(line, 1);
        bench.sealAll();
        bench.sql("delete from review.ledger_sealed_head where seal = 2");
        bench.sql("delete from review.ledger_seal where number = 2");

        assertThat(bench.verify().findings())
                .containsExactly(
                        new Finding(
                                Kind.SEAL_BROKEN,
                                Optional.empty(),
                                OptionalLong.of(2),
                                "Seals are missing from 2 to 2"),
                        new Finding(
                                Kind.CUT_TAIL,
                                Optional.empty(),
                                OptionalLong.of(2),
                                "Seal 2 is in the seal log, but not in the database"));
    }

    @Test
    void theNewestSealsCannotBeCutOffWithWhatTheyCovered() {
        bench.append(line, 1);
        bench.sealAll();
        bench.sql("delete from review.ledger_sealed_head where seal = 2");
        bench.sql("delete from review.ledger_seal where number = 2");
        bench.sql("delete from review.ledger_entry where line = ? and number = 6", line);
        endAt(line, 5);

        assertThat(bench.verify().findings())
                .containsExactly(new Finding(
                        Kind.CUT_TAIL,
                        Optional.empty(),
                        OptionalLong.of(2),
                        "Seal 2 is in the seal log, but not in the database"));
    }

    @Test
    void aSealMadeInThePlaceOfOneThatWasCutOffIsFound() {
        bench.append(line, 1);
        bench.sealAll();
        bench.sql("delete from review.ledger_sealed_head where seal = 2");
        bench.sql("delete from review.ledger_seal where number = 2");
        bench.append(line, 1);
        bench.sealAll();

        assertThat(bench.verify().findings())
                .containsExactly(new Finding(
                        Kind.SEAL_BROKEN,
                        Optional.empty(),
                        OptionalLong.of(2),
                        "Seal 2 in the database is not the one in the seal log"));
    }

    @Test
    void aLedgerThatWasBegunAnewIsNotTheOneOfTheSealLog() {
        var installation = bench.seal().map(Seal::installation);
        assertThat(installation).isEmpty();
        for (var table : List.of("ledger_sealed_head", "ledger_seal", "ledger_entry", "ledger_head")) {
            bench.sql("delete from review." + table);
        }
        bench.sql("update review.ledger_origin set installation = ?", LedgerOrigin.NAMELESS);
        bench.line(1);
        bench.sealAll();

        assertThat(bench.verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.CUT_TAIL);
            assertThat(finding.sentence()).startsWith("The seal log holds seals of installation ");
        });
    }

    @Test
    void aSealLogThatWasChangedIsFound() throws IOException {
        Files.writeString(bench.log, Files.readString(bench.log).replace("\"heads\":3", "\"heads\":2") + "no seal\n");

        assertThat(bench.verify().findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "The seal log holds a line that is no seal",
                        "Seal 1 in the database is not the one in the seal log");
    }

    @Test
    void aHundredFindingsAreToldAndTheOthersCounted() {
        bench.append(line, 145);
        bench.sql("update review.ledger_entry set actor_username = 'nobody' where line = ?", line);

        var report = bench.verify();

        assertThat(report.findings().stream().filter(finding -> finding.kind().isFault()))
                .hasSize(100);
        assertThat(report.furtherFindings()).isEqualTo(50);
        assertThat(report.entries()).isEqualTo(156);
        assertThat(report.isClean()).isFalse();
    }

    private void changeEntry(UUID where, long number, String column, Object value) {
        assertThat(bench.sql(
                        "update review.ledger_entry set %s = ? where line = ? and number = ?".formatted(column),
                        value,
                        where,
                        number))
                .isEqualTo(1);
    }

    /** Gives an entry the hash that it would have had, behind the one that is before it now. */
    private void rehash(UUID where, long number) {
        var before = entry(where, number - 1);
        changeEntry(where, number, "previous_hash", before.hash());
        changeEntry(where, number, "hash", entry(where, number).computedHash());
    }

    private void endAt(UUID where, long number) {
        bench.sql(
                "update review.ledger_head set number = ?, hash = ? where line = ?",
                number,
                entry(where, number).hash(),
                where);
    }

    private WrittenEntry entry(UUID where, long number) {
        return bench.inTransaction(entities -> LedgerBench.book(entities).line(where, 100).stream()
                .filter(entry -> entry.number() == number)
                .findFirst()
                .orElseThrow());
    }

    private static Finding found(Kind kind, UUID line, long number, String sentence) {
        return new Finding(kind, Optional.of(line), OptionalLong.of(number), sentence.formatted(line));
    }
}
