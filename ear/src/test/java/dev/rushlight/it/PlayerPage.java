package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The player on a review item's page. */
final class PlayerPage {

    private static final String BECOMES = """
            patience => new Promise(resolve => {
              const player = document.querySelector('review-player');
              const late = performance.now() + patience;
              const look = () => {
                if (%s) resolve(true);
                else if (performance.now() > late) resolve(false);
                else requestAnimationFrame(look);
              };
              look();
            })""";

    private final Visitor visitor;

    private PlayerPage(Visitor visitor) {
        this.visitor = visitor;
        assertThat(visitor.find("review-player")).isVisible();
    }

    static PlayerPage open(Visitor visitor, String url) {
        ItemPage.open(visitor, url);
        return new PlayerPage(visitor);
    }

    /** The player on the page that the visitor has come to. */
    static PlayerPage shownTo(Visitor visitor) {
        return new PlayerPage(visitor);
    }

    Visitor visitor() {
        return visitor;
    }

    Locator find(String selector) {
        return visitor.find("review-player " + selector);
    }

    /** Shows one of several media, and waits until its first frame is there. */
    PlayerPage choose(int medium) {
        visitor.find(".media-choice").nth(medium).click();
        return shows(NumberedClips.values()[medium]);
    }

    /** Waits until it stands still on a frame that is certain. */
    PlayerPage becomesReady() {
        return becomes(
                "the player stands and is certain of its frame",
                "player.verified && player.frames?.direction === 0 && player.frames.asked === null");
    }

    PlayerPage shows(NumberedClips clip) {
        return becomes(
                "medium " + clip + " is shown",
                "player.media.index === %d && player.verified".formatted(clip.ordinal()));
    }

    /** Waits in the page, which knows at once. */
    private PlayerPage becomes(String what, String condition) {
        var holds = (boolean)
                visitor.page().evaluate(BECOMES.formatted(condition), (double) Eventually.PATIENCE.toMillis());
        assertThat(holds)
                .as(() -> "%s; it shows frame %s of medium %s, verified: %s"
                        .formatted(what, ask("frame"), ask("media?.index"), ask("verified")))
                .isTrue();
        return this;
    }

    Object ask(String property) {
        return visitor.page().evaluate("document.querySelector('review-player')." + property);
    }

    PlayerPage act(String action) {
        visitor.page()
                .evaluate(
                        "action => document.dispatchEvent(new CustomEvent('room-action', { detail: { action, repeat: false } }))",
                        action);
        return this;
    }

    PlayerPage goTo(String typed) {
        act("go-to");
        find("#source").fill(typed);
        find("#source").press("Enter");
        return this;
    }

    /** True when the browser is certain to show that frame. */
    boolean seek(int frame) {
        return (boolean) visitor.page().evaluate("frame => document.querySelector('review-player').seek(frame)", frame);
    }

    PlayerPage standsOn(int frame) {
        return becomes(
                "the player stands on frame " + frame, "player.frame === %d && player.verified".formatted(frame));
    }

    PlayerPage press(String... keys) {
        Stream.of(keys).forEach(visitor.page().keyboard()::press);
        return this;
    }

    /** Waits until so many frames more were shown, or the last one, to which a slow browser comes earlier. */
    PlayerPage awaitFrames(int more) {
        visitor.page().evaluate("""
                more => new Promise(resolve => {
                  const player = document.querySelector('review-player');
                  const hear = ({ type, detail }) => {
                    if (type === 'frame-shown' ? --more > 0 : detail.playing) return;
                    player.removeEventListener('frame-shown', hear);
                    player.removeEventListener('playing-changed', hear);
                    resolve();
                  };
                  player.addEventListener('frame-shown', hear);
                  player.addEventListener('playing-changed', hear);
                })""", more);
        return this;
    }

    /** Plays until the clip has begun so many times anew; the frames that were shown. */
    List<Integer> loop(int turns) {
        var shown = (List<?>) visitor.page().evaluate("""
                turns => new Promise(resolve => {
                  const player = document.querySelector('review-player');
                  const shown = [player.frame];
                  const hear = ({ detail }) => {
                    if (detail.frame < shown.at(-1)) turns--;
                    shown.push(detail.frame);
                    if (turns > 0) return;
                    player.removeEventListener('frame-shown', hear);
                    resolve(shown);
                  };
                  player.addEventListener('frame-shown', hear);
                  player.play();
                })""", turns);
        return shown.stream().map(Integer.class::cast).toList();
    }

    double pictureWidth() {
        return ((Number) ask("pictureRect.width")).doubleValue();
    }

    double pictureLeft() {
        return ((Number) ask("pictureRect.left")).doubleValue();
    }

    /** What is on the screen now. */
    SeenFrame look() {
        return roam(0, 0, 0, 0).get(0);
    }

    /** Tells what the player shows, sends it about, and tells what was seen on the way. */
    List<SeenFrame> roam(int seeks, int steps, int stops, int seed) {
        var seen = (List<?>) visitor.page()
                .evaluate(script("frames.js"), Map.of("seeks", seeks, "steps", steps, "stops", stops, "seed", seed));
        return seen.stream().map(each -> SeenFrame.of((Map<?, ?>) each)).toList();
    }

    Map<?, ?> reckon(String table) {
        return (Map<?, ?>) visitor.page().evaluate(script("frame-clock.js"), table);
    }

    private static String script(String name) {
        try {
            var text = Files.readString(Built.testSource("resources/" + name));
            return text.substring(text.indexOf('\n') + 1).strip().replaceFirst(";$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the player said and showed at one moment.
     *
     * @param asked the frame that it was sent to, -1 when it was stopped somewhere
     * @param picture the number in the picture, -1 when none can be read
     */
    record SeenFrame(int asked, boolean verified, int picture, int frame, String source, String timecode) {

        private static SeenFrame of(Map<?, ?> seen) {
            return new SeenFrame(
                    (int) seen.get("asked"),
                    (boolean) seen.get("verified"),
                    (int) seen.get("picture"),
                    (int) seen.get("frame"),
                    (String) seen.get("source"),
                    (String) seen.get("timecode"));
        }
    }
}
