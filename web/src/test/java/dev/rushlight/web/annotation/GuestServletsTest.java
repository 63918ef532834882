package dev.rushlight.web.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeResponse;
import dev.rushlight.feedback.Drawing;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Sheet;
import dev.rushlight.feedback.StrokeId;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.reviewsession.GuestDrawingDesk;
import dev.rushlight.reviewsession.GuestLinkId;
import dev.rushlight.reviewsession.GuestNote;
import dev.rushlight.reviewsession.GuestPass;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.reviewsession.GuestSight;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.reviewsession.TooManyGuestActs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the pages of guests fetch and send beside the pages themselves. */
class GuestServletsTest {

    private static final ReviewItemId ITEM = new ReviewItemId(UUID.randomUUID());
    private static final NoteId NOTE = NoteId.random();
    private static final String SHEET = "/%s/3/0".formatted(ITEM.value());
    private static final String STROKES = "/%s/%s".formatted(ITEM.value(), NOTE.value());
    private static final String ARROW = """
            {"version": 3, "media": 1, "visibility": "TEAM", "format": "ori.syncevent/1", "frames": [{"frame": 43,
             "annotation_commands": [{"OTIO_SCHEMA": "ArrowAnnotation.1", "uuid": "%s", "rgba": [1, 0, 0, 1],
             "start": [0.5, 0.25], "end": [0.05, 0.1], "size": 0.008}]}]}
            """.formatted(UUID.randomUUID());

    private final GuestPass pass = new GuestPass(
            GuestLinkId.random(),
            ReviewSessionId.random(),
            new Identity(PersonId.random(), "guest-1", "Carla", Role.VIEWER, Set.of(), PersonKind.GUEST),
            GuestRight.COMMENT,
            Instant.EPOCH);
    private final Desk desk = new Desk();
    private final GuestSheetServlet sheets = new GuestSheetServlet(desk);
    private final GuestStrokeServlet strokes = new GuestStrokeServlet(desk, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private boolean cameIn = true;

    @Test
    void aGuestAsksForWhatTheyLookAtByTheirLink() throws Exception {
        assertThat(get(SHEET).getStatus()).isEqualTo(200);
        assertThat(desk.done).containsExactly("sheet 0 " + sight());
    }

    @Test
    void whoeverDidNotComeInSeesAndDrawsNothing() throws Exception {
        cameIn = false;
        assertThat(get(SHEET).getStatus()).isEqualTo(401);
        assertThat(post(STROKES, ARROW).getStatus()).isEqualTo(401);
        assertThat(desk.done).isEmpty();
    }

    @Test
    void whatTheReviewSessionDoesNotShowIsNotThere() throws Exception {
        desk.broken = Optional.of(new LinkLeadsNowhere());
        assertThat(get(SHEET).getStatus()).isEqualTo(404);
        desk.broken = Optional.of(new StaleVersion(3, 4, "sh010", "", Instant.EPOCH));
        assertThat(get(SHEET).getStatus()).isEqualTo(404);
        desk.broken = Optional.of(new TooManyGuestActs(Duration.ofSeconds(3)));
        assertThat(get(SHEET).getStatus()).isEqualTo(429);
    }

    @Test
    void whatIsDrawnBeginsANoteOnTheVersionThatTheGuestSaw() throws Exception {
        assertThat(post(STROKES, ARROW).getStatus()).isEqualTo(204);
        assertThat(desk.done)
                .containsExactly("draw %s %s %s".formatted(NOTE, new OnFrames(1, FrameRange.single(43)), sight()));
    }

    @Test
    void strokesAreTakenBackAndPutBackByName() throws Exception {
        var stroke = StrokeId.random();
        var asked = "{\"version\": 3, \"strokes\": [\"%s\"]}".formatted(stroke);
        assertThat(post(STROKES + "/taken-back", asked).getStatus()).isEqualTo(204);
        assertThat(post(STROKES + "/put-back", asked).getStatus()).isEqualTo(204);
        assertThat(desk.done).containsExactly("take back [%s]".formatted(stroke), "put back [%s]".formatted(stroke));
        assertThat(post(STROKES + "/put-back", "{\"strokes\": [\"%s\"]}".formatted(stroke))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void everyRefusalHasItsStatus() throws Exception {
        desk.broken = Optional.of(new NotAllowed("Only to look"));
        assertThat(post(STROKES, ARROW).getStatus()).isEqualTo(403);
        desk.broken = Optional.of(new LinkLeadsNowhere());
        assertThat(post(STROKES, ARROW).getStatus()).isEqualTo(403);
        desk.broken = Optional.of(new StaleVersion(3, 4, "sh010", "", Instant.EPOCH));
        assertThat(post(STROKES, ARROW).getStatus()).isEqualTo(409);
        desk.broken = Optional.of(new TooManyGuestActs(Duration.ofSeconds(3)));
        assertThat(post(STROKES, ARROW).getStatus()).isEqualTo(429);
    }

    private GuestSight sight() {
        return new GuestSight(pass, ITEM, 3);
    }

    private FakeResponse get(String path) throws Exception {
        var response = new FakeResponse();
        sheets.doGet(request(path, ""), response);
        return response;
    }

    private FakeResponse post(String path, String body) throws Exception {
        var response = new FakeResponse();
        strokes.doPost(request(path, body), response);
        return response;
    }

    private PageRequest request(String path, String body) {
        var request = new PageRequest(path, body);
        if (cameIn) {
            request.getSession(true).setAttribute(GuestPass.class.getName(), pass);
        }
        return request;
    }

    private static final class Desk extends GuestDrawingDesk {

        private final List<String> done = new ArrayList<>();
        private Optional<RuntimeException> broken = Optional.empty();

        @Override
        public Optional<Sheet> sheet(GuestSight at, int media) {
            act("sheet %d %s".formatted(media, at));
            return Optional.of(new Sheet(List.of(), false));
        }

        @Override
        public Drawing strokes(GuestSight at, int media, Collection<StrokeId> ids) {
            act("strokes " + ids);
            return new Drawing(List.of(), false);
        }

        @Override
        public void draw(GuestSight at, GuestNote note) {
            act("draw %s %s %s".formatted(note.id(), note.place(), at));
        }

        @Override
        public void takeBack(GuestSight at, NoteId note, Collection<StrokeId> strokes) {
            act("take back " + strokes);
        }

        @Override
        public void putBack(GuestSight at, NoteId note, Collection<StrokeId> strokes) {
            act("put back " + strokes);
        }

        private void act(String what) {
            broken.ifPresent(rule -> {
                throw rule;
            });
            done.add(what);
        }
    }
}
