package dev.rushlight.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.Author;
import dev.rushlight.ledger.CertificateReport;
import dev.rushlight.ledger.CertificateVerifier;
import dev.rushlight.ledger.ExportFormat;
import dev.rushlight.ledger.LedgerBench;
import dev.rushlight.ledger.LedgerCursor;
import dev.rushlight.ledger.LedgerEntry;
import dev.rushlight.ledger.LedgerFilter;
import dev.rushlight.ledger.NoSuchEntry;
import dev.rushlight.ledger.WrittenEntry;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class AuditTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Identity ADMIN =
            new Identity(new PersonId(UUID.randomUUID()), "root", "The admin", Role.ADMIN);
    private static final Identity LEAD = new Identity(new PersonId(UUID.randomUUID()), "lena", "Lena", Role.LEAD);

    private static final Author MARIA = new Author(UUID.randomUUID(), "maria", "Maria", "REVIEWER");
    private static final Author TOM = new Author(UUID.randomUUID(), "tom", "Tom", "REVIEWER");

    @Parameter
    private Database database;

    @TempDir
    private Path data;

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private LedgerBench bench;

    @BeforeEach
    void oneActASecond() {
        bench = new LedgerBench(database, data);
        for (var second = 0; second < 12; second++) {
            record(
                    second % 3 == 0 ? other : one,
                    second % 4 == 0 ? Act.DECIDED : Act.VOTE_CAST,
                    second % 2 == 0 ? MARIA : TOM,
                    "act " + second);
        }
    }

    @Test
    void pagesGoOnWhereTheOneBeforeEnded() {
        var newest = all(before -> pages(pages -> pages.newestFirst(ADMIN, LedgerFilter.everything(), before, 5)));

        assertThat(newest).isEqualTo(acts(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
    }

    @Test
    void whatHappenedAtOnceIsNeitherTwiceNorLost() {
        bench.inTransaction(entities -> {
            var ledger = LedgerBench.ledger(entities, Clock.fixed(START, ZoneOffset.UTC));
            for (var act = 12; act < 20; act++) {
                ledger.record(entry(one, Act.STROKES_ADDED, TOM, "act " + act));
            }
            return true;
        });

        assertThat(all(before -> pages(pages -> pages.newestFirst(ADMIN, LedgerFilter.everything(), before, 3))))
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    @Test
    void filtersNarrowWhatIsRead() {
        assertThat(read(LedgerFilter.everything().ofLine(other))).isEqualTo(acts(9, 6, 3, 0));
        assertThat(read(LedgerFilter.everything().by(TOM.id()))).isEqualTo(acts(11, 9, 7, 5, 3, 1));
        assertThat(read(LedgerFilter.everything().of(Act.DECIDED))).isEqualTo(acts(8, 4, 0));
        assertThat(read(LedgerFilter.everything().between(START.plusSeconds(3), START.plusSeconds(6))))
                .isEqualTo(acts(5, 4, 3));
        assertThat(read(LedgerFilter.everything()
                        .ofLine(one)
                        .by(MARIA.id())
                        .of(Act.DECIDED)
                        .between(START, START.plusSeconds(8))))
                .isEqualTo(acts(4));
        assertThat(read(LedgerFilter.everything().of(Act.PURGED))).isEmpty();
    }

    @Test
    void aPageHasALimit() {
        for (var act = 12; act < 520; act++) {
            record(one, Act.VOTE_CAST, TOM, "act " + act);
        }

        List<WrittenEntry> page =
                pages(pages -> pages.newestFirst(ADMIN, LedgerFilter.everything(), Optional.empty(), 10_000));

        assertThat(page).hasSize(LedgerPages.LARGEST_PAGE);
        assertThat(exported(ADMIN, LedgerFilter.everything(), ExportFormat.CSV).lines())
                .hasSize(521);
    }

    @Test
    void anExportIsTheWholeStory() {
        try (var reader = Json.createReader(
                new StringReader(exported(ADMIN, LedgerFilter.everything().ofLine(other), ExportFormat.JSON)))) {
            assertThat(reader.readArray().getValuesAs(JsonObject.class))
                    .extracting(entry -> entry.getString("after"))
                    .isEqualTo(acts(9, 6, 3, 0));
        }
    }

    @Test
    void anAdministratorHasTheLedgerChecked() {
        bench.sealAll();

        assertThat(desk(desk -> desk.verify(ADMIN)).entries()).isEqualTo(12);
        assertThat(desk(desk -> desk.verifyLine(ADMIN, other)).entries()).isEqualTo(4);
    }

    @Test
    void theNewestDecisionIsCertifiedAlthoughNothingWasSealedYet() {
        var report = certified(one);

        assertThat(report.isValid()).isTrue();
        assertThat(report.entry().orElseThrow().act()).isEqualTo(Act.DECIDED.name());
        assertThat(report.entry().orElseThrow().after()).isEqualTo(acts(8).get(0));
    }

    @Test
    void theLastActIsCertifiedWhileNothingIsDecided() {
        var undecided = UUID.randomUUID();
        record(undecided, Act.VOTE_CAST, TOM, "a vote");
        record(undecided, Act.VOTE_CAST, MARIA, "another");

        assertThat(certified(undecided).entry().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void whatWasNeverDoneIsNotCertified() {
        assertThatExceptionOfType(NoSuchEntry.class).isThrownBy(() -> certified(UUID.randomUUID()));
    }

    @Test
    void nobodyElseSeesAnything() {
        var nowhere = OutputStream.nullOutputStream();
        refused(() -> pages(pages -> pages.newestFirst(LEAD, LedgerFilter.everything(), Optional.empty(), 1)));
        refused(() -> exported(LEAD, LedgerFilter.everything(), ExportFormat.CSV));
        refused(() -> desk(desk -> desk.verify(LEAD)));
        refused(() -> desk(desk -> desk.verifyLine(LEAD, one)));
        refused(() -> desk(desk -> {
            desk.certify(LEAD, one, nowhere);
            return true;
        }));
        refused(() -> desk(desk -> desk.keyFingerprint(LEAD)));
    }

    private CertificateReport certified(UUID line) {
        var out = new ByteArrayOutputStream();
        var key = desk(desk -> {
            desk.certify(ADMIN, line, out);
            return desk.keyFingerprint(ADMIN);
        });
        return new CertificateVerifier(Set.of(key)).verify(new ByteArrayInputStream(out.toByteArray()));
    }

    private static void refused(ThrowingCallable act) {
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(act);
    }

    private void record(UUID line, Act act, Author author, String after) {
        bench.record(entry(line, act, author, after));
        bench.advance(Duration.ofSeconds(1));
    }

    private static LedgerEntry entry(UUID line, Act act, Author author, String after) {
        return new LedgerEntry(
                line,
                act,
                author,
                Optional.empty(),
                JsonObject.EMPTY_JSON_OBJECT,
                Json.createObjectBuilder().add("now", after).build(),
                Optional.empty());
    }

    private List<String> read(LedgerFilter filter) {
        return all(before -> pages(pages -> pages.newestFirst(ADMIN, filter, before, 2)));
    }

    private static List<String> all(Function<Optional<LedgerCursor>, List<WrittenEntry>> page) {
        var all = new ArrayList<String>();
        for (var entries = page.apply(Optional.empty());
                !entries.isEmpty();
                entries = page.apply(Optional.of(entries.get(entries.size() - 1).cursor()))) {
            entries.forEach(entry -> all.add(entry.after()));
        }
        return all;
    }

    private String exported(Identity admin, LedgerFilter filter, ExportFormat format) {
        var out = new ByteArrayOutputStream();
        pages(pages -> {
            try {
                return new LedgerExport(pages).write(admin, filter, format, out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return out.toString(UTF_8);
    }

    private <T> T pages(Function<LedgerPages, T> work) {
        return bench.inTransaction(entities -> work.apply(new LedgerPages(LedgerBench.book(entities))));
    }

    private <T> T desk(Function<AuditDesk, T> work) {
        return bench.inTransaction(
                entities -> work.apply(new AuditDesk(bench.desk(entities), LedgerBench.book(entities))));
    }

    private static List<String> acts(int... numbers) {
        return IntStream.of(numbers).mapToObj("{\"now\":\"act %d\"}"::formatted).toList();
    }
}
