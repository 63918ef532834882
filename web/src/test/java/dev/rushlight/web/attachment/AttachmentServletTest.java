package dev.rushlight.web.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeResponse;
import dev.rushlight.feedback.AttachmentContent;
import dev.rushlight.feedback.AttachmentDetail;
import dev.rushlight.feedback.AttachmentId;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.UnacceptableAttachment;
import dev.rushlight.feedback.UploadDesk;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.Role;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.web.access.OwnPage;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentServletTest {

    private static final ReviewItemId ITEM = ReviewItemId.random();
    private static final NoteId NOTE = NoteId.random();
    private static final AttachmentId PICTURE = AttachmentId.random();
    private static final AttachmentId PAGE = AttachmentId.random();
    private static final AttachmentId LOST = AttachmentId.random();

    private final Map<String, List<String>> headers = new HashMap<>();
    private Somebody person = Somebody.as(Role.REVIEWER);
    private Optional<Exception> refusal = Optional.empty();
    private String received = "";

    @TempDir
    private Path files;

    @BeforeEach
    void comeFromOurOwnPage() throws IOException {
        headers.put(OwnPage.MARK, List.of("notes"));
        headers.put("X-File-Name", List.of("sh%C3%B6t+1.png"));
        Files.writeString(files.resolve("bytes"), "<script>");
    }

    @Test
    void aPictureIsShownInItsPlace() throws Exception {
        var answer = get("/%s/%s".formatted(ITEM, PICTURE));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("image/png");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("inline; filename*=UTF-8''a%20%22b%22%C3%A9.png");
        assertThat(answer.getHeader("ETag")).isEqualTo("\"abc\"");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void anythingElseIsAFileAndNeverAPageOfOurs() throws Exception {
        var answer = get("/%s/%s".formatted(ITEM, PAGE));
        assertThat(answer.getContentType()).isEqualTo("application/octet-stream");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getBufferAsString()).isEqualTo("<script>");
    }

    @Test
    void whatTheBrowserHasIsNotSentAgain() throws Exception {
        headers.put("If-None-Match", List.of("\"abc\""));
        var answer = get("/%s/%s".formatted(ITEM, PICTURE));
        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getBufferAsString()).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotThere() throws Exception {
        for (var path :
                List.of("/%s/%s".formatted(ITEM, LOST), "/%s/%s".formatted(ITEM, AttachmentId.random()), "", "/x")) {
            assertThat(get(path).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void strangersNeitherGetNorGive() throws Exception {
        person = Somebody.unknown();
        assertThat(get("/%s/%s".formatted(ITEM, PICTURE)).getStatus()).isEqualTo(401);
        assertThat(put("x").getStatus()).isEqualTo(401);
        assertThat(received).isEmpty();
    }

    @Test
    void aFileIsTakenUnderItsName() throws Exception {
        var answer = put("some bytes");
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getBuffer().toString(StandardCharsets.UTF_8))
                .contains("\"name\":\"shöt+1.png\"", "\"size\":10");
        assertThat(received).isEqualTo("maria shöt+1.png some bytes");
    }

    @Test
    void aNameThatIsWrittenWronglyIsTakenAsItIs() throws Exception {
        headers.put("X-File-Name", List.of("100%.png"));
        put("x");
        assertThat(received).isEqualTo("maria 100%.png x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void otherSitesCannotSendFiles(String site) throws Exception {
        headers.put("Sec-Fetch-Site", List.of(site));
        assertThat(put("x").getStatus()).isEqualTo(403);
    }

    @Test
    void withoutTheMarkOfOurPagesOrFromAnotherOriginNothingIsTaken() throws Exception {
        headers.put("Host", List.of("review.example"));
        headers.put("Origin", List.of("https://review.example"));
        assertThat(put("x").getStatus()).isEqualTo(201);
        headers.put("Origin", List.of("https://evil.example"));
        assertThat(put("x").getStatus()).isEqualTo(403);
        headers.put("Origin", List.of("null"));
        assertThat(put("x").getStatus()).isEqualTo(403);
        headers.remove("Origin");
        headers.remove(OwnPage.MARK);
        assertThat(put("x").getStatus()).isEqualTo(403);
    }

    @Test
    void refusalsSayWhy() throws Exception {
        assertThat(put(new NotAllowed("Only the one who wrote a note can change it")))
                .isEqualTo(403);
        assertThat(put(new NoSuchNote(NOTE))).isEqualTo(404);
        assertThat(put(new UnacceptableAttachment("The file is empty"))).isEqualTo(422);
        assertThat(put(new IOException("disk full"))).isEqualTo(503);
    }

    @Test
    void whatSaysThatItIsTooLargeIsNotRead() throws Exception {
        headers.put("Content-Length", List.of(Long.toString(UploadDesk.LARGEST + 1)));
        assertThat(put("x").getStatus()).isEqualTo(413);
        assertThat(received).isEmpty();
    }

    private FakeResponse get(String path) throws Exception {
        var response = new FakeResponse();
        servlet().doGet(new AttachmentRequest(path, "", headers), response);
        return response;
    }

    private int put(Exception why) throws Exception {
        refusal = Optional.of(why);
        var answer = put("x");
        assertThat(answer.getBufferAsString()).contains("\"error\":\"").doesNotContain("disk full");
        return answer.getStatus();
    }

    private FakeResponse put(String bytes) throws Exception {
        var response = new FakeResponse();
        var request = new AttachmentRequest("/%s/%s/%s".formatted(ITEM, NOTE, AttachmentId.random()), bytes, headers);
        servlet().doPut(request, response);
        return response;
    }

    private AttachmentServlet servlet() {
        return new AttachmentServlet(person, new TwoFiles(), new Uploads());
    }

    private static AttachmentDetail detail(AttachmentId id, String name, String type, long size) {
        return new AttachmentDetail(id, name, type, size, "abc", OptionalInt.empty(), OptionalInt.empty(), Samples.NOW);
    }

    private final class TwoFiles extends FeedbackNotes {

        @Override
        public Optional<AttachmentContent> attachment(Identity viewer, ReviewItemId item, AttachmentId id) {
            if (!item.equals(ITEM)) {
                return Optional.empty();
            }
            if (id.equals(PICTURE)) {
                return Optional.of(
                        new AttachmentContent(detail(id, "a \"b\"é.png", "image/png", 8), files.resolve("bytes")));
            }
            if (id.equals(PAGE)) {
                return Optional.of(new AttachmentContent(
                        detail(id, "x.html", "application/octet-stream", 8), files.resolve("bytes")));
            }
            return id.equals(LOST)
                    ? Optional.of(new AttachmentContent(detail(id, "l", "image/png", 8), files.resolve("lost")))
                    : Optional.empty();
        }
    }

    private final class Uploads extends UploadDesk {

        @Override
        public AttachmentDetail attach(
                Identity by, ReviewItemId item, NoteId note, AttachmentId id, String name, InputStream bytes)
                throws IOException {
            if (refusal.isPresent()) {
                if (refusal.get() instanceof IOException broken) {
                    throw broken;
                }
                throw (RuntimeException) refusal.get();
            }
            var text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            received = "%s %s %s".formatted(by.username(), name, text);
            return detail(id, name, "application/octet-stream", text.length());
        }
    }
}
