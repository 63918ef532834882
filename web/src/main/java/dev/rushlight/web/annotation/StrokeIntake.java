package dev.rushlight.web.annotation;

import dev.rushlight.feedback.AnnotationReader;
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
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonId;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.NoSuchVersion;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.TooLateToUndo;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.server.http.JsonReply;
import dev.rushlight.server.http.RequestBody;
import dev.rushlight.web.access.OwnPage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes what is drawn on our own pages, as {@code docs/annotations.md} shows, and says in words and numbers what cannot be
 * taken. Everything may be sent again by whoever is not sure whether it arrived.
 */
final class StrokeIntake {

    static final int TOO_MANY_REQUESTS = 429;

    private static final JsonLimits LIMITS = new JsonLimits(AnnotationReader.LONGEST, 12);
    private static final Logger LOG = Logger.getLogger(StrokeIntake.class.getName());

    private final Pace pace;

    StrokeIntake(Clock clock) {
        pace = new Pace(clock);
    }

    /**
     * Has the wish obeyed that a request brings.
     *
     * @param by who draws, if that is known
     * @param unknown what is said to whoever is not known
     */
    void take(
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<PersonId> by,
            String unknown,
            BiConsumer<StrokeAddress, JsonObject> obey)
            throws IOException {
        var address =
                StrokeAddress.of(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (!OwnPage.sent(request)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Strokes are taken from Rushlight's own pages only");
        } else if (by.isEmpty()) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, unknown);
        } else if (address.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, "There is nothing at this address");
        } else if (!pace.allows(by.get())) {
            tooMany(response, "That is more at once than anybody draws; try again in a moment");
        } else {
            obey(address.get(), request, response, obey);
        }
    }

    private static void obey(
            StrokeAddress address,
            HttpServletRequest request,
            HttpServletResponse response,
            BiConsumer<StrokeAddress, JsonObject> obey)
            throws IOException {
        var arrived = RequestBody.read(request, LIMITS.maxBytes() + 1);
        if (arrived.isEmpty()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, RequestBody.CUT_SHORT);
            return;
        }
        var body = arrived.get();
        if (body.length > LIMITS.maxBytes()) {
            refuse(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "What is drawn at once may have %d bytes".formatted(LIMITS.maxBytes()));
            return;
        }
        try {
            obey.accept(address, JsonText.parseObject(body, LIMITS));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (MalformedJson | UnacceptableStroke | UnacceptablePlace wrong) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, wrong.getMessage());
        } catch (NotAllowed | LinkLeadsNowhere refused) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, refused.getMessage());
        } catch (NoSuchReviewItem | NoSuchVersion | NoSuchNote | NoSuchStroke missing) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, missing.getMessage());
        } catch (NoteDeleted
                | NoteIdTaken
                | StrokeIdTaken
                | StaleVersion
                | TooLateToUndo
                | TooManyNotes
                | TooManyStrokes conflicting) {
            refuse(response, HttpServletResponse.SC_CONFLICT, conflicting.getMessage());
        } catch (TooManyGuestActs tooMany) {
            tooMany(response, tooMany.getMessage());
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, failed, () -> "Strokes of the note %s were not taken".formatted(address.note()));
            refuse(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "The server failed; see its log");
        }
    }

    private static void tooMany(HttpServletResponse response, String why) throws IOException {
        response.setHeader("Retry-After", Long.toString(Pace.SPELL.toSeconds()));
        refuse(response, TOO_MANY_REQUESTS, why);
    }

    private static void refuse(HttpServletResponse response, int status, String why) throws IOException {
        JsonReply.send(
                response, status, Json.createObjectBuilder().add("error", why).build());
    }
}
