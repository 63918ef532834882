package dev.rushlight.web.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeResponse;
import dev.rushlight.feedback.AttachmentContent;
import dev.rushlight.feedback.AttachmentDetail;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.UploadDesk;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.reviewsession.GuestAttachmentDesk;
import dev.rushlight.reviewsession.GuestLinkId;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.reviewsession.GuestSight;
import dev.rushlight.reviewsession.GuestUploadDesk;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.web.access.OwnPage;
import dev.rushlight.web.testing.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestAttachmentServletTest {

    private static final ReviewItemId ITEM = ReviewItemId.random();
    private static final NoteId NOTE = NoteId.random();
    private static final AttachmentId FILE = AttachmentId.random();

    private final GuestPass pass = new GuestPass(
            GuestLinkId.random(),
            ReviewSessionId.random(),
            new Identity(PersonId.random(), "guest-1", "Carla", Role.VIEWER, Set.of(), PersonKind.GUEST),
            GuestRight.COMMENT,
            Instant.EPOCH);
    private final Map<String, List<String>> headers = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private Optional<RuntimeException> refusal = Optional.empty();
    private boolean cameIn = true;

    @TempDir
    private Path files;

    @BeforeEach
    void comeFromOurOwnPage() throws IOException {
        headers.put(OwnPage.MARK, List.of("notes"));
        headers.put("X-File-Name", List.of("still.png"));
        Files.writeString(files.resolve("bytes"), "<script>");
    }

    @Test
    void aGuestReadsAFileByTheirLinkAndItStaysAFile() throws Exception {
        var answer = get(GuestAttachmentAddress.of(ITEM, 3, FILE));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getBufferAsString()).isEqualTo("<script>");
        assertThat(done).containsExactly("read %s %s".formatted(FILE, sight()));
    }

    @Test
    void aGuestSendsAFileToTheVersionThatTheySaw() throws Exception {
        var answer = put("some bytes");
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getBufferAsString()).contains("\"name\":\"still.png\"", "\"size\":10");
        assertThat(done).containsExactly("attach %s still.png some bytes %s".formatted(NOTE, sight()));
    }

    @Test
    void whoeverDidNotComeInNeitherGetsNorGives() throws Exception {
        cameIn = false;
        assertThat(get(GuestAttachmentAddress.of(ITEM, 3, FILE)).getStatus()).isEqualTo(401);
        assertThat(put("x").getStatus()).isEqualTo(401);
        assertThat(done).isEmpty();
    }

    @Test
    void whatAnotherSiteSendsIsNotTaken() throws Exception {
        headers.remove(OwnPage.MARK);
        assertThat(put("x").getStatus()).isEqualTo(403);
        assertThat(done).isEmpty();
    }

    @Test
    void whatIsTooLargeForTheTeamIsTooLargeForGuests() throws Exception {
        headers.put("Content-Length", List.of(Long.toString(UploadDesk.LARGEST + 1)));
        assertThat(put("x").getStatus()).isEqualTo(413);
        assertThat(done).isEmpty();
    }

    @Test
    void everyRefusalHasItsStatus() throws Exception {
        assertThat(refused(new LinkLeadsNowhere())).containsExactly(404, 403);
        assertThat(refused(new StaleVersion(3, 4, "sh010", "", Instant.EPOCH))).containsExactly(404, 409);
        assertThat(refused(new TooManyGuestActs(Duration.ofSeconds(3)))).containsExactly(429, 429);
        refusal = Optional.of(new NotAllowed("Only to look"));
        assertThat(put("x").getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/%1$s", "/%1$s/%2$s", "/%1$s/x/%2$s", "/%1$s/3/%2$s/", "/%1$s/3/%2$s/%2$s/%2$s"})
    void otherAddressesLeadNowhere(String pattern) throws Exception {
        var path = pattern.formatted(ITEM, FILE);
        assertThat(getPath(path).getStatus()).isEqualTo(404);
        assertThat(putPath(path, "x").getStatus()).isEqualTo(404);
        assertThat(done).isEmpty();
    }

    private List<Integer> refused(RuntimeException why) throws Exception {
        refusal = Optional.of(why);
        return List.of(get(GuestAttachmentAddress.of(ITEM, 3, FILE)).getStatus(), put("x").getStatus());
    }

    private GuestSight sight() {
        return new GuestSight(pass, ITEM, 3);
    }

    private FakeResponse get(String address) throws Exception {
        return getPath(inServlet(address));
    }

    private FakeResponse getPath(String path) throws Exception {
        var response = new FakeResponse();
        servlet().doGet(request(path, ""), response);
        return response;
    }

    private FakeResponse put(String bytes) throws Exception {
        return putPath(inServlet(GuestAttachmentAddress.uploads(ITEM, 3, NOTE) + FILE.value()), bytes);
    }

    private FakeResponse putPath(String path, String bytes) throws Exception {
        var response = new FakeResponse();
        servlet().doPut(request(path, bytes), response);
        return response;
    }

    private static String inServlet(String address) {
        return "/%s".formatted(address).substring(GuestAttachmentAddress.ROOT.length());
    }

    private AttachmentRequest request(String path, String bytes) {
        var request = new AttachmentRequest(path, bytes, headers);
        if (cameIn) {
            request.getSession(true).setAttribute(GuestPass.class.getName(), pass);
        }
        return request;
    }

    private GuestAttachmentServlet servlet() {
        return new GuestAttachmentServlet(new Attachments(), new Uploads());
    }

    private void act(String what) {
        refusal.ifPresent(rule -> {
            throw rule;
        });
        done.add(what);
    }

    private static AttachmentDetail detail(String name, long size) {
        return new AttachmentDetail(
                FILE,
                name,
                "application/octet-stream",
                size,
                "abc",
                OptionalInt.empty(),
                OptionalInt.empty(),
                Samples.NOW);
    }

    private final class Attachments extends GuestAttachmentDesk {

        @Override
        public Optional<AttachmentContent> attachment(GuestSight at, AttachmentId id) {
            act("read %s %s".formatted(id, at));
            return Optional.of(new AttachmentContent(detail("x.html", 8), files.resolve("bytes")));
        }
    }

    private final class Uploads extends GuestUploadDesk {

        @Override
        public AttachmentDetail attach(GuestSight at, NoteId note, AttachmentId id, String name, InputStream bytes)
                throws IOException {
            var text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            act("attach %s %s %s %s".formatted(note, name, text, at));
            return detail(name, text.length());
        }
    }
}
