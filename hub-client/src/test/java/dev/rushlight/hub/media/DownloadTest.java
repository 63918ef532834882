package dev.rushlight.hub.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rushlight.hub.HubSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class DownloadTest {

    private static final byte[] MOVIE = bytes(300_000);

    @TempDir
    Path folder;

    private final StoragePeer storage = new StoragePeer();

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aComponentComesIntoAFile() throws IOException {
        storage.on((peer, exchange, n) -> {
            peer.read(exchange);
            StoragePeer.answer(exchange, 200, MOVIE);
        });
        assertThat(media().download("c-1", target()).run()).isEqualTo(300_000);
        assertThat(target()).hasBinaryContent(MOVIE);
        assertThatNothingElseIsLeft();
        assertThat(storage.received().get(0).address())
                .isEqualTo(URI.create("/component/get?apiKey=s3cret-key&id=c-1&username=jo"));
    }

    @Test
    void keysWithAnyCharactersReachTheServerWhole() {
        storage.on((peer, exchange, n) -> {
            peer.read(exchange);
            StoragePeer.answer(exchange, 200, MOVIE);
        });
        media(storage.settings("jo+a@studio.example", "a&b=c#d%20 e"))
                .download("id with \"quotes\" & möre", target())
                .run();
        assertThat(storage.received().get(0).address().getRawQuery())
                .isEqualTo("apiKey=a%26b%3Dc%23d%2520+e&id=id+with+%22quotes%22+%26+m%C3%B6re"
                        + "&username=jo%2Ba%40studio.example");
    }

    @Test
    void aThumbnailComesInItsSize() {
        storage.on((peer, exchange, n) -> {
            peer.read(exchange);
            StoragePeer.answer(exchange, 200, MOVIE);
        });
        media().thumbnail("c-1", 512, target()).run();
        assertThat(storage.received().get(0).address())
                .isEqualTo(URI.create("/component/thumbnail?apiKey=s3cret-key&id=c-1&size=512&username=jo"));
        assertThatIllegalArgumentException().isThrownBy(() -> media().thumbnail("c-1", 0, target()));
    }

    @Test
    void anEmptyFileReplacesWhatWasThere() throws IOException {
        Files.writeString(target(), "old");
        storage.on((peer, exchange, n) -> StoragePeer.answer(exchange, 200));
        assertThat(media().download("c-1", target()).run()).isZero();
        assertThat(target()).isEmptyFile();
    }

    @Test
    void aComponentWithoutBytesIsReported() {
        storage.on((peer, exchange, n) -> StoragePeer.answer(exchange, 404));
        Exceptional.of(media().download("c-1", target())::run).hasMessage(storage.address("") + " has no such file");
        assertThat(storage.requests()).isEqualTo(1);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 204, 304})
    void aRefusalLeavesTheOldFileAndSaysNothingOfTheKey(int status) throws IOException {
        Files.writeString(target(), "old");
        storage.on((peer, exchange, n) -> StoragePeer.answer(exchange, status));
        Exceptional.of(media().download("c-1", target())::run)
                .hasMessageContaining("refuses with HTTP " + status)
                .hasMessageNotContaining("s3cret");
        assertThat(target()).hasContent("old");
        assertThatNothingElseIsLeft();
    }

    @Test
    void whatIsTooLargeIsRefusedAtOnce() {
        storage.on((peer, exchange, n) -> {
            exchange.sendResponseHeaders(200, 1L << 40);
            exchange.getResponseBody().write(MOVIE);
        });
        Exceptional.of(media().download("c-1", target()).atMost(1000)::run)
                .hasMessage("The file has 1099511627776 bytes, which is more than 1000");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatDoesNotSayThatItIsTooLargeIsRefusedAsSoonAsItIs() {
        storage.on((peer, exchange, n) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(MOVIE);
            exchange.close();
        });
        Exceptional.of(media().download("c-1", target()).atMost(299_999)::run)
                .hasMessage("The file has more than 299999 bytes");
        assertThat(media().download("c-1", target()).atMost(300_000).run()).isEqualTo(300_000);
    }

    @Test
    void theServerMaySendUsElsewhereButNothingOfOursGoesAlong() {
        try (var elsewhere = new StoragePeer()) {
            elsewhere.on((peer, exchange, n) -> {
                peer.read(exchange);
                StoragePeer.answer(exchange, 200, MOVIE);
            });
            storage.on((peer, exchange, n) -> {
                peer.read(exchange);
                exchange.getResponseHeaders().add("Location", elsewhere.address("/bucket/c-1?signature=x"));
                StoragePeer.answer(exchange, 302);
            });
            var settings = storage.settings().withCookies(Map.of("gate", "open"));
            media(settings.withHeaders(Map.of("X-Gate", "open")))
                    .download("c-1", target())
                    .run();
            assertThat(storage.received().get(0).headers())
                    .containsEntry("ftrack-user", "jo")
                    .containsEntry("cookie", "gate=open")
                    .containsEntry("x-gate", "open");
            assertThat(elsewhere.received().get(0).address()).hasToString("/bucket/c-1?signature=x");
            assertThat(elsewhere.received().get(0).headers().keySet())
                    .noneMatch(name -> name.startsWith("ftrack") || name.contains("cookie") || name.equals("x-gate"));
            assertThat(target()).hasBinaryContent(MOVIE);
        }
    }

    @Test
    void beingSentAroundInCirclesEnds() {
        storage.on((peer, exchange, n) -> {
            exchange.getResponseHeaders().add("Location", "/again");
            StoragePeer.answer(exchange, 302);
        });
        Exceptional.of(media().download("c-1", target())::run)
                .hasMessage(storage.address("") + " leads from one address to the next");
        assertThat(storage.requests()).isEqualTo(6);
    }

    @Test
    void silenceEndsADownloadButSlownessDoesNot() throws IOException {
        var end = new CountDownLatch(1);
        storage.on((peer, exchange, n) -> {
            exchange.sendResponseHeaders(200, MOVIE.length);
            var out = exchange.getResponseBody();
            for (var at = 0; at < MOVIE.length; at += 20_000) {
                out.write(MOVIE, at, 20_000);
                out.flush();
                within(60, end);
            }
            exchange.close();
        });
        var impatient = media(Duration.ofMillis(600));
        assertThat(impatient.download("c-1", target()).run()).isEqualTo(300_000);
        storage.on((peer, exchange, n) -> {
            exchange.sendResponseHeaders(200, MOVIE.length);
            exchange.getResponseBody().write(MOVIE, 0, 20_000);
            exchange.getResponseBody().flush();
            within(10_000, end);
        });
        Exceptional.of(impatient.download("c-2", folder.resolve("other"))::run)
                .hasMessageContaining("nothing moved for 600 ms");
        end.countDown();
    }

    @Test
    void aCancelledDownloadLeavesNothing() throws Exception {
        var arrived = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        storage.on((peer, exchange, n) -> {
            exchange.sendResponseHeaders(200, MOVIE.length);
            exchange.getResponseBody().write(MOVIE, 0, 20_000);
            exchange.getResponseBody().flush();
            arrived.countDown();
            within(10_000, end);
        });
        var getting = media().download("c-1", target()).start();
        within(10_000, arrived);
        getting.cancel(true);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!names().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        end.countDown();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenIsReported() {
        Exceptional.of(media().download("c-1", folder.resolve("no/such/folder/a.mp4"))::run)
                .hasMessageStartingWith("No file can be written beside " + folder.resolve("no/such/folder/a.mp4"));
        assertThat(storage.requests()).isZero();
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutTheKey() {
        var nobody = HubSettings.of(
                URI.create("http://127.0.0.1:1/studio"), storage.settings().credentials());
        Exceptional.of(media(nobody).download("c-1", target())::run)
                .hasMessage("Getting c-1 from http://127.0.0.1:1/studio failed, tried 5 times: no connection");
    }

    /** What a download fails with; no trace of it holds a key. */
    private static final class Exceptional {

        static ThrowableAssert<? extends Throwable> of(Runnable download) {
            var failure = catchThrowableOfType(TransferFailed.class, download::run);
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain("s3cret").doesNotContain("apiKey");
            return new ThrowableAssert<>(failure);
        }
    }

    private static void within(int millis, CountDownLatch latch) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    private Media media(Duration stall) {
        return new Media(storage.settings(), new ApiScript(), (topic, data) -> {}, UploadTest.patience(stall));
    }

    private static Media media(HubSettings settings) {
        return new Media(settings, new ApiScript(), (topic, data) -> {}, UploadTest.patience(Duration.ofSeconds(10)));
    }
}
