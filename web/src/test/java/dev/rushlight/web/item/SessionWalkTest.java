package dev.rushlight.web.item;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static dev.rushlight.web.item.ItemBench.click;
import static dev.rushlight.web.item.ItemBench.name;
import static dev.rushlight.web.item.ItemBench.page;
import static dev.rushlight.web.item.ItemBench.text;
import static dev.rushlight.web.item.ItemBench.toasts;
import static dev.rushlight.web.testing.MemoryReviewSessions.DAILIES;
import static dev.rushlight.web.testing.MemoryReviewSessions.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.reviewsession.Keeping;
import dev.rushlight.reviewsession.ReviewSessionId;
import dev.rushlight.web.filmstrip.FilmFrame;
import dev.rushlight.web.filmstrip.Filmstrip;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of an item that somebody came to from a review session. */
class SessionWalkTest {

    private static final ReviewItemId FIRST = ReviewItemId.random();
    private static final ReviewItemId SECOND = ReviewItemId.random();
    private static final ReviewItemId THIRD = ReviewItemId.random();
    private static final ReviewItemId ELSEWHERE = ReviewItemId.random();

    private final ItemBench bench = new ItemBench();

    @BeforeEach
    void arrangeThree() {
        bench.put(FIRST, v(1));
        bench.put(SECOND, v(8), v(7));
        bench.put(THIRD, v(3));
        bench.put(ELSEWHERE, v(9));
        bench.line.items.addAll(List.of(FIRST, ELSEWHERE));
        bench.sessions.entries.add(entry(FIRST, "sh010", 1, Keeping.KEEP_LATEST, 1, Outcome.PENDING));
        bench.sessions.entries.add(entry(SECOND, "sh020", 2, Keeping.PINNED, 7, Outcome.APPROVED));
        bench.sessions.entries.add(entry(THIRD, "sh030", 3, Keeping.KEEP_LATEST, 3, Outcome.PENDING));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void itSaysWhereOneIs() {
        open(FIRST);
        assertThat(walk()).isEqualTo("1 of 3Dailies2 left");
        assertThat(name()).contains("Dailies");
    }

    @Test
    void theStepsFollowTheOrderOfTheReviewSession() {
        open(FIRST);
        bench.walk(true);
        assertThat(walk()).startsWith("2 of 3");
        bench.walk(true);
        assertThat(name()).contains("v3");
        bench.walk(true);
        assertThat(toasts()).contains("There is no other item here.");
        bench.walk(false);
        bench.walk(false);
        assertThat(walk()).startsWith("1 of 3");
        bench.walk(false);
        assertThat(toasts()).contains("This is the first one here.");
    }

    @Test
    void aPinnedEntryShowsItsVersion() {
        open(SECOND);
        assertThat(name()).contains("v7");
    }

    @Test
    void whoeverAsksForAVersionSeesThatOne() {
        bench.open(Somebody.as(Role.REVIEWER), SECOND, "?session=" + DAILIES + "&version=8");
        assertThat(name()).contains("v8");
    }

    @Test
    void aVoteLeadsToTheEntryThatWaits() {
        open(FIRST);
        goOn();
        decide(0, FIRST, "sh010", 1);
        click("vote-approve");
        assertThat(name()).contains("v3");
    }

    @Test
    void afterTheLastThatWaitsTheVoteLeadsOn() {
        bench.sessions.entries.set(2, entry(THIRD, "sh030", 3, Keeping.KEEP_LATEST, 3, Outcome.REJECTED));
        open(FIRST);
        goOn();
        decide(0, FIRST, "sh010", 1);
        click("vote-approve");
        assertThat(walk()).isEqualTo("2 of 3Dailiesall decided");
        assertThat(toasts()).contains("Nothing here waits for your vote any more.");
    }

    @Test
    void atTheEndTheWayLeadsBackToTheReviewSession() {
        bench.sessions.entries.set(0, entry(FIRST, "sh010", 1, Keeping.KEEP_LATEST, 1, Outcome.APPROVED));
        open(THIRD);
        goOn();
        decide(2, THIRD, "sh030", 3);
        click("vote-approve");
        assertThat(page()).contains("All of “Dailies” is decided.");
        assertThat(_get(Anchor.class, spec -> spec.withId("back-to-session")).getHref())
                .isEqualTo("sessions/" + DAILIES);
    }

    @Test
    void newsAboutOtherItemsAreCountedOnceInAWhile() {
        open(FIRST);
        var read = bench.sessions.read;
        bench.sessions.entries.set(2, entry(THIRD, "sh030", 3, Keeping.KEEP_LATEST, 3, Outcome.APPROVED));
        bench.hear(THIRD);
        assertThat(walk()).endsWith("1 left");
        bench.sessions.entries.set(0, entry(FIRST, "sh010", 1, Keeping.KEEP_LATEST, 1, Outcome.APPROVED));
        for (var news = 0; news < 20; news++) {
            bench.hear(ELSEWHERE);
        }
        assertThat(bench.sessions.read).isEqualTo(read + 1);
        bench.wake();
        assertThat(walk()).endsWith("all decided");
        assertThat(bench.sessions.read).isEqualTo(read + 2);
    }

    @Test
    void theStripShowsWhereEachItemStandsAndWhichOneThisIs() {
        open(SECOND);
        assertThat(frames()).hasSize(3);
        assertThat(text(frames().get(1))).isEqualTo("sh020, v7, approved");
        assertThat(_find(frames().get(1), Anchor.class).get(0).getElement().getAttribute("aria-current"))
                .isEqualTo("true");
        bench.sessions.entries.set(2, entry(THIRD, "sh030", 3, Keeping.KEEP_LATEST, 3, Outcome.CHANGES_REQUESTED));
        bench.hearDailies();
        assertThat(text(frames().get(2))).isEqualTo("sh030, v3, changes requested");
    }

    @Test
    void theStripIsReadInParts() {
        for (var more = 4; more <= 100; more++) {
            bench.sessions.entries.add(entry("sh" + more, more));
        }
        open(FIRST);
        assertThat(frames()).hasSize(Filmstrip.MOST);
        assertThat(_find(Button.class, spec -> spec.withId("strip-earlier"))).isEmpty();
        click("strip-later");
        assertThat(text(frames().get(0))).startsWith("sh41,");
        click("strip-earlier");
        assertThat(text(frames().get(0))).startsWith("sh010,");
    }

    @Test
    void aReviewSessionThatIsNotIsToldAndTheItemStillWorks() {
        bench.open(Somebody.as(Role.REVIEWER), FIRST, "?session=" + ReviewSessionId.random());
        assertThat(page()).contains("This review session does not exist, or it is not for you.");
        assertThat(_find(Filmstrip.class)).isEmpty();
        bench.walk(true);
        assertThat(name()).contains("v9");
    }

    @Test
    void aReviewSessionThatGoesAwayGivesWayToTheQueue() {
        open(FIRST);
        bench.sessions.gone = true;
        bench.hearDailies();
        assertThat(page()).contains("This review session does not exist");
        assertThat(walk()).isEqualTo("2 left");
    }

    @Test
    void anItemThatIsNotInItIsShownAllTheSame() {
        open(ELSEWHERE);
        assertThat(page()).contains("is not in “Dailies”, or not any more.");
        assertThat(name()).contains("v9");
        assertThat(walk()).startsWith("Not inDailies");
        bench.walk(true);
        assertThat(walk()).startsWith("1 of 3");
    }

    @Test
    void whoeverIsInAnEntryThatIsTakenOutGoesOnFromThere() {
        open(SECOND);
        bench.sessions.entries.set(1, entry(ReviewItemId.random(), "sh025", 2, Keeping.PINNED, 7, Outcome.APPROVED));
        bench.hearDailies();
        assertThat(walk()).startsWith("Not in");
    }

    @Test
    void thoseWhoMayNotVoteHearWhatIsUndecided() {
        bench.open(Somebody.as(Role.VIEWER), FIRST, "?session=" + DAILIES);
        assertThat(walk()).endsWith("2 undecided");
    }

    private void decide(int index, ReviewItemId item, String name, int version) {
        bench.sessions.entries.set(index, entry(item, name, index + 1, Keeping.KEEP_LATEST, version, Outcome.APPROVED));
    }

    private void open(ReviewItemId item) {
        bench.open(Somebody.as(Role.REVIEWER), item, "?session=" + DAILIES);
    }

    private static String walk() {
        return text(_get(WalkBar.class));
    }

    private static List<FilmFrame> frames() {
        return _find(FilmFrame.class);
    }

    private static void goOn() {
        _setValue(_get(Checkbox.class, spec -> spec.withId("go-on")), true);
    }

    private static VersionDetail v(int number) {
        return Samples.version(number, Outcome.PENDING, Samples.video("http://artist/v.mp4"));
    }
}
