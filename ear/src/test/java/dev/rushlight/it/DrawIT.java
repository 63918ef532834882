package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Drawing on pictures: every tool, other people at the same time, and no server for a while. */
@ExtendWith(SharedStudio.class)
class DrawIT {

    private static final String STROKES = "**/annotations/strokes/**";

    @Test
    void everyToolDrawsWhatTheServerDraws(Studio studio) {
        var page = DrawingPage.open(studio.admin(), still(studio, "draw/tools"));

        page.take("width-3").take("pen").draw(0.1, 0.6, 0.2, 0.4, 0.3, 0.7, 0.4, 0.5);
        page.take("arrow").draw(0.9, 0.9, 0.6, 0.6);
        page.take("box").take("colour-4").draw(0.85, 0.5, 0.6, 0.3);
        page.take("ellipse").draw(0.1, 0.8, 0.3, 0.95);
        page.says("Saved").shows(4).saved(4);

        assertThat(page.sheet("notes")).hasSize(1);
        assertThat(page.differenceToServer()).isLessThan(0.12);
        page.visitor().screenshot("drawing");
    }

    @Test
    void aPenThatPressesHarderDrawsThicker(Studio studio) {
        var page = DrawingPage.open(studio.admin(), still(studio, "draw/pressure"));

        page.take("width-3").take("pen").press(0.2, 0.8, 0.6).saved(1);

        var sizes = page.commands().replaceAll(".*\"size\":\\[([^]]*)].*", "$1").split(",");
        assertThat(Double.parseDouble(sizes[0])).isLessThan(0.006);
        assertThat(Double.parseDouble(sizes[sizes.length - 1])).isGreaterThan(0.02);
        assertThat(page.differenceToServer()).isLessThan(0.15);
    }

    @Test
    void wordsAreWordsWhateverTheyLookLike(Studio studio) {
        var page = DrawingPage.open(studio.admin(), still(studio, "draw/words"));
        var words = "<img src=x onerror=alert(1)> & \"edge\"";

        page.take("text").write(0.2, 0.5, words).saved(1);
        page.reload().shows(1);

        assertThat((String) page.visitor()
                        .page()
                        .evaluate("document.querySelector('review-annotations').seen[0].stroke.text"))
                .isEqualTo(words);
        assertThat(page.visitor().find("img[src=x]")).hasCount(0);
        page.visitor().screenshot("drawing-words");
    }

    @Test
    void strokesAreUndoneRedoneAndErased(Studio studio) {
        var page = DrawingPage.open(studio.admin(), still(studio, "draw/undo"));
        page.take("pen").draw(0.2, 0.5, 0.4, 0.5).draw(0.2, 0.7, 0.4, 0.7).saved(2);

        page.act("undo").shows(1).saved(1);
        page.act("undo").shows(0).saved(0);
        page.act("redo").act("redo").shows(2).saved(2);

        page.take("eraser").draw(0.3, 0.6, 0.3, 0.8).shows(1).saved(1);
        page.act("undo").shows(2).saved(2);
        page.act("hide-annotations").shows(0);
        page.act("hide-annotations").shows(2);
        assertThat(page.sheet("notes")).hasSize(1);
    }

    @Test
    void twoPeopleDrawOnOneFrameAndOneOfThemIsOffline(Studio studio) {
        var url = still(studio, "draw/together");
        var maria = DrawingPage.open(studio.admin(), url).take("pen");
        var rolf = DrawingPage.open(reviewer(studio, "rolf", "Rolf Berg"), url).take("pen");

        maria.draw(0.1, 0.4, 0.3, 0.4);
        rolf.draw(0.5, 0.4, 0.7, 0.4);
        maria.shows(2);
        rolf.shows(2);

        rolf.visitor().page().context().setOffline(true);
        rolf.draw(0.5, 0.6, 0.7, 0.6).draw(0.5, 0.7, 0.7, 0.7).says("Offline: 2 strokes kept here");
        rolf.visitor().screenshot("drawing-offline");
        maria.draw(0.1, 0.6, 0.3, 0.6).saved(3);
        rolf.visitor().page().context().setOffline(false);

        maria.shows(5);
        maria.reload().shows(5);
        rolf.reload().shows(5).saved(5);
        assertThat(new HashSet<>(maria.sheet("strokes").stream()
                        .map(stroke -> stroke.get("uuid"))
                        .toList()))
                .hasSize(5);
        assertThat(maria.sheet("notes")).extracting(note -> note.get("own")).containsExactly(true, false);
        forgetBeingOffline(rolf);
    }

    @Test
    void whatIsUnresolvedShinesThroughOnTheNextVersion(Studio studio) {
        var url = still(studio, "draw/ghosts");
        var page = DrawingPage.open(studio.admin(), url);
        page.take("pen").draw(0.2, 0.5, 0.4, 0.5).saved(1).says("Saved");
        var older = (String) page.sheet("notes").get(0).get("note");

        still(studio, "draw/ghosts");
        page = DrawingPage.open(page.visitor(), url);
        page.take("pen").draw(0.6, 0.5, 0.8, 0.5).shows(2).says("Saved");

        assertThat(page.carriedFrom()).containsExactlyInAnyOrder(1, 0);
        page.visitor().screenshot("drawing-ghost");
        page.take("eraser").draw(0.3, 0.3, 0.3, 0.7, 0.7, 0.7, 0.7, 0.3).shows(1);
        assertThat(page.carriedFrom()).containsExactly(1);
        page.act("undo").shows(2);
        page.take("ghosts").shows(1);
        page.take("ghosts").shows(2);
        page.visitor().click("#note-" + older + " [data-move=resolve]");
        page.shows(1);
        assertThat(page.carriedFrom()).containsExactly(0);
    }

    @Test
    void whatIsDrawnInAMarkedRangeIsHeldOverIt(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var clip = artist.submit(Submissions.clip("draw/held", "draw/held", studio.media()));
            var page = DrawingPage.open(studio.admin(), clip.getString("url"));
            var player = PlayerPage.shownTo(page.visitor());
            player.seek(10);
            player.act("mark-in").seek(14);
            player.act("mark-out").seek(12);

            page.take("pen").draw(0.2, 0.5, 0.4, 0.5).shows(1).saved(1);

            assertThat(List.of(9, 10, 14, 15))
                    .map(frame -> player.seek(frame) ? page.seen() : -1)
                    .containsExactly(0, 1, 1, 0);
        }
    }

    @Test
    void whatTheServerDoesNotHaveYetIsKeptOverAReload(Studio studio) {
        var page = DrawingPage.open(studio.admin(), still(studio, "draw/kept")).take("pen");
        page.visitor().page().route(STROKES, Route::abort);

        page.draw(0.2, 0.5, 0.4, 0.5).draw(0.2, 0.7, 0.4, 0.7).says("Offline: 2 strokes kept here");
        page.reload().shows(2).says("Offline: 2 strokes kept here").saved(0);
        page.visitor().page().unroute(STROKES);

        page.saved(2).reload().shows(2).saved(2);
        assertThat(page.part("state")).hasCount(0);
        forgetBeingOffline(page);
    }

    @Test
    void whatIsRefusedIsShownWithTheReasonUntilItIsGivenUp(Studio studio) {
        var page =
                DrawingPage.open(studio.admin(), still(studio, "draw/refused")).take("pen");
        page.visitor()
                .page()
                .route(
                        STROKES,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(409)
                                .setContentType("application/json")
                                .setBody("{\"error\": \"The note was deleted\"}")));

        page.draw(0.2, 0.5, 0.4, 0.5).says("Refused: The note was deleted").shows(1);
        page.visitor().page().unroute(STROKES);
        page.part("again").click();
        page.says("Saved").shows(1).saved(1);

        page.visitor().problems().removeIf(problem -> problem.contains("409"));
    }

    private static String still(Studio studio, String key) {
        try (var artist = studio.artist("jo")) {
            return artist.submit(Submissions.still(key, key, studio.media())).getString("url");
        }
    }

    private static Visitor reviewer(Studio studio, String username, String name) {
        var admin = studio.admin().open("/admin/people");
        admin.click("#invite").fill("username", username).fill("display-name", name);
        admin.click("#role")
                .find("vaadin-select-item[role=option][label=Reviewer]:visible")
                .click();
        admin.click("#send");
        var link = admin.find("rush-copy").getAttribute("text");
        admin.close();
        var visitor = studio.chromium().visitor(studio.rushlight().url()).open(URI.create(link));
        visitor.fill("password", Studio.PASSWORD)
                .fill("password-again", Studio.PASSWORD)
                .click("#accept");
        assertThat(visitor.find("#login")).isVisible();
        return visitor.logIn(username, Studio.PASSWORD);
    }

    /** A browser without a network says so, which is no error of the page. */
    private static void forgetBeingOffline(DrawingPage page) {
        List.of("ERR_INTERNET_DISCONNECTED", "ERR_FAILED")
                .forEach(reason -> page.visitor().problems().removeIf(problem -> problem.contains(reason)));
    }
}
