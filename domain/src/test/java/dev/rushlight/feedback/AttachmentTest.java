package dev.rushlight.feedback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.ReviewItemId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class AttachmentTest {

    @TempDir
    private Path data;

    private final Database database;
    private FeedbackBench bench;
    private ReviewItemId shot;
    private NoteId note;

    AttachmentTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void writeSomething() {
        bench = new FeedbackBench(database, data);
        shot = bench.lines.shot("sh010");
        note = bench.note(bench.maria, shot, "see the reference", Visibility.CLIENT);
    }

    @Test
    void aFileIsKeptAsItCame() throws Exception {
        var id = AttachmentId.random();

        var kept = attach(bench.maria, id, "reference.txt", "hello".getBytes(UTF_8));

        assertThat(kept.name()).isEqualTo("reference.txt");
        assertThat(kept.contentType()).isEqualTo("application/octet-stream");
        assertThat(kept.size()).isEqualTo(5);
        assertThat(kept.sha256()).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(bench.detail(shot, note).extras().attachments()).containsExactly(kept);
        assertThat(content(bench.tom, id)).hasValueSatisfying(content -> {
            assertThat(content.bytes()).hasContent("hello").hasParent(directory());
            assertThat(content.detail()).isEqualTo(kept);
        });
        assertThat(bench.ledger.acts(shot.value())).containsExactly(Act.NOTE_CREATED, Act.NOTE_EDITED);
        assertThat(bench.ledger.last().after().getString("sha256")).isEqualTo(kept.sha256());
    }

    @Test
    void whatAPictureIsItsBytesTell() throws Exception {
        for (var format : List.of("png", "jpeg", "gif")) {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(12, 7, BufferedImage.TYPE_INT_RGB), format, bytes);

            var kept = attach(bench.maria, AttachmentId.random(), "looks-like.html", bytes.toByteArray());

            assertThat(kept.contentType()).isEqualTo("image/" + format);
            assertThat(kept.width()).hasValue(12);
            assertThat(kept.height()).hasValue(7);
        }
        var webp = attach(bench.maria, AttachmentId.random(), "x", "RIFF....WEBPVP8 ".getBytes(UTF_8));
        assertThat(webp.contentType()).isEqualTo("image/webp");
        assertThat(webp.width()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void whatOnlyLooksLikeAPictureIsNone() throws Exception {
        for (var bytes : List.of(
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8),
                "<html><script>alert(1)</script>".getBytes(UTF_8),
                "\u0089PNG\r\n\u001a\n broken".getBytes(ISO_8859_1),
                "GIF89a".getBytes(UTF_8))) {
            var kept = attach(bench.maria, AttachmentId.random(), "picture.png", bytes);

            assertThat(kept.contentType()).isEqualTo("application/octet-stream");
        }
    }

    @Test
    void aNameIsShownAndNeverAPath() throws Exception {
        var kept = attach(bench.maria, AttachmentId.random(), "../../../etc/pass\0wd\u202Egnp.exe", new byte[] {1});

        assertThat(kept.name()).isEqualTo("passwdgnp.exe");
        try (var files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile)).singleElement().satisfies(file -> {
                assertThat(file).hasParent(directory());
                assertThat(UUID.fromString(file.getFileName().toString())).isNotNull();
            });
        }
    }

    @Test
    void attachingTwiceIsAttachingOnce() throws Exception {
        var id = AttachmentId.random();
        attach(bench.maria, id, "a.txt", "first".getBytes(UTF_8));

        var again = bench.attach(bench.maria, shot, note, id, "b.txt", new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("Nobody reads what is there already");
            }
        });

        assertThat(again.name()).isEqualTo("a.txt");
        assertThat(filesThere()).hasSize(1);
        var other = bench.note(bench.maria, shot, "another");
        assertThatExceptionOfType(AttachmentIdTaken.class)
                .isThrownBy(() -> bench.attach(bench.maria, shot, other, id, "c", one()));
    }

    @Test
    @Timeout(20)
    void tooMuchIsRefusedAndLeavesNothing() throws Exception {
        var endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] block, int from, int length) {
                read += length;
                assertThat(read).isLessThan(AttachmentFiles.LARGEST + 1024 * 1024);
                return length;
            }
        };

        refused(endless, UnacceptableAttachment.class);
        refused(new ByteArrayInputStream(new byte[0]), UnacceptableAttachment.class);
        refused(new ByteArrayInputStream(AnnotationPictureTest.pngHead(50_000, 50_000)), UnacceptableAttachment.class);
        refused(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection lost");
                    }
                },
                UncheckedIOException.class);
        assertThat(filesThere()).isEmpty();
    }

    @Test
    void aNoteHasRoomForTenFiles() throws Exception {
        for (var number = 0; number < 10; number++) {
            attach(bench.maria, AttachmentId.random(), "file " + number, new byte[] {1});
        }

        refused(one(), UnacceptableAttachment.class);
        assertThat(filesThere()).hasSize(10);
        var first = bench.detail(shot, note).extras().attachments().get(0).id();
        bench.attachments(desk -> desk.remove(bench.maria, shot, note, first));
        attach(bench.maria, AttachmentId.random(), "eleventh", new byte[] {1});
    }

    @Test
    void onlyTheAuthorAttachesAndRemoves() throws Exception {
        var id = AttachmentId.random();
        attach(bench.maria, id, "a", new byte[] {1});

        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.attach(bench.tom, shot, note, AttachmentId.random(), "a", one()));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.attachments(desk -> desk.remove(bench.tom, shot, note, id)));
        assertThatExceptionOfType(NoSuchAttachment.class)
                .isThrownBy(
                        () -> bench.attachments(desk -> desk.remove(bench.maria, shot, note, AttachmentId.random())));
        assertThat(filesThere()).hasSize(1);
    }

    @Test
    void whatIsNotForTheirEyesIsNotThere() throws Exception {
        var secret = bench.note(bench.maria, shot, "internal");
        var id = AttachmentId.random();
        bench.attach(bench.maria, shot, secret, id, "a", one());
        var open = AttachmentId.random();
        attach(bench.maria, open, "b", new byte[] {1});
        var other = bench.lines.shot("sh020");

        assertThat(content(bench.tom, id)).isPresent();
        assertThat(content(bench.client, id)).isEmpty();
        assertThat(content(bench.client, open)).isPresent();
        assertThat(bench.<Optional<AttachmentContent>>read(notes -> notes.attachment(bench.tom, other, id)))
                .isEmpty();
        bench.attachments(desk -> desk.remove(bench.maria, shot, note, open));
        bench.attachments(desk -> desk.remove(bench.maria, shot, note, open));
        assertThat(content(bench.tom, open)).isEmpty();
        bench.at(desk -> desk.delete(bench.maria, shot, secret));
        assertThat(content(bench.tom, id)).isEmpty();
    }

    @Test
    void filesThatNobodyKnowsAreSwept() throws Exception {
        var id = AttachmentId.random();
        attach(bench.maria, id, "known", new byte[] {1});
        var orphan = Files.writeString(directory().resolve(UUID.randomUUID().toString()), "lost");
        var unfinished = Files.writeString(directory().resolve(UUID.randomUUID() + ".part"), "half");
        var young = Files.writeString(directory().resolve(UUID.randomUUID().toString()), "just coming");
        var foreign = Files.writeString(directory().resolve("notes.txt"), "somebody's own");
        var now = bench.clock.instant();
        try (var files = Files.list(directory())) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(
                        file, FileTime.from(file.equals(young) ? now : now.minus(Duration.ofDays(2))));
            }
        }

        var swept = bench.<Integer>purging(desk -> desk.sweepFiles(Duration.ofDays(1), 100));

        assertThat(swept).isEqualTo(2);
        assertThat(orphan).doesNotExist();
        assertThat(unfinished).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
        assertThat(content(bench.maria, id))
                .hasValueSatisfying(content -> assertThat(content.bytes()).exists());
    }

    @Test
    void aSweepIsBounded() throws Exception {
        attach(bench.maria, AttachmentId.random(), "known", new byte[] {1});
        for (var number = 0; number < 7; number++) {
            var orphan = Files.writeString(directory().resolve(UUID.randomUUID().toString()), "lost");
            Files.setLastModifiedTime(
                    orphan, FileTime.from(bench.clock.instant().minus(Duration.ofDays(2))));
        }

        assertThat(bench.<Integer>purging(desk -> desk.sweepFiles(Duration.ofDays(1), 5)))
                .isEqualTo(5);
        assertThat(bench.<Integer>purging(desk -> desk.sweepFiles(Duration.ofDays(1), 5)))
                .isEqualTo(2);
        assertThat(new FeedbackBench(database, data.resolve("other"))
                        .<Integer>purging(desk -> desk.sweepFiles(Duration.ofDays(1), 5)))
                .isZero();
    }

    private AttachmentDetail attach(Identity by, AttachmentId id, String name, byte[] bytes) {
        return bench.attach(by, shot, note, id, name, new ByteArrayInputStream(bytes));
    }

    private void refused(InputStream bytes, Class<? extends Throwable> rule) {
        assertThatExceptionOfType(rule)
                .isThrownBy(() -> bench.attach(bench.maria, shot, note, AttachmentId.random(), "file", bytes));
    }

    private Optional<AttachmentContent> content(Identity viewer, AttachmentId id) {
        return bench.read(notes -> notes.attachment(viewer, shot, id));
    }

    private Path directory() {
        return data.resolve("media/attachments");
    }

    private List<Path> filesThere() throws IOException {
        try (var files = Files.list(directory())) {
            return files.toList();
        }
    }

    private static InputStream one() {
        return new ByteArrayInputStream(new byte[] {1});
    }
}
