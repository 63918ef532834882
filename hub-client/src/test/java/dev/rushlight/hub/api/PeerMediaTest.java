package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.contract.MediaContract;
import dev.rushlight.hub.media.EncodeJob;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import dev.rushlight.hub.peer.StudioPeer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerMediaTest extends MediaContract {

    private final StudioPeer peer = new StudioPeer();

    @Override
    protected URI address() {
        return peer.address();
    }

    @Override
    protected Credentials credentials() {
        return peer.settings().credentials();
    }

    @AfterEach
    void closePeer() {
        peer.close();
    }

    @Test
    void aPartThatIsLostIsSentAgain() {
        var bytes = new byte[17 << 20];
        bytes[bytes.length - 1] = 7;
        peer.answerNextTransfer(HttpAnswer.hangUp());
        var component = open().media().upload("big.mov", bytes).run();
        assertThat(peer.media(component.id())).hasValue(bytes);
    }

    @Test
    void aPartWithoutAnETagDoesNotLetTheUploadHang() {
        for (var i = 0; i < 3; i++) {
            peer.answerNextTransfer(HttpAnswer.ok(""));
        }
        var session = open();
        assertThatRuntimeException()
                .isThrownBy(() ->
                        session.media().upload("big.mov", new byte[17 << 20]).run())
                .satisfies(e -> assertThat(e.toString()).doesNotContain("signature="));
        assertThat(session.query("FileComponent").all()).isEmpty();
    }

    @Test
    void anUploadThatIsRefusedLeavesNoComponent() {
        peer.answerNextTransfer(HttpAnswer.of(403, "<Error>AccessDenied</Error>"));
        var session = open();
        assertThatRuntimeException()
                .isThrownBy(() -> session.media().upload("a.mov", new byte[5]).run());
        assertThat(session.query("FileComponent").all()).isEmpty();
    }

    @Test
    void partsThatTheServerTakesLongToJoinAreWaitedFor() throws Exception {
        var mayJoin = new CountDownLatch(1);
        var bytes = new byte[17 << 20];
        try (var session = Session.open(peer.settings().withTimeout(Duration.ofSeconds(1)))) {
            peer.holdNext("complete_multipart_upload", mayJoin);
            var uploading = session.media().upload("big.mov", bytes).start();
            while (peer.calls("query") < 3 && !uploading.isDone()) {
                Thread.onSpinWait();
            }
            mayJoin.countDown();
            var component = uploading.get(30, TimeUnit.SECONDS);
            assertThat(peer.calls("delete")).isZero();
            assertThat(peer.media(component.id())).hasValue(bytes);
        }
    }

    @Test
    void partsWhoseJoiningIsRefusedLeaveNoComponent() {
        peer.failNext("complete_multipart_upload", "ValidationError", "no such upload");
        var session = open();
        assertThatRuntimeException()
                .isThrownBy(() ->
                        session.media().upload("big.mov", new byte[17 << 20]).run())
                .withMessageContaining("no such upload");
        assertThat(session.query("FileComponent").all()).isEmpty();
    }

    @Test
    void aJobIsSeenFromQueuedToDone() {
        var session = open();
        var source = session.media().upload("a.mov", new byte[5]).run();
        var job = session.media().encode(source.id(), false);
        assertThat(session.media().job(job)).map(EncodeJob::status).contains(EncodeJob.Status.RUNNING);
        assertThat(session.media().job(job)).map(EncodeJob::status).contains(EncodeJob.Status.DONE);
    }

    @Test
    void aJobWithoutMediaFails() {
        var session = open();
        var empty = session.create("FileComponent", Map.of("name", "empty"));
        session.commit();
        var job = session.media().encode(empty.id(), true);
        session.media().job(job);
        assertThat(session.media().job(job)).map(EncodeJob::status).contains(EncodeJob.Status.FAILED);
    }

    @Test
    void credentialsMayHoldWhatMeansSomethingInAnAddress(@TempDir Path folder) throws IOException {
        var odd = new Credentials("jo & co", "k/e+y=%41&id=other#x");
        peer.admit(odd.user(), odd.key());
        try (var session = Session.open(peer.settings().withCredentials(odd))) {
            var component =
                    session.media().upload("a.txt", new byte[] {1, 2, 3}).run();
            var target = folder.resolve("a");
            session.media().download(component.id(), target).run();
            assertThat(target).hasBinaryContent(new byte[] {1, 2, 3});
        }
    }

    @Test
    void aDownloadThatBreaksOffLeavesTheOldFileOrTheWholeNewOne(@TempDir Path folder) throws IOException {
        var session = open();
        var bytes = new byte[100_000];
        bytes[99_999] = 1;
        var component = session.media().upload("a.bin", bytes).run();
        var target = Files.writeString(folder.resolve("a"), "old");
        peer.answerNextTransfer(HttpAnswer.cutShort(100_000, new byte[10]));
        session.media().download(component.id(), target).run();
        assertThat(target).hasBinaryContent(bytes);
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(target));
    }
}
