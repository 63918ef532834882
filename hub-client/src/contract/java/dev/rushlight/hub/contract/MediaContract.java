package dev.rushlight.hub.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.api.Entity;
import dev.rushlight.hub.api.ServerError;
import dev.rushlight.hub.api.Session;
import dev.rushlight.hub.media.EncodeJob;
import dev.rushlight.hub.media.TransferFailed;
import jakarta.json.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of media and of the other services of any server: uploads, downloads, encodings, invitations, keys. */
@Timeout(120)
public abstract class MediaContract extends StudioContract {

    private static final long CHUNK = 8L << 20;

    @TempDir
    private Path folder;

    @Test
    void aFileIsUploadedInOnePieceAndComesBackAsItWas() throws IOException {
        var session = open();
        var version = version(session);
        var file = Files.write(folder.resolve("still.png"), bytes(70_000));
        var component = session.media()
                .upload(file)
                .name("ftrackreview-image")
                .version(version.id())
                .metadata("ftr_meta", "{\"format\":\"image\",\"width\":64,\"height\":64}")
                .run();
        var seen = open().get("FileComponent", component.id()).orElseThrow();
        assertThat(seen.text("name")).contains("ftrackreview-image");
        assertThat(seen.text("file_type")).contains(".png");
        assertThat(seen.integer("size")).hasValue(70_000);
        assertThat(seen.reference("version").map(Entity::id)).contains(version.id());
        assertThat(seen.mapped("metadata")).containsKey("ftr_meta");
        assertThat(seen.collection("component_locations"))
                .extracting(it -> it.reference("location").orElseThrow().text("name"))
                .containsExactly(Optional.of("ftrack.server"));
        assertComesBack(component.id(), file);
    }

    @Test
    void aLargeFileIsUploadedInParts() throws IOException {
        var file = sparse("plate.mov", 2 * CHUNK + 12_345);
        var component = open().media().upload(file).run();
        assertThat(component.size()).isEqualTo(2 * CHUNK + 12_345);
        assertComesBack(component.id(), file);
    }

    @Test
    void exactlyTwoChunksAreOnePiece() throws IOException {
        var file = sparse("exact.mov", 2 * CHUNK);
        assertComesBack(open().media().upload(file).run().id(), file);
    }

    @Test
    void anEmptyFileIsAFileToo() throws IOException {
        var file = Files.createFile(folder.resolve("empty.txt"));
        assertComesBack(open().media().upload(file).run().id(), file);
    }

    @Test
    void bytesThatAreNotThereCannotBeDownloaded() {
        var session = open();
        var component = session.create("FileComponent", Map.of("name", "nothing yet"));
        session.commit();
        var target = folder.resolve("target");
        assertThatExceptionOfType(TransferFailed.class)
                .isThrownBy(
                        () -> session.media().download(component.id(), target).run());
        assertThat(target).doesNotExist();
    }

    @Test
    void anEncodingMakesComponentsOfTheVersion() {
        var session = open();
        var version = version(session);
        var source = session.media()
                .upload("comp.mov", bytes(5_000))
                .version(version.id())
                .run();
        var job = session.media().encode(source.id(), Optional.of(version.id()), true);

        var begun = session.media().job(job).orElseThrow();
        assertThat(begun.outputs()).isNotEmpty();
        assertThat(open().get("Job", job).orElseThrow().collection("job_components"))
                .hasSameSizeAs(begun.outputs());
        for (var output : begun.outputs()) {
            assertThat(open().get("Component", output.componentId())
                            .orElseThrow()
                            .text("version_id"))
                    .contains(version.id());
        }
        assertThat(awaitEnd(session, job).id()).isEqualTo(job);
        assertThat(session.media().job(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void peopleAreInvited() {
        var session = open();
        var user = session.create("User", Map.of("username", unique("guest"), "email", "guest@example.com"));
        var review = session.create(
                "ReviewSession",
                Map.of("name", unique("review"), "description", "dailies", "project", newProject(session)));
        var invitee = session.create(
                "ReviewSessionInvitee",
                Map.of("name", "Maria", "email", "maria@example.com", "review_session", review));
        session.commit();
        assertThat(session.tasks().inviteUser(user.id())).isTrue();
        assertThat(session.tasks().inviteReviewer(invitee.id())).isTrue();
        assertThat(invitee.refresh().dateTime("last_sent_at")).isPresent();
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> session.tasks().inviteUser(UUID.randomUUID().toString()));
    }

    @Test
    void aUserGetsANewKey() {
        var session = open();
        var user = session.create("User", Map.of("username", unique("robot")));
        session.commit();
        var first = session.tasks().resetApiKey(user.id());
        assertThat(first).isNotBlank();
        assertThat(session.tasks().resetApiKey(user.id())).isNotEqualTo(first);
    }

    @Test
    void aWidgetHasAnAddress() {
        var session = open();
        var task = newTask(session, newProject(session), "comp");
        session.commit();
        assertThat(session.tasks().widgetUrl("info", Optional.of("dark"), Optional.of(task.key())))
                .hasNoUserInfo()
                .satisfies(url -> assertThat(url.isAbsolute()).isTrue());
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> session.tasks().widgetUrl("no-such-page", Optional.empty(), Optional.empty()));
    }

    @Test
    void anActionThatTheServerDoesNotKnowIsNamed() {
        var operation = Json.createObjectBuilder().add("action", "dance").build();
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> open().call(List.of(operation)))
                .satisfies(e -> assertThat(e.content()).contains("Invalid action u'dance'"));
    }

    private Entity version(Session session) {
        var version = newVersion(session, newAsset(session, newProject(session)));
        session.commit();
        return version;
    }

    private void assertComesBack(String component, Path file) throws IOException {
        var target = folder.resolve("came-back");
        assertThat(open().media().download(component, target).run()).isEqualTo(Files.size(file));
        assertThat(Files.mismatch(file, target)).isEqualTo(-1);
    }

    private static EncodeJob awaitEnd(Session session, String job) {
        var deadline = Instant.now().plus(Duration.ofSeconds(60));
        var now = session.media().job(job).orElseThrow();
        while (!now.status().isFinal()) {
            assertThat(Instant.now()).as("the encoding is slow").isBefore(deadline);
            Thread.onSpinWait();
            now = session.media().job(job).orElseThrow();
        }
        return now;
    }

    /** Mostly zeros, with different bytes in every part. */
    private Path sparse(String name, long size) throws IOException {
        var file = folder.resolve(name);
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(size);
            for (var at = 0L; at < size; at += CHUNK / 2) {
                bytes.seek(at);
                bytes.write(("at " + at).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return file;
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        for (var i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 >> 3);
        }
        return bytes;
    }
}
