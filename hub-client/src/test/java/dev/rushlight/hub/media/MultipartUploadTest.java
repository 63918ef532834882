package dev.rushlight.hub.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rushlight.hub.Backoff;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class MultipartUploadTest {

    private static final long MIB = 1 << 20;
    private static final String ID = "6f1a7b1e-0000-4000-8000-000000000002";

    @TempDir
    Path folder;

    private final StoragePeer storage = new StoragePeer();
    private final ApiScript api = new ApiScript().sendingPartsTo(storage.address("/parts"));
    private Path movie;

    @BeforeEach
    void makeMovie() throws IOException {
        movie = sparse("main.mov", 17 * MIB);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aLargeFileIsSentInPartsThatTheServerJoins() {
        var component =
                media().upload(movie).componentId(ID).metadata("ftr_meta", "{}").run();
        assertThat(component).isEqualTo(new Component(ID, "main", ".mov", 17 * MIB));
        assertThat(api.story())
                .containsExactly(
                        "query, create FileComponent, get_upload_metadata",
                        "complete_multipart_upload, create Metadata, create ComponentLocation");
        assertThat(api.only("get_upload_metadata"))
                .hasToString("{\"action\":\"get_upload_metadata\",\"component_id\":\"" + ID
                        + "\",\"file_name\":\"main.mov\",\"file_size\":17825792,\"parts\":3}");
        assertThat(api.only("complete_multipart_upload"))
                .hasToString("{\"action\":\"complete_multipart_upload\",\"upload_id\":\"up-1\",\"component_id\":\"" + ID
                        + "\",\"parts\":[" + part(1, zeros(8 * MIB)) + "," + part(2, zeros(8 * MIB)) + ","
                        + part(3, lastPart()) + "]}");
    }

    @Test
    void fewPartsAreOnTheirWayAtATime() throws IOException {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var four = new CountDownLatch(4);
        storage.on((peer, exchange, n) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            four.countDown();
            await(four);
            peer.read(exchange);
            exchange.getResponseHeaders().add("ETag", "t");
            now.decrementAndGet();
            StoragePeer.answer(exchange, 200);
        });
        media().upload(sparse("long.mov", 60 * MIB)).run();
        assertThat(most).hasValue(4);
        assertThat(storage.requests()).isEqualTo(8);
    }

    @Test
    void onlyThePartThatFailedIsSentAgain() {
        storage.on((peer, exchange, n) -> {
            var second = exchange.getRequestURI().getPath().endsWith("/2");
            if (second
                    && peer.received().stream()
                            .noneMatch(part -> part.address().getPath().endsWith("/2"))) {
                peer.read(exchange);
                StoragePeer.answer(exchange, 503);
            } else {
                peer.take(exchange, n);
            }
        });
        var heard = new ArrayList<Long>();
        media().upload(movie).progress((done, total) -> heard.add(done)).run();
        assertThat(requestsByPart()).isEqualTo("/parts/1 /parts/2 /parts/2 /parts/3");
        assertThat(heard).isSorted().endsWith(17 * MIB);
    }

    @Test
    void aConnectionThatBreaksInTheMiddleIsMadeAgain() {
        var broken = new AtomicInteger();
        storage.on((peer, exchange, n) -> {
            if (broken.getAndIncrement() == 0) {
                exchange.getRequestBody().readNBytes(1 << 20);
                exchange.close();
            } else {
                peer.take(exchange, n);
            }
        });
        media().upload(movie).run();
        assertThat(storage.requests()).isEqualTo(4);
        assertThat(api.story()).hasSize(2);
    }

    @Test
    void aPartWithoutATagEndsTheUploadInsteadOfHanging() {
        storage.on((peer, exchange, n) -> {
            peer.read(exchange);
            if (!exchange.getRequestURI().getPath().endsWith("/3")) {
                exchange.getResponseHeaders().add("ETag", "\"t\"");
            }
            StoragePeer.answer(exchange, 200);
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie).componentId(ID)::run)
                .withMessage("The storage gave part 3 of main.mov no ETag");
        assertThatTheComponentIsRemoved();
    }

    @Test
    void aPartThatIsTakenWithAnotherStatusThan200EndsTheUpload() {
        storage.on((peer, exchange, n) -> {
            peer.read(exchange);
            exchange.getResponseHeaders().add("ETag", "\"t\"");
            StoragePeer.answer(exchange, 202);
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie).componentId(ID)::run)
                .withMessageContaining("of main.mov with HTTP 202, but only 200 says that it is there");
        assertThatTheComponentIsRemoved();
    }

    @Test
    void aPartThatIsRefusedEndsTheOthersAndRemovesTheComponent() throws IOException {
        var end = new CountDownLatch(1);
        storage.on((peer, exchange, n) -> {
            if (exchange.getRequestURI().getPath().endsWith("/2")) {
                peer.read(exchange);
                StoragePeer.answer(exchange, 403);
            } else {
                await(end);
            }
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie).componentId(ID)::run)
                .withMessageContaining("refuses with HTTP 403")
                .withMessageNotContaining("s3cret");
        end.countDown();
        assertThatTheComponentIsRemoved();
        assertThatNoWorkersAreLeft();
    }

    @Test
    void aJoiningThatIsRefusedRemovesTheComponent() {
        api.on("complete_multipart_upload", operation -> {
            throw new IllegalStateException("ServerError(no such upload)");
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie).componentId(ID)::run)
                .withMessageContaining("ServerError(no such upload)");
        assertThatTheComponentIsRemoved();
    }

    @Test
    void aJoiningThatTakesLongIsWaitedForAndTheComponentStays() {
        api.findingItAfter(4).losing("complete_multipart_upload");
        assertThat(media().upload(movie).componentId(ID).run().id()).isEqualTo(ID);
        assertThat(api.story()).endsWith("query", "query", "query", "query");
    }

    @Test
    void aJoiningThatTakesLongIsWaitedForOverALinkThatBreaks() {
        var asked = new AtomicInteger();
        api.losing("complete_multipart_upload").on("query", operation -> {
            switch (asked.getAndIncrement()) {
                case 0:
                    return "{\"action\":\"query\",\"data\":[]}";
                case 1, 2:
                    throw new UncheckedIOException(new IOException("no answer"));
                default:
                    return "{\"action\":\"query\",\"data\":[{\"id\":\"l-1\"}]}";
            }
        });
        media().upload(movie).run();
        assertThat(asked).hasValue(4);
    }

    @Test
    void aComponentThatTheServerMayHaveTakenInIsNotRemoved() {
        api.losing("complete_multipart_upload");
        var media = media(UploadTest.patience(Duration.ofMillis(400)));
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media.upload(movie).componentId(ID)::run)
                .withMessageContaining("nobody knows whether the server took in component " + ID)
                .satisfies(e -> assertThat(e.isOutcomeUnknown()).isTrue());
        assertThat(api.story()).last().isEqualTo("query");
        assertThat(api.story()).doesNotContain("delete FileComponent");
    }

    @Test
    void anUploadThatIsCancelledWhileItIsJoinedIsRemoved() {
        var joining = new CountDownLatch(1);
        var removed = new CountDownLatch(1);
        api.losing("complete_multipart_upload").on("query", operation -> {
            if (api.story().size() > 2) {
                joining.countDown();
            }
            return "{\"action\":\"query\",\"data\":[]}";
        });
        api.on("delete", operation -> {
            removed.countDown();
            return "{\"action\":\"delete\",\"data\":true}";
        });
        var uploading = media().upload(movie).componentId(ID).start();
        await(joining);
        uploading.cancel(true);
        await(removed);
        assertThatTheComponentIsRemoved();
    }

    @Test
    void aComponentWhoseCreationGotNoAnswerIsRemoved() {
        api.losing("create");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(media().upload(movie).componentId(ID)::run)
                .withMessageContaining("no answer");
        assertThatTheComponentIsRemoved();
        assertThat(storage.requests()).isZero();
    }

    @Test
    void aComponentWhoseCreationIsRefusedIsLeftToWhomeverItBelongs() {
        api.on("create", operation -> {
            throw new IllegalStateException("DuplicateEntryError");
        });
        assertThatIllegalStateException()
                .isThrownBy(media().upload(movie).componentId(ID)::run)
                .withMessage("DuplicateEntryError");
        assertThat(api.story()).hasSize(1);
    }

    @Test
    void aComponentThatIsThereAlreadyIsLeftAlone() {
        api.findingItAfter(0);
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie).componentId(ID)::run)
                .withMessage("Component %s is in location %s already", ID, Media.SERVER_LOCATION);
        assertThat(api.story()).hasSize(1);
        assertThat(storage.requests()).isZero();
    }

    @Test
    void aRemovalThatGetsNoAnswerIsTriedAgain() {
        var removals = new AtomicInteger();
        api.on("complete_multipart_upload", operation -> {
            throw new IllegalStateException("the reason");
        });
        api.on("delete", operation -> {
            if (removals.incrementAndGet() < 3) {
                throw new UncheckedIOException(new IOException("no answer"));
            }
            return "{\"action\":\"delete\",\"data\":true}";
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie)::run)
                .withMessageContaining("the reason");
        assertThat(removals).hasValue(3);
    }

    @Test
    void aRemovalThatNeverGetsAnAnswerIsGivenUp() {
        api.on("complete_multipart_upload", operation -> {
            throw new IllegalStateException("the reason");
        });
        api.losing("delete");
        var media = media(UploadTest.patience(Duration.ofMillis(400)));
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media.upload(movie)::run)
                .withMessageContaining("the reason")
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessageContaining("no answer"));
    }

    @Test
    void whyAnUploadFailedIsToldEvenIfTheComponentCannotBeRemoved() {
        api.on("complete_multipart_upload", operation -> {
            throw new IllegalStateException("the reason");
        });
        api.on("delete", operation -> {
            throw new IllegalStateException("not allowed");
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie)::run)
                .withMessageContaining("the reason")
                .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("not allowed"));
    }

    @Test
    void aFileThatGrowsMeanwhileIsNotTakenIn() {
        storage.on((peer, exchange, n) -> {
            Files.write(movie, new byte[1], StandardOpenOption.APPEND);
            peer.take(exchange, n);
        });
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie).componentId(ID)::run)
                .withMessageContaining("changed while it was being sent");
        assertThatTheComponentIsRemoved();
    }

    @Test
    void wrongAddressesOfPartsAreRefused() {
        api.on(
                "get_upload_metadata",
                operation -> "{\"upload_id\":\"u\",\"urls\":[{\"part_number\":1,\"signed_url\":\"http://h/\"}]}");
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(media().upload(movie).componentId(ID)::run)
                .withMessage("The server was asked for addresses of 3 parts and gave others");
        assertThatTheComponentIsRemoved();
    }

    @Test
    void aCancelledFutureEndsAllTransfersAndRemovesTheComponent() {
        var three = new CountDownLatch(3);
        var end = new CountDownLatch(1);
        var removed = new CountDownLatch(1);
        storage.on((peer, exchange, n) -> {
            three.countDown();
            await(end);
        });
        var interrupted = new AtomicBoolean();
        api.on("delete", operation -> {
            interrupted.set(Thread.currentThread().isInterrupted());
            removed.countDown();
            return "{\"action\":\"delete\",\"data\":true}";
        });
        var uploading = media().upload(movie).componentId(ID).start();
        await(three);
        uploading.cancel(true);
        await(removed);
        end.countDown();
        assertThatTheComponentIsRemoved();
        assertThat(interrupted)
                .as("an interrupted thread cannot call the server")
                .isFalse();
        assertThatNoWorkersAreLeft();
    }

    @Test
    void aPartThatFallsSilentIsSentAgainWhileOthersMove() {
        var end = new CountDownLatch(1);
        var sentAgain = new CountDownLatch(2);
        storage.on((peer, exchange, n) -> {
            if (exchange.getRequestURI().getPath().endsWith("/1")) {
                sentAgain.countDown();
                if (sentAgain.getCount() > 0) {
                    await(end);
                    return;
                }
            } else if (exchange.getRequestURI().getPath().endsWith("/3") && sentAgain.getCount() > 0) {
                peer.read(exchange);
                StoragePeer.answer(exchange, 503);
                return;
            }
            peer.take(exchange, n);
        });
        var soon = new Backoff(Duration.ofMillis(10), Duration.ofMillis(30));
        media(new Patience(Duration.ofMillis(400), soon, 1000, new Random(7)))
                .upload(movie)
                .run();
        assertThat(sentAgain.getCount()).isZero();
        end.countDown();
    }

    private void assertThatTheComponentIsRemoved() {
        assertThat(api.only("delete FileComponent"))
                .hasToString(
                        "{\"action\":\"delete\",\"entity_type\":\"FileComponent\",\"entity_key\":[\"" + ID + "\"]}");
        assertThat(api.story()).last().isEqualTo("delete FileComponent");
    }

    private static void assertThatNoWorkersAreLeft() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (workers() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(workers()).isZero();
    }

    private static long workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("media-"))
                .peek(thread -> assertThat(thread.isDaemon()).isTrue())
                .count();
    }

    private String requestsByPart() {
        return storage.received().stream()
                .map(part -> part.address().getPath())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String part(int number, byte[] bytes) {
        return "{\"part_number\":%d,\"e_tag\":\"%s\"}".formatted(number, StoragePeer.hexMd5(bytes));
    }

    private static byte[] zeros(long count) {
        return new byte[(int) count];
    }

    private static byte[] lastPart() {
        var bytes = zeros(MIB);
        System.arraycopy("END".getBytes(StandardCharsets.US_ASCII), 0, bytes, bytes.length - 3, 3);
        return bytes;
    }

    private Path sparse(String name, long size) throws IOException {
        var file = folder.resolve(name);
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(size - 3);
            access.write("END".getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Media media() {
        return media(UploadTest.patience(Duration.ofSeconds(10)));
    }

    private Media media(Patience patience) {
        return new Media(storage.settings(), api, (topic, data) -> {}, patience);
    }
}
