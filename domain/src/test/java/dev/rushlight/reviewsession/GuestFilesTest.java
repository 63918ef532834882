package dev.rushlight.reviewsession;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.feedback.AttachmentContent;
import dev.rushlight.feedback.AttachmentDesk;
import dev.rushlight.feedback.AttachmentDetail;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.UnacceptableAttachment;
import dev.rushlight.installation.Database;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.StaleVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The files beside what is said to and by guests. */
@ParameterizedClass
@EnumSource(Database.class)
class GuestFilesTest {

    @TempDir
    private Path data;

    private final Database database;
    private ReviewSessionBench bench;
    private ReviewSessionId id;
    private ReviewItemId item;
    private GuestPass pass;

    GuestFilesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void comeIn() {
        bench = new ReviewSessionBench(database, data);
        id = bench.openedWithShots(1);
        item = bench.order(id).get(0);
        pass = bench.entered(id, GuestRight.COMMENT);
    }

    @Test
    void aGuestSeesTheFilesBesideWhatIsForClientsAndNoOthers() {
        var meant = bench.attached(item, bench.clientNote(item, "As here"), "reference.txt", "blue");
        var internal = bench.attached(item, bench.internalNote(item, "Not for them"), "budget.txt", "red");

        assertThat(file(sight(1), meant)).hasValueSatisfying(content -> {
            assertThat(content.detail().name()).isEqualTo("reference.txt");
            assertThat(content.bytes()).hasContent("blue");
        });
        assertThat(file(sight(1), internal)).isEmpty();
        assertThat(file(sight(1), AttachmentId.random())).isEmpty();
    }

    @Test
    void aFileOfAnotherItemIsNotThereEvenByAGoodLink() {
        var foreign = bench.order(bench.openedWithShots(1)).get(0);
        var file = bench.attached(foreign, bench.clientNote(foreign, "For others"), "theirs.txt", "x");

        assertThat(file(sight(1), file)).isEmpty();
        assertThatExceptionOfType(LinkLeadsNowhere.class)
                .isThrownBy(() -> file(new GuestSight(pass, foreign, 1), file));
    }

    @Test
    void filesGoOnWithTheirThreadAndStayBehindWithOneThatIsSettled() {
        var open = bench.clientNote(item, "Still so");
        var settled = bench.clientNote(item, "Done with");
        var carried = bench.attached(item, open, "carried.txt", "x");
        var left = bench.attached(item, settled, "left.txt", "x");
        bench.settled(item, settled);
        bench.shot(id, 0);

        assertThat(file(sight(2), carried)).isPresent();
        assertThat(file(sight(2), left)).isEmpty();
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> file(sight(1), left));
    }

    @Test
    void aGuestPutsAFileBesideTheirOwnNoteAndTakesItAway() {
        var own = said("As in this still");
        var file = AttachmentId.random();

        var kept = attach(own, file, one());

        assertThat(attach(own, file, one())).isEqualTo(kept);
        assertThat(attached(own)).containsExactly(kept);
        assertThat(file(sight(1), file)).isPresent();
        bench.files(desk -> {
            desk.remove(sight(1), own, file);
            return true;
        });
        assertThat(file(sight(1), file)).isEmpty();
        assertThat(attached(own)).isEmpty();
    }

    @Test
    void whatOthersSaidTakesNoFileOfAGuest() throws Exception {
        var leads = bench.clientNote(item, "The sky is not final");
        var internal = bench.internalNote(item, "Because of the old grade");

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> attach(leads, AttachmentId.random(), one()));
        assertThatExceptionOfType(NoSuchNote.class).isThrownBy(() -> attach(internal, AttachmentId.random(), one()));
        assertThat(kept()).isEmpty();
    }

    @Test
    void theLimitsAreThoseOfEverybody() {
        var own = said("See all these");
        for (var number = 0; number < AttachmentDesk.MOST_OF_A_NOTE; number++) {
            attach(own, AttachmentId.random(), one());
        }

        assertThatExceptionOfType(UnacceptableAttachment.class)
                .isThrownBy(() -> attach(own, AttachmentId.random(), one()));
        var other = said("And nothing");
        assertThatExceptionOfType(UnacceptableAttachment.class)
                .isThrownBy(() -> attach(other, AttachmentId.random(), InputStream.nullInputStream()));
    }

    @Test
    void aLinkThatIsRevokedWhileAFileComesKeepsNothingOfIt() throws Exception {
        var own = said("On its way");
        var revoking = new InputStream() {
            private boolean read;

            @Override
            public int read() {
                if (read) {
                    return -1;
                }
                read = true;
                bench.revoke(pass.link());
                return 1;
            }
        };

        assertThatExceptionOfType(LinkLeadsNowhere.class)
                .isThrownBy(() -> attach(own, AttachmentId.random(), revoking));
        assertThat(kept()).isEmpty();
        assertThat(attached(own)).isEmpty();
    }

    @Test
    void aFileCostsOneActHoweverOftenTheLinkIsLookedAt() {
        var own = said("Count");
        spendEverything();
        bench.clock.advance(GuestPace.ACT);

        attach(own, AttachmentId.random(), one());

        assertThatExceptionOfType(TooManyGuestActs.class).isThrownBy(() -> attach(own, AttachmentId.random(), one()));
    }

    private void spendEverything() {
        assertThatExceptionOfType(TooManyGuestActs.class).isThrownBy(() -> {
            for (var turn = 0; turn < 1_000; turn++) {
                bench.pace.spend(pass.link(), GuestPace.LOOK);
            }
        });
    }

    private GuestSight sight(int version) {
        return new GuestSight(pass, item, version);
    }

    private NoteId said(String text) {
        return bench.says(desk -> desk.comment(sight(1), bench.note(text)));
    }

    private AttachmentDetail attach(NoteId note, AttachmentId file, InputStream bytes) {
        return bench.attach(sight(1), note, file, "still.txt", bytes);
    }

    private Optional<AttachmentContent> file(GuestSight at, AttachmentId file) {
        return bench.files(desk -> desk.attachment(at, file));
    }

    private List<AttachmentDetail> attached(NoteId note) {
        return bench.threads(item).stream()
                .filter(thread -> thread.note().id().equals(note))
                .flatMap(thread -> thread.note().extras().attachments().stream())
                .toList();
    }

    private List<Path> kept() throws IOException {
        var directory = data.resolve("media/attachments");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static InputStream one() {
        return new ByteArrayInputStream("x".getBytes(UTF_8));
    }
}
