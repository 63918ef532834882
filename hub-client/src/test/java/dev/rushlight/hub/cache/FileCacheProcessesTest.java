package dev.rushlight.hub.cache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCacheProcessesTest {

    private static final int PROCESSES = 3;
    private static final int ROUNDS = 100;
    private static final int KEYS = 6;
    private static final int MOST = 4;
    private static final int CHARACTERS = 200_000;

    @TempDir
    Path temporary;

    @Test
    void processesThatShareADirectoryNeverReadATornValueAndKeepItsBound() throws Exception {
        var directory = temporary.resolve("cache");
        var processes = new ArrayList<Process>();
        try {
            for (var i = 0; i < PROCESSES; i++) {
                processes.add(start(directory, i));
            }
            for (var process : processes) {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(output(process)).isEqualTo("torn values 0, torn files 0, read some");
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        var cache = FileCache.in(directory, MOST, Duration.ofDays(1));
        cache.put("Task/last", JsonObject.EMPTY_JSON_OBJECT);
        assertThat(cache.keys()).hasSize(MOST).contains("Task/last");
        try (var files = Files.list(directory)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("unfinished-"));
        }
    }

    private static Process start(Path directory, int number) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sharer.class.getName(),
                        directory.toString(),
                        String.valueOf(number)))
                .redirectErrorStream(true)
                .start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** One of the processes: writes and reads the same few keys as the others, and waits for them before it begins. */
    static final class Sharer {

        private Sharer() {}

        public static void main(String[] arguments) throws IOException {
            var directory = Path.of(arguments[0]);
            var cache = FileCache.in(directory, MOST, Duration.ofDays(1));
            meet(directory, arguments[1]);
            var torn = 0;
            var read = 0;
            var tornFiles = 0;
            for (var round = 0; round < ROUNDS; round++) {
                cache.put("Task/" + round % KEYS, value((char) ('a' + (round + Integer.parseInt(arguments[1])) % 26)));
                for (var key = 0; key < KEYS; key++) {
                    tornFiles += isTornFile(directory, "Task/" + key) ? 1 : 0;
                }
                var found = cache.get("Task/" + (round + 1) % KEYS);
                read += found.isPresent() ? 1 : 0;
                torn += found.isPresent() && !isWhole(found.get()) ? 1 : 0;
            }
            System.out.printf("torn values %d, torn files %d, read %s", torn, tornFiles, read > 0 ? "some" : "none");
        }

        /** A value file is whole at any moment, also when the cache would hide that it is not. */
        private static boolean isTornFile(Path directory, String key) throws IOException {
            try {
                return !Files.readString(directory.resolve(Sha256.hex(key) + ".json"))
                        .endsWith("}}");
            } catch (NoSuchFileException e) {
                return false;
            }
        }

        private static void meet(Path directory, String number) throws IOException {
            var meeting = Files.createDirectories(directory.resolveSibling("meeting"));
            Files.createFile(meeting.resolve(number));
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (arrived(meeting) < PROCESSES && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
        }

        private static long arrived(Path meeting) throws IOException {
            try (var files = Files.list(meeting)) {
                return files.count();
            }
        }

        private static JsonObject value(char letter) {
            return Json.createObjectBuilder()
                    .add("letter", String.valueOf(letter))
                    .add("text", String.valueOf(letter).repeat(CHARACTERS))
                    .build();
        }

        private static boolean isWhole(JsonObject value) {
            return value.getString("text").equals(value.getString("letter").repeat(CHARACTERS));
        }
    }
}
