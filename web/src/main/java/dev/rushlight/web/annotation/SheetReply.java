package dev.rushlight.web.annotation;

import dev.rushlight.feedback.AnnotationWriter;
import dev.rushlight.feedback.Annotations;
import dev.rushlight.feedback.Drawing;
import dev.rushlight.feedback.Sheet;
import dev.rushlight.feedback.StrokeId;
import dev.rushlight.people.Identity;
import dev.rushlight.server.http.JsonReply;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Answers a page that asks where a medium is drawn on, or for strokes that it lacks, with what its viewer may see. */
record SheetReply(Identity viewer, Source source) {

    /** Where the answer is read. */
    interface Source {

        Optional<Sheet> sheet(SheetAddress at);

        Drawing strokes(SheetAddress at, List<StrokeId> strokes);
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = SheetAddress.of(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (address.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing at this address");
            return;
        }
        var asked = Optional.ofNullable(request.getParameter("strokes"));
        if (asked.isPresent()) {
            giveStrokes(address.get(), asked.get(), response);
        } else {
            giveSheet(address.get(), request, response);
        }
    }

    private void giveStrokes(SheetAddress address, String asked, HttpServletResponse response) throws IOException {
        var strokes = SheetAddress.strokes(asked);
        if (strokes.isEmpty() || strokes.get().size() > Annotations.MOST_AT_ONCE) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "\"strokes\" must be 1 to %d ids with commas between them".formatted(Annotations.MOST_AT_ONCE));
            return;
        }
        var drawing = source.strokes(address, strokes.get());
        JsonReply.send(
                response,
                HttpServletResponse.SC_OK,
                Json.createObjectBuilder(AnnotationWriter.write(drawing.strokes()))
                        .add("truncated", drawing.truncated())
                        .build());
    }

    private void giveSheet(SheetAddress address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var sheet = source.sheet(address);
        if (sheet.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is no such version");
            return;
        }
        var bytes = SheetJson.of(sheet.get(), viewer).toString().getBytes(StandardCharsets.UTF_8);
        var tag = "\"%s\"".formatted(digest(bytes));
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/json;charset=utf-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java knows SHA-256", missing);
        }
    }

    static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        JsonReply.send(
                response, status, Json.createObjectBuilder().add("error", why).build());
    }
}
