package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several servers on one database: on PostgreSQL they work together, on an H2 file the second one does not start. */
@ExtendWith(SharedStudio.class)
class TwoServersIT {
    private static final String EMBEDDED = "connection-Embedded hub";

    /** The lease of a server that died has to end before another one opens its connections. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(60);

    @Test
    void serversOnOnePostgresqlShowEachOthersNewsAndTakeOverFromEachOther(Studio studio) throws Exception {
        try (var database = Postgres.start()) {
            var password = "only for this test";
            var settings = Map.of(
                    "RUSHLIGHT_DB_URL",
                    database.createDatabase("shared", password).toString(),
                    "RUSHLIGHT_DB_USER",
                    "shared",
                    "RUSHLIGHT_DB_PASSWORD",
                    password,
                    "RUSHLIGHT_UNDO_GRACE",
                    "0");
            try (var one = Rushlight.named("one-of-two", settings);
                    var other = Rushlight.named("other-of-two", settings)) {
                one.createAdmin(Studio.ADMIN, Studio.PASSWORD);
                var key = one.apiKey("jo");
                one.start();
                other.start();

                var reader = studio.chromium().visitor(other.url()).logIn(Studio.ADMIN, Studio.PASSWORD);
                var item = pagesOfTheOtherFollow(studio, one, key, reader);
                one.kill();
                otherTakesOver(other, key, item);
                reader.close();
            }
        }
    }

    /** What is submitted and decided at one server appears at once on the pages of the other. */
    private static String pagesOfTheOtherFollow(Studio studio, Rushlight one, String key, Visitor reader) {
        try (var artist = FtrackJs.connect(one.url(), "jo", key).subscribe("topic=webreview.decision.*")) {
            reader.page().evaluate("window.loadedOnce = true");
            var receipt = artist.submit(Submissions.task("two/one", "Seen by two"));
            var row = reader.rows("Seen by two");
            // Sooner than anybody looks without having been told.
            assertThat(row).isVisible(new IsVisibleOptions().setTimeout(10_000));
            assertThat(reader.page().evaluate("window.loadedOnce")).isEqualTo(true);

            row.click();
            var seen = ItemPage.shownTo(reader);
            var reviewer = studio.chromium().visitor(one.url()).logIn(Studio.ADMIN, Studio.PASSWORD);
            ItemPage.open(reviewer, receipt.getString("url")).requestChanges("Once more");
            seen.shows("Changes requested").deliveryShows("Delivered to");
            reviewer.close();
            // Decided at the server that does not work for the connection, told by the one that does.
            artist.awaitDecision(receipt.getString("itemId"), 1);
            seen.approve();
            artist.await(
                    "the decision of the other server",
                    event -> event.getString("topic").equals("webreview.decision.approved"));
            return receipt.getString("itemId");
        }
    }

    private static void otherTakesOver(Rushlight other, String key, String item) {
        Eventually.holds("the other server works for the connection", TAKE_OVER, () -> isLive(other));
        try (var artist = FtrackJs.connect(other.url(), "jo", key)) {
            var receipt = artist.submit(Submissions.task("two/one", "Seen by two"));
            assertThat(receipt.getString("itemId")).isEqualTo(item);
            assertThat(receipt.getInt("version")).isEqualTo(2);
        }
    }

    private static boolean isLive(Rushlight server) {
        try {
            return new PlainVisitor(server.url())
                    .logIn(Studio.ADMIN, Studio.PASSWORD)
                    .open("admin/connections")
                    .text(EMBEDDED)
                    .contains("Live");
        } catch (IOException notNow) {
            return false;
        }
    }

    @Test
    void secondServerOnOneH2FileSaysWhyItDoesNotStart(Studio studio) {
        var refused = studio.rushlight().toolRun("run");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.standardError())
                .contains("already uses the data directory %s"
                        .formatted(studio.rushlight().data()));
        assertThat(studio.rushlight().status("/rest/ready")).contains(200);
    }
}
