package dev.rushlight.hub.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.hub.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCacheTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final JsonObject COMP =
            JsonText.parseObject("{\"__entity_type__\":\"Task\",\"id\":\"1\",\"name\":\"cömp 🎬\"}");

    @TempDir
    Path temporary;

    private Path directory;
    private FileCache cache;

    @BeforeEach
    void open() {
        directory = temporary.resolve("studio/cache");
        cache = FileCache.in(directory);
    }

    @Test
    void whatIsPutIsThereForTheNextSession() {
        cache.put("Task/1", COMP);
        cache.close();

        assertThat(cache.get("Task/1")).isEmpty();
        assertThat(FileCache.in(directory).get("Task/1")).contains(COMP);
        assertThat(FileCache.in(directory).keys()).containsExactly("Task/1");
    }

    @Test
    void whatMayBeOfAnyAgeStaysForEver() {
        var eternal = FileCache.in(directory, 10, Duration.ofSeconds(Long.MAX_VALUE));
        eternal.put("Task/1", COMP);
        assertThat(eternal.get("Task/1")).contains(COMP);
    }

    @Test
    void aNewValueReplacesTheOldAndLeavesNothingElseBehind() throws IOException {
        cache.put("Task/1", COMP);
        cache.put("Task/1", JsonObject.EMPTY_JSON_OBJECT);

        assertThat(cache.get("Task/1")).contains(JsonObject.EMPTY_JSON_OBJECT);
        assertThat(files()).containsExactly(fileOf("Task/1").getFileName().toString());
    }

    @Test
    void aFileIsNamedByTheHashOfItsKeyAndSaysItsVersion() throws IOException {
        cache.put("Task/1", COMP);
        assertThat(Files.readString(directory.resolve(Sha256.hex("Task/1") + ".json")))
                .isEqualTo("{\"version\":1,\"key\":\"Task/1\",\"entity\":" + COMP + "}");
    }

    @Test
    void removedAndClearedEntitiesAreGoneFromTheDirectory() throws IOException {
        cache.put("Task/1", COMP);
        cache.put("Task/2", COMP);
        cache.put("Task/3", COMP);

        cache.remove("Task/1");
        assertThat(cache.keys()).containsExactlyInAnyOrder("Task/2", "Task/3");

        cache.clear();
        assertThat(cache.keys()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void clearingLeavesForeignFilesAlone() throws IOException {
        cache.put("Task/1", COMP);
        Files.writeString(directory.resolve("notes.json"), "mine");
        cache.clear();
        assertThat(files()).containsExactly("notes.json");
    }

    @Test
    void anUnknownEntityIsAbsentEvenWithoutADirectory() {
        assertThat(cache.get("Task/1")).isEmpty();
        assertThat(cache.keys()).isEmpty();
        cache.remove("Task/1");
        cache.clear();
        assertThat(directory).doesNotExist();
    }

    @Test
    void aDirectoryThatDisappearsIsMadeAgain() throws IOException {
        cache.put("Task/1", COMP);
        Files.delete(fileOf("Task/1"));
        Files.delete(directory);

        cache.put("Task/2", COMP);

        assertThat(cache.get("Task/2")).contains(COMP);
    }

    @Test
    void directoryAndFilesAreTheirOwnersAlone() throws IOException {
        cache.put("Task/1", COMP);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fileOf("Task/1"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{\"version\":1,\"key\":\"Task/1\",\"entity\":{\"id\":\"1\"",
                "{\"version\":1,\"key\":\"Task/1\",\"entity\":{}} {}",
                "{\"version\":2,\"key\":\"Task/1\",\"entity\":{}}",
                "{\"version\":0,\"key\":\"Task/1\",\"entity\":{}}",
                "{\"version\":\"1\",\"key\":\"Task/1\",\"entity\":{}}",
                "{\"version\":4294967297,\"key\":\"Task/1\",\"entity\":{}}",
                "{\"key\":\"Task/1\",\"entity\":{}}",
                "{\"version\":1,\"key\":\"Task/2\",\"entity\":{}}",
                "{\"version\":1,\"key\":1,\"entity\":{}}",
                "{\"version\":1,\"entity\":{}}",
                "{\"version\":1,\"key\":\"Task/1\"}",
                "{\"version\":1,\"key\":\"Task/1\",\"entity\":[]}",
                "{\"version\":1,\"key\":\"Task/1\",\"entity\":null}"
            })
    void aFileThatIsNotWholeOrNotOursCountsAsNoneAndIsReplaced(String text) throws IOException {
        cache.put("Task/1", JsonObject.EMPTY_JSON_OBJECT);
        Files.writeString(fileOf("Task/1"), text);

        assertThat(cache.get("Task/1")).isEmpty();
        assertThat(cache.keys()).isEmpty();

        cache.put("Task/1", COMP);
        assertThat(cache.get("Task/1")).contains(COMP);
    }

    @Test
    void aFileThatIsNotTextCountsAsNone() throws IOException {
        cache.put("Task/1", COMP);
        var bytes = Files.readAllBytes(fileOf("Task/1"));
        bytes[bytes.length - 8] = (byte) 0xff;
        Files.write(fileOf("Task/1"), bytes);
        assertThat(cache.get("Task/1")).isEmpty();
    }

    @Test
    void aFileNestedTooDeepCountsAsNone() throws IOException {
        cache.put("Task/1", COMP);
        Files.writeString(
                fileOf("Task/1"),
                "{\"version\":1,\"key\":\"Task/1\",\"entity\":{\"a\":" + "[".repeat(50_000) + "]".repeat(50_000)
                        + "}}");
        assertThat(cache.get("Task/1")).isEmpty();
    }

    @Test
    void aHugeFileIsNotEvenRead() throws IOException {
        cache.put("Task/1", COMP);
        try (var file = FileChannel.open(fileOf("Task/1"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {0}), 1L << 32);
        }
        assertThat(cache.get("Task/1")).isEmpty();
    }

    @Test
    void aDirectoryInPlaceOfAFileCountsAsNone() throws IOException {
        Files.createDirectories(fileOf("Task/1").resolve("inside"));
        assertThat(cache.get("Task/1")).isEmpty();
        assertThatCode(() -> cache.put("Task/1", COMP)).doesNotThrowAnyException();
        assertThat(cache.get("Task/1")).isEmpty();
    }

    @Test
    void anEntityTooLargeToBeReadBackIsForgottenNotKeptInItsOldForm() {
        cache.put("Task/1", COMP);
        cache.put(
                "Task/1",
                Json.createObjectBuilder().add("note", "x".repeat(1 << 20)).build());
        assertThat(cache.get("Task/1")).isEmpty();
    }

    @Test
    void aTextThatIsNotWholeIsForgottenNotChanged() {
        cache.put("Task/1", COMP);
        cache.put("Task/1", Json.createObjectBuilder().add("name", "\uD83C").build());
        assertThat(cache.get("Task/1")).isEmpty();
    }

    @Test
    void aPlaceWhereNoDirectoryCanBeIsACacheOfNothing() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "not a directory");
        var nowhere = FileCache.in(file.resolve("cache"));

        assertThatCode(() -> nowhere.put("Task/1", COMP)).doesNotThrowAnyException();

        assertThat(nowhere.get("Task/1")).isEmpty();
        assertThat(nowhere.keys()).isEmpty();
        assertThatCode(nowhere::clear).doesNotThrowAnyException();
        assertThat(file).hasContent("not a directory");
    }

    /** A directory that is not empty cannot be replaced by a file, nor deleted: the same as one that is read-only. */
    @Test
    void aValueThatCanNeitherBeReplacedNorDeletedMakesTheWholeCacheSilent() throws IOException {
        cache.put("Task/2", COMP);
        Files.createDirectories(fileOf("Task/1").resolve("inside"));

        cache.put("Task/1", COMP);

        assertThat(cache.get("Task/2")).isEmpty();
        assertThat(cache.keys()).isEmpty();
        assertThat(FileCache.in(directory).get("Task/2")).contains(COMP);
    }

    @Test
    void ofTooManyTheOldestGo() throws IOException {
        var small = FileCache.in(directory, 3, A_DAY);
        for (var i = 1; i <= 6; i++) {
            small.put("Task/" + i, COMP);
            Files.setLastModifiedTime(
                    fileOf("Task/" + i), FileTime.from(Instant.now().minusSeconds(100 - i)));
        }
        assertThat(small.keys()).containsExactlyInAnyOrder("Task/4", "Task/5", "Task/6");
    }

    @Test
    void roomIsMadeOnlyFromTimeToTime() throws IOException {
        var cacheOf32 = FileCache.in(directory, 32, A_DAY);
        var most = 0;
        for (var i = 0; i < 200; i++) {
            cacheOf32.put("Task/" + i, COMP);
            most = Math.max(most, cacheOf32.keys().size());
        }
        assertThat(most).isBetween(33, 32 + 2);
    }

    @Test
    void whatIsTooOldCountsAsNoneAndIsSweptAway() throws IOException {
        var today = new FileCache(directory, 1, A_DAY, Clock.fixed(NOON, ZoneOffset.UTC));
        today.put("Task/1", COMP);
        Files.setLastModifiedTime(fileOf("Task/1"), FileTime.from(NOON.minus(A_DAY)));
        assertThat(today.get("Task/1")).contains(COMP);

        Files.setLastModifiedTime(
                fileOf("Task/1"), FileTime.from(NOON.minus(A_DAY).minusSeconds(1)));
        assertThat(today.get("Task/1")).isEmpty();

        today.put("Task/2", COMP);
        assertThat(fileOf("Task/1")).doesNotExist();
    }

    @Test
    void whatAProcessThatDiedLeftUnfinishedIsSweptAwayAfterAnHour() throws IOException {
        var small = new FileCache(directory, 1, A_DAY, Clock.fixed(NOON, ZoneOffset.UTC));
        small.put("Task/1", COMP);
        var abandoned = Files.writeString(directory.resolve("unfinished-1.tmp"), "{\"ver");
        var inTheMaking = Files.writeString(directory.resolve("unfinished-2.tmp"), "{\"ver");
        Files.setLastModifiedTime(abandoned, FileTime.from(NOON.minusSeconds(3_601)));
        Files.setLastModifiedTime(inTheMaking, FileTime.from(NOON.minusSeconds(3_599)));

        small.put("Task/2", COMP);

        assertThat(abandoned).doesNotExist();
        assertThat(inTheMaking).exists();
    }

    @Test
    void whileAnotherSweepsItOnlyWrites() throws IOException {
        var small = FileCache.in(directory, 1, A_DAY);
        small.put("Task/1", COMP);
        try (var channel = FileChannel.open(directory.resolve("sweep.lock"), StandardOpenOption.WRITE)) {
            var lock = channel.lock();
            small.put("Task/2", COMP);
            small.put("Task/3", COMP);
            assertThat(small.keys()).hasSize(3);
            lock.release();
        }

        small.put("Task/4", COMP);

        assertThat(small.keys()).hasSize(1);
    }

    @Test
    void manyThreadsMayUseItAtOnce() {
        var small = FileCache.in(directory, 8, A_DAY);
        IntStream.range(0, 800).parallel().forEach(i -> {
            var key = "Task/" + i % 16;
            small.put(key, Json.createObjectBuilder().add("id", i % 16).build());
            small.get(key).ifPresent(found -> assertThat(found.getInt("id")).isEqualTo(i % 16));
            small.remove("Task/" + (i + 3) % 16);
        });
        small.put("Task/last", COMP);
        assertThat(small.keys()).hasSizeLessThanOrEqualTo(8).contains("Task/last");
    }

    @Test
    void boundsThatKeepNothingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FileCache.in(directory, 0, A_DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> FileCache.in(directory, 1, Duration.ZERO));
    }

    private Path fileOf(String key) {
        return directory.resolve(Sha256.hex(key) + ".json");
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("sweep.lock"))
                    .toList();
        }
    }
}
