package dev.rushlight.hub.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.HubSettings;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class UploadFailureTest {

    private static final byte[] MOVIE = "moving pictures".getBytes(StandardCharsets.UTF_8);
    private static final String ID = "6f1a7b1e-0000-4000-8000-000000000001";

    @TempDir
    Path folder;

    private final StoragePeer storage = new StoragePeer();
    private final ApiScript api = new ApiScript().sendingTo(storage.address("/put/1?signature=s3cret-signature"), "{}");
    private final List<String> published = new ArrayList<>();

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aComponentThatIsThereAlreadyIsNotOverwritten() throws IOException {
        api.on("query", operation -> "{\"action\":\"query\",\"data\":[{\"id\":\"l-1\"}]}");
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie("a.mp4")).componentId(ID)::run)
                .withMessage("Component %s is in location %s already", ID, Media.SERVER_LOCATION);
        assertThat(storage.requests()).isZero();
    }

    @Test
    void aStorageThatStumblesIsTriedAgain() throws IOException {
        storage.on((peer, exchange, n) -> {
            if (n == 1) {
                peer.read(exchange);
                StoragePeer.answer(exchange, 500);
            } else if (n == 2) {
                exchange.getRequestBody().readNBytes(3);
                exchange.close();
            } else if (n == 3) {
                peer.read(exchange);
                StoragePeer.answer(exchange, 429);
            } else {
                peer.take(exchange, n);
            }
        });
        media().upload(movie("main.mp4")).run();
        assertThat(storage.requests()).isEqualTo(4);
        assertThat(storage.received().get(2).md5()).isEqualTo(StoragePeer.hexMd5(MOVIE));
        assertThat(api.story()).hasSize(2);
    }

    @Test
    void aStorageThatKeepsStumblingIsGivenUp() {
        storage.on((peer, exchange, n) -> {
            peer.read(exchange);
            StoragePeer.answer(exchange, 503);
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(() -> media().upload(movie("main.mp4")).run())
                .withMessage("Sending main.mp4 to %s failed, tried 5 times: HTTP 503", storage.address(""));
        assertThat(storage.requests()).isEqualTo(5);
        assertThat(api.story()).hasSize(1);
        assertThat(published).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 412, 301, 307})
    void aRefusalIsFinalAndRedirectsAreNoneOfOurBusiness(int status) {
        storage.on((peer, exchange, n) -> {
            peer.read(exchange);
            exchange.getResponseHeaders().add("Location", peer.address("/elsewhere"));
            StoragePeer.answer(exchange, status);
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(() -> media().upload(movie("main.mp4")).run())
                .withMessageStartingWith(storage.address("") + " refuses with HTTP " + status)
                .withMessageNotContaining("s3cret");
        assertThat(storage.requests()).isEqualTo(1);
        assertThat(api.story()).hasSize(1);
    }

    @Test
    void aStorageThatIsNotThereIsGivenUpInTime() throws IOException {
        api.sendingTo("http://127.0.0.1:1/put?signature=s3cret-signature", "{}");
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(() -> media().upload(movie("main.mp4")).run())
                .withMessage("Sending main.mp4 to http://127.0.0.1:1 failed, tried 5 times: no connection");
    }

    @Test
    void silenceEndsAnUpload() {
        var end = new CountDownLatch(1);
        storage.on((peer, exchange, n) -> await(end));
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(() ->
                        media(Duration.ofMillis(250)).upload(movie("main.mp4")).run())
                .withMessageContaining("nothing moved for 250 ms");
        end.countDown();
        assertThat(storage.requests()).isEqualTo(1);
    }

    @Test
    void aServerThatIsReachedByHttpsIsNotLeftForPlainHttp() throws IOException {
        var secure = HubSettings.of(
                URI.create("https://studio.example"), storage.settings().credentials());
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media(secure).upload(movie("main.mp4"))::run)
                .withMessageContaining("gave an address without: " + storage.address(""))
                .withMessageNotContaining("s3cret");
        assertThat(storage.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/s3cret",
                "no url: s3cret",
                "/put?s3cret",
                "ftp://127.0.0.1/s3cret",
                "http:///s3cret",
                ""
            })
    void anAddressThatIsNoneIsRefusedUnseen(String url) throws IOException {
        api.sendingTo(url, "{}");
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie("main.mp4"))::run)
                .withMessageStartingWith("The server gave an address that is n")
                .withMessageNotContaining("s3cret")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"url\":7}",
                "{\"url\":\"http://127.0.0.1/\",\"headers\":[]}",
                "{\"url\":\"http://127.0.0.1/\",\"headers\":{\"a\":1}}"
            })
    void anAnswerOfAnotherFormIsRefused(String answer) throws IOException {
        api.on("get_upload_metadata", operation -> answer);
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie("main.mp4"))::run)
                .withMessage("The server's answer to get_upload_metadata has an unexpected form");
    }

    @Test
    void aHeaderThatCannotTravelIsRefusedUnseen() throws IOException {
        api.sendingTo(storage.address("/put"), "{\"X-Signature\":\"s3cret\\r\\nX: y\"}");
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie("main.mp4"))::run)
                .withMessage("The server gave a header that cannot be sent")
                .withNoCause();
    }

    @Test
    void aServerThatDoesNotTakeTheComponentInIsReportedWithItsReason() throws IOException {
        api.on("create", operation -> {
            throw new IllegalStateException("Server reported error: ValidationError(no such version)");
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie("main.mp4")).componentId(ID)::run)
                .withMessage(
                        "All bytes of main.mp4 were sent, but the server did not take in component %s: "
                                + "Server reported error: ValidationError(no such version)",
                        ID)
                .withCauseInstanceOf(IllegalStateException.class)
                .satisfies(e -> assertThat(e.isOutcomeUnknown()).isFalse());
        assertThat(api.story()).last().isEqualTo("query");
        assertThat(published).isEmpty();
    }

    @Test
    void aServerThatNeverSaysWhatBecameOfTheComponentIsReportedAsUnknown() throws IOException {
        api.losing("create");
        var media = media(Duration.ofMillis(400));
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media.upload(movie("main.mp4")).componentId(ID)::run)
                .withMessage(
                        "All bytes of main.mp4 were sent, but nobody knows whether the server took in component %s: "
                                + "java.io.IOException: no answer",
                        ID)
                .satisfies(e -> assertThat(e.isOutcomeUnknown()).isTrue());
        assertThat(published).isEmpty();
    }

    @Test
    void aMissingFileAFolderAndANamelessPathAreNoUploads() {
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(folder.resolve("gone.mp4"))::run)
                .withMessage("There is no file " + folder.resolve("gone.mp4"));
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(folder)::run)
                .withMessage(folder + " is not a file");
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(Path.of("/"))::run)
                .withMessage("/ is not a file");
        assertThat(api.batches()).isEmpty();
    }

    @Test
    void aFileThatGrowsMeanwhileIsNotTakenIn() throws IOException {
        var file = movie("main.mp4");
        meanwhile(() -> Files.write(file, MOVIE, StandardOpenOption.APPEND));
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(file)::run)
                .withMessage(file + " changed while it was being sent: it had 15 bytes and now has 30");
        assertThat(api.story()).hasSize(1);
    }

    @Test
    void aFileThatIsRewrittenMeanwhileIsNotTakenIn() throws IOException {
        var file = movie("main.mp4");
        meanwhile(() -> Files.setLastModifiedTime(file, FileTime.fromMillis(1)));
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(file)::run)
                .withMessage(file + " was written to while it was being sent");
    }

    @Test
    void aFileThatVanishesMeanwhileIsNotTakenIn() throws IOException {
        var file = movie("main.mp4");
        meanwhile(() -> Files.delete(file));
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(file)::run)
                .withMessage(file + " vanished while it was being sent");
        assertThat(api.story()).hasSize(1);
    }

    @Test
    void aFileThatBecomesShorterIsSaidToBeAndNotSentAgain() throws IOException {
        var file = movie("main.mp4");
        api.on("get_upload_metadata", operation -> {
            truncate(file);
            return "{\"url\":\"%s\"}".formatted(storage.address("/put"));
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(file)::run)
                .withMessage("The file became shorter while it was being sent");
        assertThat(storage.requests()).isLessThan(2);
    }

    @Test
    void anInterruptEndsAnUploadAndStays() throws Exception {
        var arrived = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        storage.on((peer, exchange, n) -> {
            arrived.countDown();
            await(end);
        });
        var upload = media().upload(movie("main.mp4"));
        var outcome = new CompletableFuture<String>();
        var thread = new Thread(() -> {
            try {
                upload.run();
            } catch (CancellationException e) {
                outcome.complete(Thread.currentThread().isInterrupted() ? "interrupted" : "lost");
            }
        });
        thread.start();
        await(arrived);
        thread.interrupt();
        assertThat(outcome.get(5, TimeUnit.SECONDS)).isEqualTo("interrupted");
        end.countDown();
        assertThat(api.story()).hasSize(1);
    }

    @Test
    void aCancelledFutureEndsItsTransfer() throws IOException {
        var arrived = new CountDownLatch(1);
        var left = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        storage.on((peer, exchange, n) -> {
            arrived.countDown();
            await(go);
            try {
                // An answer without an end: only the client's leaving stops it.
                exchange.sendResponseHeaders(200, 0);
                while (left.getCount() > 0) {
                    exchange.getResponseBody().write(new byte[1 << 16]);
                }
            } catch (IOException e) {
                left.countDown();
            }
        });
        var uploading = media().upload(movie("main.mp4")).start();
        await(arrived);
        assertThat(uploading.cancel(true)).isTrue();
        go.countDown();
        await(left);
        assertThat(api.story()).hasSize(1);
    }

    private interface Change {
        void make() throws IOException;
    }

    private void meanwhile(Change change) {
        storage.on((peer, exchange, n) -> {
            change.make();
            peer.take(exchange, n);
        });
    }

    private static void truncate(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path movie(String name) throws IOException {
        return Files.write(folder.resolve(name), MOVIE);
    }

    private Media media() {
        return media(storage.settings());
    }

    private Media media(HubSettings settings) {
        return new Media(settings, api, this::publish, UploadTest.patience(Duration.ofSeconds(10)));
    }

    private Media media(Duration stall) {
        return new Media(storage.settings(), api, this::publish, UploadTest.patience(stall));
    }

    private void publish(String topic, JsonObject data) {
        published.add(topic + " " + data);
    }
}
