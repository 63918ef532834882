package dev.rushlight.web.player;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteAuthor;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NotePin;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.review.FrameRate;
import dev.rushlight.review.Media;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.MediaType;
import dev.rushlight.web.live.LiveViews;
import dev.rushlight.web.testing.ByHand;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MediaStageTest {

    private static final Media REEL = new Media(
            URI.create("https://studio.example/reel.mp4"),
            MediaType.VIDEO,
            "video/mp4",
            Optional.of(URI.create("javascript:alert(1)")),
            Optional.of(new FrameRate(30000, 1001)),
            OptionalInt.of(300),
            1001,
            Optional.of("01:00:00;00"),
            true,
            OptionalInt.of(1920),
            OptionalInt.of(1080),
            Optional.empty());
    private static final Media STILL = plain("https://studio.example/still.png", MediaType.IMAGE);
    private static final Media SCRIPT = plain("javascript:alert(1)", MediaType.VIDEO);

    @BeforeEach
    void open() {
        MockVaadin.setup();
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    void thePlayerIsToldAllThatIsKnownOfAMedium() {
        stage(REEL);

        assertThat(shown().toJson())
                .isEqualTo("{\"index\":0,\"type\":\"VIDEO\",\"url\":\"https://studio.example/reel.mp4\","
                        + "\"name\":\"sh020 v3\",\"startFrame\":1001,\"dropFrame\":true,"
                        + "\"rate\":{\"num\":30000,\"den\":1001},\"frames\":300,\"tcStart\":\"01:00:00;00\","
                        + "\"width\":1920,\"height\":1080}");
    }

    @Test
    void theStripChangesTheMediumAndFetchesTheOneAfter() {
        stage(REEL, STILL);
        assertThat(player().getElement().getProperty("next")).isEqualTo("https://studio.example/still.png");

        _click(_find(NativeButton.class).get(1));

        assertThat(shown().getString("type")).isEqualTo("IMAGE");
        assertThat(shown().getNumber("index")).isOne();
        assertThat(player().getElement().getProperty("next")).isNull();
    }

    @Test
    void theMediumThatIsShownIsNotBegunAnew() {
        stage(REEL, STILL);
        var before = shown();

        _click(_find(NativeButton.class).get(0));

        assertThat(shown()).isSameAs(before);
    }

    @Test
    void anAddressThatIsNotOfTheWebIsNeverGivenToThePlayer() {
        var stage = stage(SCRIPT, STILL);
        assertThat(_find(ReviewPlayer.class)).isEmpty();
        assertThat(stage.getElement().getTextRecursively()).contains("This address is not shown");

        _click(_find(NativeButton.class).get(1));
        assertThat(shown().getString("url")).isEqualTo("https://studio.example/still.png");

        _click(_find(NativeButton.class).get(0));
        assertThat(_find(ReviewPlayer.class)).isEmpty();
    }

    @Test
    void aPlaceOnAnotherMediumIsShownThere() {
        var stage = stage(REEL, STILL);

        stage.show(new OnFrames(1, FrameRange.single(0)));
        assertThat(stage.shown()).isOne();

        stage.show(new OnFrames(7, FrameRange.single(0)));
        assertThat(stage.shown()).isOne();
    }

    @Test
    void onlyNotesOnFramesThatAreStillThereBecomePins() {
        stage(REEL);
        var note = NoteId.random();

        player().pins(List.of(
                pin(note, new OnFrames(0, new FrameRange(4, 9)), NoteState.OPEN),
                pin(NoteId.random(), new OnFrames(0, FrameRange.single(1)), NoteState.DELETED),
                pin(NoteId.random(), new WholeVersion(), NoteState.OPEN)));

        var pins = (JsonArray) player().getElement().getPropertyRaw("pins");
        assertThat(pins.toJson())
                .isEqualTo(("[{\"id\":\"%s\",\"media\":0,\"first\":4,\"last\":9,\"state\":\"OPEN\",\"blocking\":true,"
                                + "\"author\":\"Maria Silva\",\"words\":\"Hand clips the door\",\"carried\":2}]")
                        .formatted(note));
    }

    @Test
    void whoWantsANoteSaysWhere() {
        stage(REEL);
        var places = new ArrayList<Place>();
        player().addNoteWantedListener(wanted -> places.add(wanted.place()));

        ComponentUtil.fireEvent(player(), new NoteWanted(player(), true, 0, 4, 9));
        ComponentUtil.fireEvent(player(), new NoteWanted(player(), true, 0, -1, -1));

        assertThat(places).containsExactly(new OnFrames(0, new FrameRange(4, 9)), new WholeVersion());
    }

    private static MediaStage stage(Media... media) {
        var layer = new AnnotationLayer(new LiveViews(), new ByHand());
        var stage = new MediaStage("sh020 v3", new MediaContent(List.of(media)), layer, medium -> {});
        UI.getCurrent().add(stage);
        return stage;
    }

    private static ReviewPlayer player() {
        return _get(ReviewPlayer.class);
    }

    private static JsonObject shown() {
        return (JsonObject) player().getElement().getPropertyRaw("media");
    }

    private static NotePin pin(NoteId note, Place place, NoteState state) {
        var maria = new NoteAuthor(PersonId.random(), "maria", "Maria Silva", Role.LEAD, PersonKind.HUMAN);
        return new NotePin(note, place, state, true, false, maria, "Hand clips the door", OptionalInt.of(2));
    }

    private static Media plain(String url, MediaType type) {
        return new Media(
                URI.create(url),
                type,
                "",
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                1001,
                Optional.empty(),
                false,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }
}
