package dev.rushlight.hub.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.rushlight.hub.HubSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class DownloadResumptionTest {

    private static final byte[] MOVIE = bytes(300_000);

    @TempDir
    Path folder;

    private final StoragePeer storage = new StoragePeer();

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aBrokenConnectionIsTakenUpWhereItBroke() throws IOException {
        storage.on((peer, exchange, n) -> {
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            if (n == 1) {
                breakAfter(100_000, exchange);
                return;
            }
            peer.read(exchange);
            var range = exchange.getRequestHeaders().getFirst("Range");
            var from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
            exchange.getResponseHeaders().add("Content-Range", "bytes %d-299999/300000".formatted(from));
            StoragePeer.answer(exchange, 206, Arrays.copyOfRange(MOVIE, from, MOVIE.length));
        });
        var heard = new ArrayList<Long>();
        media().download("c-1", target())
                .progress((done, total) -> heard.add(done))
                .run();
        assertThat(target()).hasBinaryContent(MOVIE);
        assertThat(storage.received().get(0).headers()).containsEntry("if-range", "\"v1\"");
        assertThat(heard).isSorted().endsWith(300_000L);
        assertThatNothingElseIsLeft();
    }

    @Test
    void aServerThatCannotResumeIsAskedForEverythingAgain() {
        storage.on((peer, exchange, n) -> {
            exchange.getResponseHeaders().add("ETag", "\"v" + n + "\"");
            if (n == 1) {
                breakAfter(100_000, exchange);
            } else {
                StoragePeer.answer(exchange, 200, MOVIE);
            }
        });
        media().download("c-1", target()).run();
        assertThat(target()).hasBinaryContent(MOVIE);
    }

    @Test
    void withoutATagTheRestMayBeOfAnotherFileAndIsNotAskedFor() {
        storage.on((peer, exchange, n) -> {
            if (n == 1) {
                exchange.getResponseHeaders().add("ETag", "W/\"weak\"");
                breakAfter(100_000, exchange);
            } else {
                peer.read(exchange);
                StoragePeer.answer(exchange, 200, MOVIE);
            }
        });
        media().download("c-1", target()).run();
        assertThat(storage.received().get(0).headers()).doesNotContainKeys("range", "if-range");
        assertThat(target()).hasBinaryContent(MOVIE);
    }

    @Test
    void aRestOfSomethingElseIsRefused() {
        storage.on((peer, exchange, n) -> {
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            if (n == 1) {
                breakAfter(100_000, exchange);
            } else {
                exchange.getResponseHeaders().add("Content-Range", "bytes 0-299999/300000");
                StoragePeer.answer(exchange, 206, MOVIE);
            }
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().download("c-1", target())::run)
                .withMessage("The server was asked for the rest of the file and gave something else");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRangeThatIsNotThereAnyMoreStartsOver() {
        storage.on((peer, exchange, n) -> {
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            if (n == 1) {
                breakAfter(100_000, exchange);
            } else {
                StoragePeer.answer(exchange, n == 2 ? 416 : 200, n == 2 ? new byte[0] : MOVIE);
            }
        });
        media().download("c-1", target()).run();
        assertThat(target()).hasBinaryContent(MOVIE);
        assertThat(storage.requests()).isEqualTo(3);
    }

    @Test
    void lessThanWasPromisedIsNoFile() {
        storage.on((peer, exchange, n) -> breakAfter(100_000, exchange));
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().download("c-1", target())::run)
                .withMessageStartingWith("Getting c-1 from %s failed, tried 5 times: ".formatted(storage.address("")));
        assertThat(folder).isEmptyDirectory();
    }

    private static void breakAfter(int count, HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, MOVIE.length);
        exchange.getResponseBody().write(MOVIE, 0, count);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void assertThatNothingElseIsLeft() throws IOException {
        assertThat(names()).containsExactly("main.mp4");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private Path target() {
        return folder.resolve("main.mp4");
    }

    private Media media() {
        return media(storage.settings());
    }

    private static Media media(HubSettings settings) {
        return new Media(settings, new ApiScript(), (topic, data) -> {}, UploadTest.patience(Duration.ofSeconds(10)));
    }
}
