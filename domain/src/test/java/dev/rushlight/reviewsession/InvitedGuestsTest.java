package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Mode;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Selector;
import dev.rushlight.policy.Stage;
import dev.rushlight.review.ReviewItemId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A stage of all clients waits for those who were invited to decide on the item, and for no others. */
@ParameterizedClass
@EnumSource(Database.class)
class InvitedGuestsTest {

    private final Database database;
    private ReviewSessionBench bench;
    private ReviewSessionId id;
    private ReviewItemId item;

    InvitedGuestsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void showAnItemToClients() {
        bench = new ReviewSessionBench(database);
        id = bench.opened(0);
        item = forClients("sh010");
        show(id, item);
    }

    @Test
    void everyInvitedGuestIsWaitedForAndOneIsNotEnough() {
        var ada = invited(id, GuestRight.DECIDE);
        var bob = invited(id, GuestRight.DECIDE);
        assertWaitsFor(ada, bob);

        approve(ada);
        assertThat(outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertWaitsFor(bob);

        approve(bob);
        assertThat(outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void whoMayOnlyLookOrCommentIsNotWaitedFor() {
        invited(id, GuestRight.VIEW);
        invited(id, GuestRight.COMMENT);
        var decider = invited(id, GuestRight.DECIDE);

        assertWaitsFor(decider);
    }

    @Test
    void guestsOfAnotherReviewSessionAreNotWaitedFor() {
        var elsewhere = bench.opened(0);
        show(elsewhere, forClients("sh020"));
        invited(elsewhere, GuestRight.DECIDE);
        var here = invited(id, GuestRight.DECIDE);

        assertWaitsFor(here);
        approve(here);
        assertThat(outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void theGuestsOfAllReviewSessionsThatHoldTheItemAreWaitedFor() {
        var another = bench.opened(0);
        var here = invited(id, GuestRight.DECIDE);
        var there = invited(another, GuestRight.DECIDE);
        assertWaitsFor(here);

        show(another, item);
        assertWaitsFor(here, there);
    }

    @Test
    void whoseReviewSessionGivesTheItemAwayIsNotWaitedForAnyMore() {
        var another = bench.opened(0);
        show(another, item);
        var here = invited(id, GuestRight.DECIDE);
        var there = invited(another, GuestRight.DECIDE);
        approve(here);
        assertWaitsFor(there);

        bench.at(desk -> desk.remove(bench.lead, another, List.of(item)));

        assertThat(bench.room.caughtUp(item)).isTrue();
        assertThat(outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void aReviewSessionThatIsNotOpenHasNobodyToWaitFor() {
        var prepared = bench.prepared(0);
        show(prepared, item);
        var early = invited(prepared, GuestRight.DECIDE);
        var here = invited(id, GuestRight.DECIDE);
        assertWaitsFor(here);

        bench.at(desk -> desk.open(bench.lead, prepared));
        assertWaitsFor(early, here);

        bench.at(desk -> desk.close(bench.lead, prepared));
        assertWaitsFor(here);
    }

    @Test
    void aReviewSessionThatShowsAnOlderVersionIsNotAskedAboutTheNewOne() {
        var guest = invited(id, GuestRight.DECIDE);
        bench.at(desk -> desk.pin(bench.lead, id, item, 1));
        assertWaitsFor(guest);

        forClients("sh010");
        assertWaitsFor();

        bench.at(desk -> desk.keepLatest(bench.lead, id, item));
        assertWaitsFor(guest);
    }

    @Test
    void whoseLinkIsRevokedIsNotWaitedForAnyMoreAndWhatTheySaidStays() {
        var ada = invited(id, GuestRight.DECIDE);
        var bob = invited(id, GuestRight.DECIDE);
        approve(ada);
        bench.revoke(ada.link());
        assertWaitsFor(bob);

        bench.revoke(bob.link());

        assertThat(bench.room.caughtUp(item)).isTrue();
        assertThat(outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void aLinkWhoseTimeIsOverIsWaitedForUntilItIsEnded() {
        var ada = invited(id, GuestRight.DECIDE);
        var bob = bench.invited(
                id,
                GuestForm.client("Bob", GuestRight.DECIDE, bench.clock.instant().plus(Duration.ofHours(1))));
        approve(ada);
        bench.clock.advance(Duration.ofHours(2));
        assertWaitsFor(bob);

        bench.links(desk -> desk.tend(1_000));

        assertThat(bench.room.caughtUp(item)).isTrue();
        assertThat(outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void whereNoGuestIsInvitedNothingIsApproved() {
        assertWaitsFor();
        bench.vote(bench.lead, item, 1, Choice.APPROVE);

        assertThat(outcome()).isNotIn(Set.of(Outcome.APPROVED, Outcome.APPROVED_WITH_NOTES));
    }

    @Test
    void whatATeamArrangesAmongItselfHasNothingJudgedAnew() {
        bench.room.caughtUp(item);
        bench.at(desk -> desk.remove(bench.lead, id, List.of(item)));

        assertThat(bench.room.caughtUp(item)).isFalse();
    }

    private ReviewItemId forClients(String lineKey) {
        return bench.room.submitted(bench.project, lineKey, Stage.of("Client", Mode.ALL, Selector.function("client")));
    }

    private void show(ReviewSessionId reviewSession, ReviewItemId shown) {
        bench.at(desk -> desk.add(bench.lead, reviewSession, List.of(shown), Keeping.KEEP_LATEST));
    }

    private GuestInvitation invited(ReviewSessionId reviewSession, GuestRight right) {
        return bench.invited(reviewSession, bench.form(right));
    }

    private void approve(GuestInvitation invitation) {
        var pass = bench.entered(invitation);
        bench.guest(desk -> desk.vote(pass, item, 1, Choice.APPROVE, ""));
    }

    private Outcome outcome() {
        return bench.room.detail(item).outcome();
    }

    private void assertWaitsFor(GuestInvitation... invitations) {
        bench.room.caughtUp(item);
        assertThat(bench.room.awaited(item))
                .containsExactlyInAnyOrderElementsOf(List.of(invitations).stream()
                        .map(invitation -> "user:" + invitation.guest().username())
                        .toList());
    }
}
