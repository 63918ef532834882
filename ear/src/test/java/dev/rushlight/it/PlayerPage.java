package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The player on a review item's page. */
final class PlayerPage {
    private final Visitor visitor;

    private PlayerPage(Visitor visitor) {
        this.visitor = visitor;
        assertThat(visitor.find("review-player")).isVisible();
    }

    static PlayerPage open(Visitor visitor, String url) {
        ItemPage.open(visitor, url);
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
        Eventually.holds(
                "medium " + medium + " is shown",
                Duration.ofSeconds(20),
                () -> ask("media.index").equals(medium) && ask("verified").equals(true));
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
        Eventually.holds(
                "the player stands on frame " + frame,
                Duration.ofSeconds(10),
                () -> ask("frame").equals(frame) && ask("verified").equals(true));
        return this;
    }

    /** Sends the player about, and returns what was seen on the way. */
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
