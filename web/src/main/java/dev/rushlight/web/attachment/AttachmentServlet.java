package dev.rushlight.web.attachment;

import dev.rushlight.feedback.AttachmentContent;
import dev.rushlight.feedback.AttachmentDetail;
import dev.rushlight.feedback.AttachmentIdTaken;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoteDeleted;
import dev.rushlight.feedback.UnacceptableAttachment;
import dev.rushlight.feedback.UploadDesk;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.server.http.JsonReply;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.access.OwnPage;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes files for notes and gives them out, to people who are signed in. Whatever somebody attached stays a file: it never
 * becomes a page of ours, and only what is known to be a picture is shown as one.
 */
@WebServlet(name = "rushlight-attachments", urlPatterns = AttachmentAddress.ROOT + "/*")
public class AttachmentServlet extends HttpServlet {

    private static final int PAYLOAD_TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final String NOTHING_HERE = "There is nothing at this address";
    private static final Logger LOG = Logger.getLogger(AttachmentServlet.class.getName());

    private final transient CurrentPerson people;
    private final transient FeedbackNotes notes;
    private final transient UploadDesk uploads;

    @Inject
    public AttachmentServlet(CurrentPerson people, FeedbackNotes notes, UploadDesk uploads) {
        this.people = people;
        this.notes = notes;
        this.uploads = uploads;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = people.find(request);
        if (person.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign in to see this");
            return;
        }
        var found = AttachmentAddress.Asked.of(path(request))
                .flatMap(asked -> notes.attachment(person.get(), asked.item(), asked.file()));
        if (found.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, NOTHING_HERE);
            return;
        }
        give(request, response, found.get());
    }

    private static void give(HttpServletRequest request, HttpServletResponse response, AttachmentContent found)
            throws IOException {
        var detail = found.detail();
        var tag = "\"%s\"".formatted(detail.sha256());
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        try (var bytes = Files.newInputStream(found.bytes())) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.setHeader(
                    "Content-Disposition",
                    "%s; filename*=UTF-8''%s".formatted(isPicture(detail) ? "inline" : "attachment", encoded(detail)));
            response.setContentType(detail.contentType());
            response.setContentLengthLong(detail.size());
            bytes.transferTo(response.getOutputStream());
        } catch (NoSuchFileException gone) {
            LOG.log(Level.WARNING, gone, () -> "The file %s of a note is missing".formatted(detail.id()));
            refuse(response, HttpServletResponse.SC_NOT_FOUND, NOTHING_HERE);
        }
    }

    private static boolean isPicture(AttachmentDetail detail) {
        return detail.contentType().startsWith("image/");
    }

    private static String encoded(AttachmentDetail detail) {
        return URLEncoder.encode(detail.name(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!OwnPage.sent(request)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Files are taken from Rushlight's own pages only");
            return;
        }
        var person = people.find(request);
        if (person.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "You were signed out; sign in and attach it again");
            return;
        }
        var address = AttachmentAddress.Sent.of(path(request));
        if (address.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, NOTHING_HERE);
            return;
        }
        if (request.getContentLengthLong() > UploadDesk.LARGEST) {
            refuse(response, PAYLOAD_TOO_LARGE, "A file may have %d MB".formatted(UploadDesk.LARGEST / 1024 / 1024));
            return;
        }
        take(person.get(), address.get(), request, response);
    }

    private void take(
            Identity person, AttachmentAddress.Sent address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            var kept = uploads.attach(
                    person, address.item(), address.note(), address.file(), name(request), request.getInputStream());
            JsonReply.send(
                    response,
                    HttpServletResponse.SC_CREATED,
                    Json.createObjectBuilder()
                            .add("id", kept.id().toString())
                            .add("name", kept.name())
                            .add("size", kept.size())
                            .build());
        } catch (NotAllowed refused) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, refused.getMessage());
        } catch (NoSuchNote | NoteDeleted | NoSuchReviewItem gone) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "The note is not there any more");
        } catch (AttachmentIdTaken taken) {
            refuse(response, HttpServletResponse.SC_CONFLICT, taken.getMessage());
        } catch (UnacceptableAttachment refused) {
            refuse(response, UNPROCESSABLE, refused.getMessage());
        } catch (IOException broken) {
            LOG.warning(() -> "A file for the note %s did not arrive: %s".formatted(address.note(), broken));
            LOG.log(Level.FINE, "The file did not arrive", broken);
            refuse(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "The file did not arrive whole, or there is no room for it");
        }
    }

    /** Headers carry few characters, so that of the name all others are written as percent and number. */
    private static String name(HttpServletRequest request) {
        var written =
                Optional.ofNullable(request.getHeader("X-File-Name")).orElse("").replace("+", "%2B");
        try {
            return URLDecoder.decode(written, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return written;
        }
    }

    private static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("");
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        JsonReply.send(
                response, status, Json.createObjectBuilder().add("error", why).build());
    }
}
