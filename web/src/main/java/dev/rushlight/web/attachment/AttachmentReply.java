package dev.rushlight.web.attachment;

import dev.rushlight.feedback.AttachmentContent;
import dev.rushlight.feedback.AttachmentDetail;
import dev.rushlight.server.http.JsonReply;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives a file to whoever may see it. Whatever somebody attached stays a file: it never becomes a page of ours, and only
 * what is known to be a picture is shown as one.
 */
final class AttachmentReply {

    static final String NOTHING_HERE = "There is nothing at this address";

    private static final Logger LOG = Logger.getLogger(AttachmentReply.class.getName());

    private AttachmentReply() {}

    static void give(Optional<AttachmentContent> found, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (found.isPresent()) {
            give(found.get(), request, response);
        } else {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, NOTHING_HERE);
        }
    }

    private static void give(AttachmentContent found, HttpServletRequest request, HttpServletResponse response)
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

    static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        JsonReply.send(
                response, status, Json.createObjectBuilder().add("error", why).build());
    }
}
