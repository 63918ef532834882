package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.PythonJson;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cache of schemas, and what the Python client's gets wrong (wire-protocol, section 10, row 17). */
@Timeout(30)
class SchemaCacheTest {

    private static final URI SERVER = URI.create("https://studio.example");
    private static final JsonArray SCHEMAS =
            JsonText.parseArray("[{\"id\":\"Task\",\"name\":\"Tâche\",\"weight\":1.50}]");
    private static final JsonArray OTHERS = JsonText.parseArray("[{\"id\":\"Shot\"}]");

    @TempDir
    private Path directory;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void whatWasKeptIsTakenWhileTheHashIsTheServers() {
        assertThat(schemas(SERVER, SCHEMAS)).isEqualTo(SCHEMAS);
        assertThat(schemas(SERVER, SCHEMAS)).isEqualTo(SCHEMAS);
        assertThat(asked).hasValue(1);
        assertThat(schemas(SERVER, OTHERS)).isEqualTo(OTHERS);
        assertThat(schemas(SERVER, OTHERS)).isEqualTo(OTHERS);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aDirectoryThatIsMissingIsMade() {
        directory = directory.resolve("not").resolve("yet");
        schemas(SERVER, SCHEMAS);
        schemas(SERVER, SCHEMAS);
        assertThat(asked).hasValue(1);
    }

    @Test
    void oneServersSchemasNeverReplaceAnothers() throws IOException {
        var other = URI.create("https://other.example");
        schemas(SERVER, SCHEMAS);
        schemas(other, OTHERS);
        assertThat(schemas(SERVER, SCHEMAS)).isEqualTo(SCHEMAS);
        assertThat(schemas(other, OTHERS)).isEqualTo(OTHERS);
        assertThat(asked).hasValue(2);
        assertThat(files()).hasSize(2);
    }

    @Test
    void aReaderSeesAWholeFileHoweverManyWrite() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var work = IntStream.range(0, 200)
                    .<Callable<JsonArray>>mapToObj(i -> () -> schemas(SERVER, i % 2 == 0 ? SCHEMAS : OTHERS))
                    .toList();
            var results = threads.invokeAll(work);
            for (var i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(i % 2 == 0 ? SCHEMAS : OTHERS);
            }
            assertThat(files()).hasSize(1);
            assertThat(JsonText.parseArray(Files.readString(file()))).isIn(SCHEMAS, OTHERS);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void withoutAHashNothingIsTakenButItIsStillKept() {
        var cache = new SchemaCache(directory, SERVER);
        cache.schemas(Optional.empty(), () -> ask(SCHEMAS));
        cache.schemas(Optional.empty(), () -> ask(SCHEMAS));
        assertThat(asked).hasValue(2);
        assertThat(schemas(SERVER, SCHEMAS)).isEqualTo(SCHEMAS);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aBrokenFileIsReplaced() throws IOException {
        for (var text : new String[] {"", "{", "[", "{}", "null", "[1,", "[{\"id\":\"Shot\"}]", "\u0000", "[[[[[["}) {
            asked.set(0);
            schemas(SERVER, SCHEMAS);
            Files.writeString(file(), text);
            assertThat(schemas(SERVER, SCHEMAS)).as(text).isEqualTo(SCHEMAS);
            schemas(SERVER, SCHEMAS);
            assertThat(asked).as(text).hasValueLessThanOrEqualTo(2);
        }
    }

    @Test
    void aHugeFileIsNotReadAndReplaced() throws IOException {
        schemas(SERVER, SCHEMAS);
        try (var file = new RandomAccessFile(file().toFile(), "rw")) {
            file.setLength(10L << 30);
        }
        assertThat(schemas(SERVER, SCHEMAS)).isEqualTo(SCHEMAS);
        assertThat(Files.size(file())).isLessThan(1000);
    }

    @Test
    void aFileThatIsADirectoryHarmsNobody() throws IOException {
        schemas(SERVER, SCHEMAS);
        var file = file();
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));
        assertThat(schemas(SERVER, SCHEMAS)).isEqualTo(SCHEMAS);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aDirectoryThatCannotBeMadeHarmsNobody() throws IOException {
        directory = Files.writeString(directory.resolve("file"), "").resolve("below");
        assertThat(schemas(SERVER, SCHEMAS)).isEqualTo(SCHEMAS);
    }

    private JsonArray schemas(URI server, JsonArray current) {
        return new SchemaCache(directory, server).schemas(Optional.of(PythonJson.md5(current)), () -> ask(current));
    }

    private JsonArray ask(JsonArray current) {
        asked.incrementAndGet();
        return current;
    }

    private Path file() throws IOException {
        return files().get(0);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }
}
