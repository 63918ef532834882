package dev.rushlight.web.annotation;

import dev.rushlight.feedback.AnnotationWriter;
import dev.rushlight.feedback.Annotations;
import dev.rushlight.people.Identity;
import dev.rushlight.server.http.JsonReply;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells the pages of people who are signed in where a medium is drawn on, and gives them the strokes that they lack. A
 * stroke never changes, so a page asks for each once, and for the rest whenever it hears that something did change.
 */
@WebServlet(name = "rushlight-sheets", urlPatterns = SheetAddress.ROOT + "/*")
public class SheetServlet extends HttpServlet {

    private final transient CurrentPerson people;
    private final transient Annotations annotations;

    @Inject
    public SheetServlet(CurrentPerson people, Annotations annotations) {
        this.people = people;
        this.annotations = annotations;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = people.find(request);
        if (person.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign in to see what is drawn");
            return;
        }
        var address = SheetAddress.of(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (address.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing at this address");
            return;
        }
        var asked = Optional.ofNullable(request.getParameter("strokes"));
        if (asked.isPresent()) {
            giveStrokes(person.get(), address.get(), asked.get(), response);
        } else {
            giveSheet(person.get(), address.get(), request, response);
        }
    }

    private void giveStrokes(Identity person, SheetAddress address, String asked, HttpServletResponse response)
            throws IOException {
        var strokes = SheetAddress.strokes(asked);
        if (strokes.isEmpty() || strokes.get().size() > Annotations.MOST_AT_ONCE) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "\"strokes\" must be 1 to %d ids with commas between them".formatted(Annotations.MOST_AT_ONCE));
            return;
        }
        var drawing = annotations.strokes(person, address.item(), strokes.get());
        JsonReply.send(
                response,
                HttpServletResponse.SC_OK,
                Json.createObjectBuilder(AnnotationWriter.write(drawing.strokes()))
                        .add("truncated", drawing.truncated())
                        .build());
    }

    private void giveSheet(
            Identity person, SheetAddress address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var sheet = annotations.sheet(person, address.item(), address.version(), address.media());
        if (sheet.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is no such version");
            return;
        }
        var bytes = SheetJson.of(sheet.get(), person).toString().getBytes(StandardCharsets.UTF_8);
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

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        JsonReply.send(
                response, status, Json.createObjectBuilder().add("error", why).build());
    }
}
