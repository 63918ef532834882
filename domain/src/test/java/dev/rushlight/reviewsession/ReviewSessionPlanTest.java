package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewSessionPlanTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void textIsTrimmedAndWhatIsEmptyIsAbsent() {
        var plan = new ReviewSessionPlan(
                "  Dailies ", Optional.of(" \n "), Optional.of(" "), Optional.empty(), Optional.empty());

        assertThat(plan).isEqualTo(ReviewSessionPlan.named("Dailies"));
    }

    @Test
    void aReviewSessionNeedsANameOfOneLine() {
        refused(" ", "A review session needs a name");
        refused("a\nb", "The name of a review session may not contain control characters");
        refused("x".repeat(201), "The name of a review session may have 200 characters, not 201");
    }

    @Test
    void aDescriptionHasLinesAndAnEnd() {
        var plan = ReviewSessionPlan.named("Dailies");

        assertThat(plan.withDescription("one\ntwo\0\uD800").description()).contains("one\ntwo?");
        assertThatExceptionOfType(UnacceptableReviewSession.class)
                .isThrownBy(() -> plan.withDescription("x".repeat(10_001)));
    }

    @Test
    void itClosesAfterItOpens() {
        var plan = ReviewSessionPlan.named("Dailies");

        assertThat(plan.withDates(Optional.of(NOON), Optional.of(NOON.plusSeconds(1))))
                .isNotEqualTo(plan);
        assertThatExceptionOfType(UnacceptableReviewSession.class)
                .isThrownBy(() -> plan.withDates(Optional.of(NOON), Optional.of(NOON)))
                .withMessage("A review session cannot close at 2026-11-23T12:00:00Z, before it opens at"
                        + " 2026-11-23T12:00:00Z");
    }

    @Test
    void itSaysInWordsWhatChanged() {
        var seen = new ReviewSessionPlan(
                "Dailies", Optional.of("seen"), Optional.of("spy"), Optional.of(NOON), Optional.empty());
        var now = new ReviewSessionPlan(
                "Weeklies",
                Optional.of("new"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOON.plus(Duration.ofDays(1))));

        assertThat(now.changesSince(seen))
                .containsExactly(
                        "its name is now \"Weeklies\"",
                        "its description is another one",
                        "it is of no project any more",
                        "it has no beginning any more",
                        "it now closes at 2026-11-24T12:00:00Z");
        assertThat(seen.changesSince(now))
                .contains("its project is now spy", "it now opens at 2026-11-23T12:00:00Z", "it has no end any more");
        assertThat(now.changesSince(now)).isEmpty();
    }

    private static void refused(String name, String why) {
        assertThatExceptionOfType(UnacceptableReviewSession.class)
                .isThrownBy(() -> ReviewSessionPlan.named(name))
                .withMessage(why);
    }
}
