package dev.rushlight.web.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeResponse;
import dev.rushlight.feedback.DrawingDesk;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoSuchNote;
import dev.rushlight.feedback.NoSuchStroke;
import dev.rushlight.feedback.NoteDeleted;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteIdTaken;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.StrokeId;
import dev.rushlight.feedback.StrokeKind;
import dev.rushlight.feedback.TooManyStrokes;
import dev.rushlight.feedback.UnacceptablePlace;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.TooLateToUndo;
import dev.rushlight.web.access.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrokeServletTest {

    private static final ReviewItemId ITEM = new ReviewItemId(UUID.randomUUID());
    private static final NoteId NOTE = NoteId.random();
    private static final String ARROW = """
            {"version": 3, "media": 1, "format": "ori.syncevent/1", "frames": [{"frame": 43, "frameEnd": 47,
             "annotation_commands": [{"OTIO_SCHEMA": "ArrowAnnotation.1", "uuid": "%s", "rgba": [1, 0, 0, 1],
             "start": [0.5, 0.25], "end": [0.05, 0.1], "size": 0.008}]}]}
            """;

    private final Identity tom = new Identity(new PersonId(UUID.randomUUID()), "tom", "Tom", Role.REVIEWER);
    private final Desk desk = new Desk();
    private final StrokeServlet servlet = new StrokeServlet(
            new CurrentPerson() {
                @Override
                public Optional<Identity> find(HttpServletRequest request) {
                    return person;
                }
            },
            desk,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private Optional<Identity> person = Optional.of(tom);

    @Test
    void whatIsDrawnBeginsANoteOnItsFrames() throws Exception {
        var stroke = UUID.randomUUID().toString();

        var answer = post(path(""), ARROW.formatted(stroke));

        assertThat(answer.getStatus()).isEqualTo(204);
        var draft = desk.drawn.get(0);
        assertThat(draft.id()).isEqualTo(NOTE);
        assertThat(draft.item()).isEqualTo(ITEM);
        assertThat(draft.version()).isEqualTo(3);
        assertThat(draft.place()).isEqualTo(new OnFrames(1, new FrameRange(43, 47)));
        assertThat(draft.visibility()).isEqualTo(Visibility.TEAM);
        assertThat(draft.blocking()).isFalse();
        assertThat(draft.strokes()).singleElement().satisfies(drawn -> {
            assertThat(drawn.id()).hasToString(stroke);
            assertThat(drawn.kind()).isEqualTo(StrokeKind.ARROW);
        });
    }

    @Test
    void aNoteMayBeForTheEyesOfClients() throws Exception {
        post(
                path(""),
                ARROW.formatted(UUID.randomUUID()).replace("\"version\"", "\"visibility\": \"CLIENT\", \"version\""));

        assertThat(desk.drawn).extracting(NoteDraft::visibility).containsExactly(Visibility.CLIENT);
    }

    @Test
    void strokesAreTakenBackAndPutBackByName() throws Exception {
        var one = StrokeId.random();
        var other = StrokeId.random();
        var named = "{\"strokes\": [\"%s\", \"%s\"]}".formatted(one, other);

        assertThat(post(path("/taken-back"), named).getStatus()).isEqualTo(204);
        assertThat(post(path("/put-back"), named).getStatus()).isEqualTo(204);

        assertThat(desk.named).containsExactly(List.of(one, other), List.of(one, other));
    }

    @Test
    void strangersDrawNothing() throws Exception {
        person = Optional.empty();

        assertThat(post(path(""), ARROW.formatted(UUID.randomUUID())).getStatus())
                .isEqualTo(401);
        assertThat(desk.drawn).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, https://review.example:8443",
        "Origin, ::"
    })
    void otherSitesDrawNothing(String header, String value) throws Exception {
        var answer = answer(new PageRequest(path(""), ARROW.formatted(UUID.randomUUID())).with(header, value));

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(desk.drawn).isEmpty();
    }

    @Test
    void aFormOfAnotherSiteLacksTheMark() throws Exception {
        var answer = answer(new PageRequest(path(""), ARROW.formatted(UUID.randomUUID())).without("X-Rushlight-Page"));

        assertThat(answer.getStatus()).isEqualTo(403);
    }

    @Test
    void ourOwnPageIsKnownByItsHost() throws Exception {
        var request = new PageRequest(path(""), ARROW.formatted(UUID.randomUUID()));

        assertThat(answer(request.with("Origin", "https://review.example")).getStatus())
                .isEqualTo(204);
        assertThat(answer(request.with("Sec-Fetch-Site", "same-origin")).getStatus())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/%s", "/%s/%s/x", "/%s/%s/taken-back/", "/%s/x", "/%s/../%s"})
    void otherAddressesLeadNowhere(String path) throws Exception {
        assertThat(post(path.formatted(ITEM.value(), NOTE.value()), "{}").getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"frames\": []}",
                "{\"version\": 1, \"media\": 0, \"frames\": []}",
                "{\"version\": 1, \"media\": 0, \"frames\": [{\"frame\": -1, \"annotation_commands\": []}]}",
                "{\"frames\": [[[[[[[[[[[[[[]]]]]]]]]]]]]]}"
            })
    void whatDrawsNothingIsRefused(String body) throws Exception {
        var answer = post(path(""), body);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getBufferAsString()).startsWith("{\"error\":\"");
        assertThat(desk.drawn).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"media\": 1.5", "\"media\": \"1\"", "\"media\": 1e99", "\"medium\": 1"})
    void theMediumIsAWholeNumber(String media) throws Exception {
        var answer = post(path(""), ARROW.formatted(UUID.randomUUID()).replace("\"media\": 1", media));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getBufferAsString()).contains("\\\"media\\\" must be a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"strokes\": []}", "{\"strokes\": [1]}", "{\"strokes\": [\"x\"]}"})
    void strokesAreNamedByTheirIds(String body) throws Exception {
        assertThat(post(path("/taken-back"), body).getStatus()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLongIsNotReadToItsEnd() throws Exception {
        assertThat(post(path(""), " ".repeat(300_000)).getStatus()).isEqualTo(413);
    }

    @ParameterizedTest
    @MethodSource
    void everyBrokenRuleHasItsStatus(RuntimeException rule, int status) throws Exception {
        desk.broken = Optional.of(rule);

        var answer = post(path(""), ARROW.formatted(UUID.randomUUID()));

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getBufferAsString()).contains(status == 500 ? "see its log" : rule.getMessage());
    }

    static Stream<Arguments> everyBrokenRuleHasItsStatus() {
        return Stream.of(
                Arguments.of(new UnacceptablePlace("There are 5 frames"), 400),
                Arguments.of(new NotAllowed("tom may look, but not write"), 403),
                Arguments.of(new NoSuchReviewItem(ITEM), 404),
                Arguments.of(new NoSuchNote(NOTE), 404),
                Arguments.of(new NoSuchStroke(StrokeId.random()), 404),
                Arguments.of(new NoteDeleted(NOTE), 409),
                Arguments.of(new NoteIdTaken(NOTE), 409),
                Arguments.of(new TooLateToUndo("deleted too long ago"), 409),
                Arguments.of(new TooManyStrokes("500 strokes"), 409),
                Arguments.of(new IllegalStateException("secret"), 500));
    }

    @Test
    void nobodyWritesFasterThanAnybodyDraws() throws Exception {
        for (var number = 0; number < Pace.MOST_IN_A_SPELL; number++) {
            post(path(""), ARROW.formatted(UUID.randomUUID()));
        }

        var answer = post(path(""), ARROW.formatted(UUID.randomUUID()));

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
        person = Optional.of(new Identity(new PersonId(UUID.randomUUID()), "lena", "Lena", Role.REVIEWER));
        assertThat(post(path(""), ARROW.formatted(UUID.randomUUID())).getStatus())
                .isEqualTo(204);
    }

    private static String path(String deed) {
        return "/%s/%s%s".formatted(ITEM.value(), NOTE.value(), deed);
    }

    private FakeResponse post(String path, String body) throws Exception {
        return answer(new PageRequest(path, body));
    }

    private FakeResponse answer(PageRequest request) throws Exception {
        var response = new FakeResponse();
        servlet.doPost(request, response);
        return response;
    }

    private static final class Desk extends DrawingDesk {

        private final List<NoteDraft> drawn = new ArrayList<>();
        private final List<Collection<StrokeId>> named = new ArrayList<>();
        private Optional<RuntimeException> broken = Optional.empty();

        @Override
        public void draw(Identity by, NoteDraft draft) {
            broken.ifPresent(rule -> {
                throw rule;
            });
            drawn.add(draft);
        }

        @Override
        public void remove(Identity by, ReviewItemId item, NoteId id, Collection<StrokeId> strokes) {
            named.add(strokes);
        }

        @Override
        public void restore(Identity by, ReviewItemId item, NoteId id, Collection<StrokeId> strokes) {
            named.add(strokes);
        }
    }
}
