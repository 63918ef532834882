package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.rushlight.feedback.FrameClock;
import dev.rushlight.it.FrameNotes.Written;
import dev.rushlight.it.PlayerPage.SeenFrame;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The picture on the screen, the frame that it is called and its time code are one thing, at every rate and however the
 * player got there. {@code ./rushlight campaign frames} looks ten times as long.
 */
@ExtendWith(SharedStudio.class)
class FramesIT {
    private static final boolean FULL =
            System.getProperty("rushlight.campaign", "").equals("full");
    private static final int SEEKS = Integer.getInteger("rushlight.campaign.seeks", FULL ? 200 : 20);
    private static final int STEPS = FULL ? 60 : 12;
    private static final int STOPS = FULL ? 20 : 3;
    private static final int NOTES = FULL ? 5 : 1;
    private static final int SEED = Integer.getInteger("rushlight.campaign.seed", 7);

    @Test
    void everyFrameIsTheOneThatItIsCalledAndANoteSaysTheSame(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var receipt = submit(artist, studio, "frames/numbered");
            var player = PlayerPage.open(studio.admin(), receipt.getString("url"));
            var notes = new FrameNotes(player, SEED);

            for (var clip : NumberedClips.values()) {
                var seen = player.choose(clip.ordinal()).roam(SEEKS, STEPS, STOPS, SEED);
                assertThat(seen).hasSize(1 + SEEKS + STEPS + STOPS);
                assertRight(clip, seen);

                var written = notes.write(clip, NOTES);
                assertThat(written).hasSize(3 * NOTES);
                assertRight(clip, written.stream().map(Written::seen).toList());

                player.choose((clip.ordinal() + 1) % NumberedClips.values().length);
                assertThat(written.stream().map(notes::reopen)).isEqualTo(written);
            }
            assertThat(FrameNotes.stored(artist, receipt.getString("itemId"))).isEqualTo(notes.places());
            player.visitor().screenshot("player-numbered-clip");
            report(notes.places().size());
        }
    }

    /** For whoever runs the campaign; whatever differs fails before. */
    private static void report(int notes) {
        if (FULL) {
            var frames = NumberedClips.values().length * (1 + SEEKS + STEPS + STOPS);
            System.out.printf(
                    "campaign frames, seed %d | %d frames and %d stored notes at %d rates: none differs%n",
                    SEED, frames, notes, NumberedClips.values().length);
        }
    }

    private static void assertRight(NumberedClips clip, List<SeenFrame> seen) {
        assertThat(seen)
                .as("%d frames of %s at %s", seen.size(), clip, clip.rate())
                .filteredOn(frame -> !isRight(frame, clip.clock()))
                .isEmpty();
    }

    private static boolean isRight(SeenFrame seen, FrameClock clock) {
        return seen.verified()
                && (seen.asked() < 0 || seen.asked() == seen.picture())
                && seen.frame() == seen.picture()
                && seen.source().equals(Integer.toString(clock.sourceFrame(seen.picture())))
                && seen.timecode().equals(clock.timecode(seen.picture()).toString());
    }

    @Test
    void theBrowsersClockAgreesWithTheServersTable(Studio studio) throws IOException {
        var player = open(studio, "frames/table");
        try (var table = FrameClock.class.getResourceAsStream("timecode-vectors.json")) {
            var reckoned =
                    player.reckon(new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8));

            assertThat((List<?>) reckoned.get("differing")).isEmpty();
            assertThat((int) reckoned.get("compared")).isGreaterThan(200);
        }
    }

    @Test
    void aTypedPlaceIsGoneToAndWhatIsNoneIsSaid(Studio studio) {
        var player = open(studio, "frames/go-to").choose(NumberedClips.NTSC.ordinal());

        player.goTo("1044").standsOn(43);
        player.goTo("+10").standsOn(53);
        player.goTo("f7").standsOn(7);
        player.goTo("00:59:59;00").standsOn(30);
        player.goTo("5000");
        assertThat(player.find(".message")).hasText("That is after the last frame.");
        player.standsOn(NumberedClips.FRAMES - 1);
        player.goTo("over there");
        assertThat(player.find(".message")).containsText("is none of 1044, f43, +10, -5 and 00:00:01:19");
        assertThat(player.find("#source")).isFocused();
        player.standsOn(NumberedClips.FRAMES - 1);
    }

    @Test
    void actionsOfThePageMoveThePlayer(Studio studio) {
        var player = open(studio, "frames/actions");

        player.seek(20);
        player.act("ten-forward").standsOn(30);
        player.act("mark-in").act("ten-forward").standsOn(40);
        player.act("mark-out");
        assertThat(player.ask("range.first")).isEqualTo(30);
        assertThat(player.ask("range.last")).isEqualTo(40);
        player.act("first").standsOn(30);
        player.act("play-pause").standsOn(40);
        player.act("reverse").standsOn(30);
        player.act("clear-range").act("last").standsOn(NumberedClips.FRAMES - 1);
        player.act("first").standsOn(0);
        assertThat(player.ask("range")).isNull();
    }

    @Test
    void aNoteIsOfTheMarkedRangeWhereOneStandsInIt(Studio studio) {
        var player = open(studio, "frames/range");
        var place = player.visitor().find(".composer-where .place-chip");
        player.seek(20);
        player.act("mark-in").seek(30);
        player.act("mark-out").seek(25);

        player.press("c");
        assertThat(place).hasText("#1 · 1021–1031");

        player.press("Escape").seek(50);
        player.press("c");
        assertThat(place).hasText("#1 · 1051");
    }

    @Test
    void playingGoesOnWhereItWasStoppedForANote(Studio studio) {
        var player = open(studio, "frames/plays-on");
        var keyboard = player.visitor().page().keyboard();
        var place = player.visitor().find(".composer-where .place-chip");
        player.press("Space").awaitFrames(5).press("c");
        keyboard.type("While it plays");
        player.becomesReady();
        assertThat(place).hasText(chip(player));
        var first = player.ask("frame");

        player.press("Enter").awaitFrames(5);
        keyboard.type("Without leaving the field");
        player.becomesReady();
        assertThat(place).hasText(chip(player));
        assertThat((int) player.ask("frame")).isGreaterThan((int) first);

        player.press("Enter").awaitFrames(2).act("stop").becomesReady();
        player.press("Escape").press("c");
        keyboard.type("While it stands");
        var last = player.ask("frame");
        player.press("Enter");
        assertThat(player.visitor().find(".thread")).hasCount(3);
        assertThat(player.ask("frame")).isEqualTo(last);
    }

    private static String chip(PlayerPage player) {
        return "#1 · " + (1001 + (int) player.ask("frame"));
    }

    @Test
    void aRangeIsNeverLeftWhileItLoops(Studio studio) {
        var player = open(studio, "frames/loop");
        player.seek(40);
        player.act("mark-in").seek(52);
        player.act("mark-out").act("loop");

        var shown = player.loop(3);

        assertThat(shown).contains(40, 52).allMatch(frame -> frame >= 40 && frame <= 52);
        player.act("stop").becomesReady();
    }

    @Test
    void twoFingersEnlargeAndMoveThePicture(Studio studio) {
        var player = open(studio, "frames/fingers");
        var fingers = new Fingers(player);
        var width = player.pictureWidth();

        fingers.pinch(60, 180);
        assertThat(player.pictureWidth()).isCloseTo(3 * width, withinPercentage(2));

        var before = player.pictureLeft();
        fingers.drag(40, 0);
        assertThat(player.pictureLeft() - before).isCloseTo(40, offset(2.0));
        player.act("fit");
        assertThat(player.pictureWidth()).isEqualTo(width);
        assertThat(player.ask("frame")).isEqualTo(0);
    }

    @Test
    void theTimelineIsASliderThatSaysWhereItStands(Studio studio) {
        var player = open(studio, "frames/slider");
        var slider = player.find("[role=slider]");

        slider.focus();
        slider.press("End");
        player.standsOn(NumberedClips.FRAMES - 1);
        slider.press("ArrowLeft");
        player.standsOn(NumberedClips.FRAMES - 2);

        assertThat(slider).hasAttribute("aria-valuetext", "frame 1199, range 1001–1200, timecode 01:00:06:06");
        assertThat(slider).hasAttribute("aria-valuenow", "1199");
    }

    @Test
    void thePictureIsWhereThePlayerSaysItIs(Studio studio) {
        var player = open(studio, "frames/view");
        assertThat((boolean) player.visitor().page().evaluate("""
                () => {
                  const player = document.querySelector('review-player');
                  const overlay = document.createElement('div');
                  overlay.slot = 'overlay';
                  player.append(overlay);
                  const lies = async () => {
                    await player.updateComplete;
                    const stage = player.stage.getBoundingClientRect();
                    const { left, top, width, height } = player.pictureRect;
                    const box = overlay.getBoundingClientRect();
                    const near = (one, other) => Math.abs(one - other) < 0.6;
                    return near(box.left, stage.left + left) && near(box.top, stage.top + top)
                        && near(box.width, width) && near(box.height, height);
                  };
                  const act = (action) => document.dispatchEvent(new CustomEvent('room-action', { detail: { action } }));
                  return (async () => {
                    const fitted = await lies();
                    act('actual-size');
                    return fitted && (await lies()) && Math.round(player.pictureRect.width * devicePixelRatio) === 192;
                  })();
                }""")).isTrue();
    }

    @Test
    void aBrowserProvesItsFramesAndRemembersThat(Studio studio) {
        var player = open(studio, "frames/badge");

        player.find(".badge").click();
        assertThat(player.find("dialog [role=status]"))
                .containsText("0 of 265 differ", new ContainsTextOptions().setTimeout(240_000));
        player.visitor().screenshot("player-frame-verified");
        player.find("dialog").getByText("Close").click();
        assertThat(player.find(".badge")).hasText("Frame-verified");

        player.visitor().page().reload();
        assertThat(player.find(".badge")).hasText("Frame-verified");
    }

    @Test
    void shippedClipsAreServedInParts(Studio studio) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(clip(studio))
                                .header("Range", "bytes=100-199")
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.headers().firstValue("Content-Range"))
                .hasValueSatisfying(range -> assertThat(range).startsWith("bytes 100-199/"));
        assertThat(answer.body()).hasSize(100);
    }

    private static URI clip(Studio studio) {
        return URI.create(
                NumberedClips.media(studio.rushlight().url()).getJsonObject(0).getString("url"));
    }

    private static PlayerPage open(Studio studio, String key) {
        try (var artist = studio.artist("jo")) {
            return PlayerPage.open(studio.admin(), submit(artist, studio, key).getString("url"));
        }
    }

    private static JsonObject submit(FtrackJs artist, Studio studio, String key) {
        return artist.submit(Submissions.media(
                key, key, NumberedClips.media(studio.rushlight().url())));
    }
}
