package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import jakarta.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work is often announced before its pictures can be had, and pictures get lost: everything else goes on. */
@ExtendWith(SharedStudio.class)
class MissingMediaIT {

    @Test
    void aVideoThatComesLaterOpensByItself(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var url = submit(studio, artist, "missing/late", studio.media().coming("late.mp4"));
            var player = PlayerPage.open(studio.admin(), url);

            assertThat(player.find(".trouble")).containsText("The video is not here yet");
            assertThat(player.find("img.poster")).isVisible();
            assertThat(player.visitor().find("#vote-approve")).isEnabled();
            player.visitor().screenshot("item-media-coming");

            studio.media().deliver("late.mp4");

            assertThat(player.find(".trouble")).hasCount(0);
            Eventually.holds(
                    "the first frame is shown",
                    Eventually.PATIENCE,
                    () -> player.ask("verified").equals(true));
        }
    }

    @Test
    void aVideoThatIsLongOverdueCountsAsGone(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var url = submit(studio, artist, "missing/gone", studio.media().url("still.png"));
            var visitor = studio.admin();
            visitor.page().clock().setSystemTime(Date.from(Instant.now().plus(Duration.ofHours(2))));

            var player = PlayerPage.open(visitor, url);

            assertThat(player.find(".trouble")).containsText("The video cannot be shown");
            assertThat(player.find("img.poster")).isVisible();
            assertThat(player.visitor().find("#vote-approve")).isEnabled();
            player.visitor().screenshot("item-media-gone");
        }
    }

    private static String submit(Studio studio, FtrackJs artist, String key, URI video) {
        var clip = Json.createObjectBuilder()
                .add("url", video.toString())
                .add("type", "video/mp4")
                .add("rate", Json.createArrayBuilder().add(24).add(1))
                .add("frames", 48)
                .add("posterUrl", studio.media().url("poster.png").toString());
        return artist.submit(Submissions.media(
                        key, key, Json.createArrayBuilder().add(clip).build()))
                .getString("url");
    }
}
