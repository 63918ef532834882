package dev.rushlight.web.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeResponse;
import dev.rushlight.feedback.Annotations;
import dev.rushlight.feedback.Colour;
import dev.rushlight.feedback.Drawing;
import dev.rushlight.feedback.DrawnNote;
import dev.rushlight.feedback.DrawnStroke;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.Mark;
import dev.rushlight.feedback.NoteAuthor;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.Sheet;
import dev.rushlight.feedback.Stroke;
import dev.rushlight.feedback.StrokeId;
import dev.rushlight.feedback.StrokeKind;
import dev.rushlight.feedback.StrokePoint;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetServletTest {

    private static final ReviewItemId ITEM = new ReviewItemId(UUID.randomUUID());
    private static final Identity TOM = new Identity(new PersonId(UUID.randomUUID()), "tom", "Tom", Role.VIEWER);
    private static final DrawnNote OWN = new DrawnNote(NoteId.random(), TOM.id(), "Tom", 3, false);
    private static final DrawnNote OLD = new DrawnNote(NoteId.random(), PersonId.random(), "Maria", 2, false);
    private static final Stroke DOT = new Stroke(
            StrokeId.random(),
            FrameRange.single(5),
            StrokeKind.PEN,
            new Colour(255, 0, 0, 255),
            0.02,
            List.of(new StrokePoint(0, 0, 0.02, 1)),
            Optional.empty());
    private static final Mark HELD = new Mark(StrokeId.random(), new FrameRange(7, 9), OLD);
    private static final String SHEET = "/%s/3/0".formatted(ITEM.value());

    private Optional<Identity> person = Optional.of(TOM);

    @Test
    void aSheetNamesNotesOnceAndStrokesInTheirOrder() throws Exception {
        var answer = get(SHEET);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.getBufferAsString())
                .isEqualTo("""
                        {"truncated":false,"notes":[\
                        {"note":"%s","author":"Tom","own":true,"version":3,"resolved":false},\
                        {"note":"%s","author":"Maria","own":false,"version":2,"resolved":false}],\
                        "strokes":[{"uuid":"%s","note":0,"frame":5,"frameEnd":5},\
                        {"uuid":"%s","note":1,"frame":7,"frameEnd":9},\
                        {"uuid":"%s","note":0,"frame":5,"frameEnd":5}]}""".formatted(OWN.id(), OLD.id(), DOT.id(), HELD.stroke(), HELD.stroke()));
    }

    @Test
    void whoHasTheSheetAlreadyIsToldSo() throws Exception {
        var tag = get(SHEET).getHeader("ETag");

        var again = answer(new PageRequest(SHEET, "").with("If-None-Match", tag));

        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getBuffer().toByteArray()).isEmpty();
    }

    @Test
    void strokesAreGivenByName() throws Exception {
        var request = new PageRequest(SHEET, "");
        request.setParameter("strokes", DOT.id().toString());

        var answer = answer(request);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBufferAsString())
                .contains("PaintStart.1", DOT.id().toString(), "\"friendly_name\":\"Tom\"", "\"truncated\":false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "x", "1-1-1-1-1", "%s,", "%s,x"})
    void whatIsNoIdNamesNoStroke(String asked) throws Exception {
        var request = new PageRequest(SHEET, "");
        request.setParameter("strokes", asked.formatted(DOT.id()));

        assertThat(answer(request).getStatus()).isEqualTo(400);
    }

    @Test
    void onlySoManyStrokesAreGivenAtOnce() throws Exception {
        var request = new PageRequest(SHEET, "");
        request.setParameter("strokes", (DOT.id() + ",").repeat(Annotations.MOST_AT_ONCE) + DOT.id());

        assertThat(answer(request).getStatus()).isEqualTo(400);
    }

    @Test
    void strangersSeeNothing() throws Exception {
        person = Optional.empty();

        assertThat(get(SHEET).getStatus()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/%s", "/%s/3", "/%s/3/0/1", "/%s/-1/0", "/%s/4/0", "/%s/3/1234567890", "/x/3/0"})
    void otherAddressesLeadNowhere(String path) throws Exception {
        assertThat(get(path.formatted(ITEM.value())).getStatus()).isEqualTo(404);
    }

    private FakeResponse get(String path) throws Exception {
        return answer(new PageRequest(path, ""));
    }

    private FakeResponse answer(PageRequest request) throws Exception {
        var response = new FakeResponse();
        new SheetServlet(
                        new CurrentPerson() {
                            @Override
                            public Optional<Identity> find(HttpServletRequest asking) {
                                return person;
                            }
                        },
                        new ThreeStrokes())
                .doGet(request, response);
        return response;
    }

    private static final class ThreeStrokes extends Annotations {

        @Override
        public Optional<Sheet> sheet(Identity viewer, ReviewItemId item, int version, int media) {
            return item.equals(ITEM) && version == 3 && media == 0
                    ? Optional.of(new Sheet(
                            List.of(
                                    new Mark(DOT.id(), DOT.frames(), OWN),
                                    HELD,
                                    new Mark(HELD.stroke(), DOT.frames(), OWN)),
                            false))
                    : Optional.empty();
        }

        @Override
        public Drawing strokes(Identity viewer, ReviewItemId item, Collection<StrokeId> ids) {
            var author = new NoteAuthor(TOM.id(), "tom", "Tom", Role.VIEWER, PersonKind.HUMAN);
            return new Drawing(List.of(new DrawnStroke(DOT, OWN.id(), author, Instant.EPOCH)), false);
        }
    }
}
