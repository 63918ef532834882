package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same jar on a real PostgreSQL, told so by environment variables alone and set up without a browser. */
@ExtendWith(SharedStudio.class)
class PostgresIT {

    @Test
    void loopRunsOnPostgresqlAndARestartKeepsIt(Studio studio) throws Exception {
        try (var database = Postgres.start()) {
            var password = "only for this test";
            var settings = Map.of(
                    "RUSHLIGHT_DB_URL",
                    database.createDatabase("rushlight", password).toString(),
                    "RUSHLIGHT_DB_USER",
                    "rushlight",
                    "RUSHLIGHT_DB_PASSWORD",
                    password,
                    "RUSHLIGHT_UNDO_GRACE",
                    "0");
            try (var rushlight = Rushlight.named("on-postgres", settings)) {
                // Nothing runs yet: the commands open the database themselves.
                rushlight.createAdmin(Studio.ADMIN, Studio.PASSWORD);
                var key = rushlight.apiKey("jo");
                rushlight.start();

                var item = decideOnce(studio, rushlight, key);
                assertThat(rushlight.setUpLink()).isEmpty();
                rushlight.stop();
                rushlight.start();
                continueAfterwards(studio, rushlight, key, item);
                assertThat(Disk.files(rushlight.data()))
                        .extracting(path -> path.getFileName().toString())
                        .noneMatch(name -> name.endsWith(".mv.db"));
            }
        }
    }

    private static String decideOnce(Studio studio, Rushlight rushlight, String key) {
        try (var artist = FtrackJs.connect(rushlight.url(), "jo", key).subscribe("topic=webreview.decision.*")) {
            var receipt = artist.submit(Submissions.task("pg/one", "On PostgreSQL"));
            var reviewer = studio.chromium().visitor(rushlight.url()).logIn(Studio.ADMIN, Studio.PASSWORD);
            var page = ItemPage.open(reviewer, receipt.getString("url")).requestChanges("One more pass");
            artist.awaitDecision(receipt.getString("itemId"), 1);
            page.deliveryShows("Delivered to");
            reviewer.screenshot("postgres-item").close();
            return receipt.getString("url");
        }
    }

    private static void continueAfterwards(Studio studio, Rushlight rushlight, String key, String url) {
        try (var artist = FtrackJs.connect(rushlight.url(), "jo", key)) {
            var reviewer = studio.chromium().visitor(rushlight.url()).logIn(Studio.ADMIN, Studio.PASSWORD);
            var page = ItemPage.open(reviewer, url).shows("Changes requested").deliveryShows("Delivered to");
            var receipt = artist.submit(Submissions.task("pg/one", "On PostgreSQL"));
            assertThat(receipt.getInt("version")).isEqualTo(2);
            assertThat(page.version(2)).isVisible();
            assertThat(page.version(1)).containsText("Superseded");
            reviewer.close();
        }
    }
}
