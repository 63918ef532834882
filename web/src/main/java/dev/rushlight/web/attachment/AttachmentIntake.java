package dev.rushlight.web.attachment;

import dev.rushlight.feedback.AttachmentDetail;
import dev.rushlight.feedback.AttachmentIdTaken;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoteDeleted;
import dev.rushlight.feedback.UnacceptableAttachment;
import dev.rushlight.feedback.UploadDesk;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.server.http.JsonReply;
import dev.rushlight.web.access.OwnPage;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes files for notes from our own pages, and says in words and numbers what cannot be taken. Everything may be sent
 * again by whoever is not sure whether it arrived.
 */
final class AttachmentIntake {

    static final int TOO_MANY_REQUESTS = 429;

    private static final int PAYLOAD_TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final Logger LOG = Logger.getLogger(AttachmentIntake.class.getName());

    private AttachmentIntake() {}

    /** Puts a file beside its note. */
    interface Keeper {

        AttachmentDetail keep(String name, InputStream bytes) throws IOException;
    }

    /**
     * Has the file kept that a request brings.
     *
     * @param unknown what is said to whoever is not known; empty if they are
     * @param keeper nothing if the address is that of no note
     */
    static void take(
            HttpServletRequest request, HttpServletResponse response, Optional<String> unknown, Optional<Keeper> keeper)
            throws IOException {
        if (!OwnPage.sent(request)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Files are taken from Rushlight's own pages only");
        } else if (unknown.isPresent()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, unknown.get());
        } else if (keeper.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, AttachmentReply.NOTHING_HERE);
        } else if (request.getContentLengthLong() > UploadDesk.LARGEST) {
            refuse(response, PAYLOAD_TOO_LARGE, "A file may have %d MB".formatted(UploadDesk.LARGEST / 1024 / 1024));
        } else {
            take(request, response, keeper.get());
        }
    }

    private static void take(HttpServletRequest request, HttpServletResponse response, Keeper keeper)
            throws IOException {
        try {
            var kept = keeper.keep(name(request), request.getInputStream());
            JsonReply.send(
                    response,
                    HttpServletResponse.SC_CREATED,
                    Json.createObjectBuilder()
                            .add("id", kept.id().toString())
                            .add("name", kept.name())
                            .add("size", kept.size())
                            .build());
        } catch (NotAllowed | LinkLeadsNowhere refused) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, refused.getMessage());
        } catch (NoSuchNote | NoteDeleted | NoSuchReviewItem gone) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "The note is not there any more");
        } catch (AttachmentIdTaken | StaleVersion conflicting) {
            refuse(response, HttpServletResponse.SC_CONFLICT, conflicting.getMessage());
        } catch (UnacceptableAttachment refused) {
            refuse(response, UNPROCESSABLE, refused.getMessage());
        } catch (TooManyGuestActs tooMany) {
            refuse(response, TOO_MANY_REQUESTS, tooMany.getMessage());
        } catch (IOException broken) {
            LOG.warning(() -> "A file for %s did not arrive: %s".formatted(request.getPathInfo(), broken));
            LOG.log(Level.FINE, "The file did not arrive", broken);
            refuse(
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "The file did not arrive whole, or there is no room for it");
        }
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        AttachmentReply.refuse(response, status, why);
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
}
