package dev.rushlight.web.annotation;

import dev.rushlight.feedback.AnnotationReader;
import dev.rushlight.feedback.DrawingDesk;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoSuchStroke;
import dev.rushlight.feedback.NoteDeleted;
import dev.rushlight.feedback.NoteIdTaken;
import dev.rushlight.feedback.StrokeIdTaken;
import dev.rushlight.feedback.TooManyNotes;
import dev.rushlight.feedback.TooManyStrokes;
import dev.rushlight.feedback.UnacceptablePlace;
import dev.rushlight.feedback.UnacceptableStroke;
import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVersion;
import dev.rushlight.review.TooLateToUndo;
import dev.rushlight.server.http.JsonReply;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.access.OwnPage;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes what people draw on our own pages, as {@code docs/annotations.md} shows. Everything may be sent again by whoever is
 * not sure whether it arrived.
 */
@WebServlet(name = "rushlight-strokes", urlPatterns = StrokeAddress.ROOT + "/*")
public class StrokeServlet extends HttpServlet {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final JsonLimits LIMITS = new JsonLimits(AnnotationReader.LONGEST, 12);
    private static final Logger LOG = Logger.getLogger(StrokeServlet.class.getName());

    private final transient CurrentPerson people;
    private final transient DrawingDesk drawings;
    private final transient Pace pace;

    @Inject
    public StrokeServlet(CurrentPerson people, DrawingDesk drawings, Clock clock) {
        this.people = people;
        this.drawings = drawings;
        this.pace = new Pace(clock);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = people.find(request);
        var address =
                StrokeAddress.of(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (!OwnPage.sent(request)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Strokes are taken from Rushlight's own pages only");
        } else if (person.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign in to draw");
        } else if (address.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing at this address");
        } else if (!pace.allows(person.get().id())) {
            response.setHeader("Retry-After", Long.toString(Pace.SPELL.toSeconds()));
            refuse(response, TOO_MANY_REQUESTS, "That is more at once than anybody draws; try again in a moment");
        } else {
            take(person.get(), address.get(), request, response);
        }
    }

    private void take(Identity person, StrokeAddress address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = request.getInputStream().readNBytes(LIMITS.maxBytes() + 1);
        if (body.length > LIMITS.maxBytes()) {
            refuse(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "What is drawn at once may have %d bytes".formatted(LIMITS.maxBytes()));
            return;
        }
        try {
            obey(person, address, JsonText.parseObject(new String(body, StandardCharsets.UTF_8), LIMITS));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (MalformedJson | UnacceptableStroke | UnacceptablePlace wrong) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, wrong.getMessage());
        } catch (NotAllowed refused) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, refused.getMessage());
        } catch (NoSuchReviewItem | NoSuchVersion | NoSuchNote | NoSuchStroke missing) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, missing.getMessage());
        } catch (NoteDeleted
                | NoteIdTaken
                | StrokeIdTaken
                | TooLateToUndo
                | TooManyNotes
                | TooManyStrokes conflicting) {
            refuse(response, HttpServletResponse.SC_CONFLICT, conflicting.getMessage());
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, failed, () -> "Strokes of the note %s were not taken".formatted(address.note()));
            refuse(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "The server failed; see its log");
        }
    }

    private void obey(Identity person, StrokeAddress address, JsonObject asked) {
        switch (address.deed()) {
            case DRAW -> drawings.draw(person, StrokesAsked.draft(address, asked));
            case TAKE_BACK -> drawings.remove(person, address.item(), address.note(), StrokesAsked.named(asked));
            case PUT_BACK -> drawings.restore(person, address.item(), address.note(), StrokesAsked.named(asked));
        }
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        JsonReply.send(
                response, status, Json.createObjectBuilder().add("error", why).build());
    }
}
