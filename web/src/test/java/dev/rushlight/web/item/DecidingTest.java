package dev.rushlight.web.item;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rushlight.web.item.ItemBench.click;
import static dev.rushlight.web.item.ItemBench.page;
import static dev.rushlight.web.item.ItemBench.text;
import static dev.rushlight.web.item.ItemBench.toasts;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.SideState;
import dev.rushlight.policy.StageExplanation;
import dev.rushlight.policy.StageExplanation.Status;
import dev.rushlight.policy.StageTurn;
import dev.rushlight.review.Actor;
import dev.rushlight.review.Cause;
import dev.rushlight.review.DecisionDetail;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.DeliveryState;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VoteDetail;
import dev.rushlight.review.VoteEnding;
import dev.rushlight.review.VoteStanding;
import dev.rushlight.web.keyboard.DecideKeys;
import dev.rushlight.web.testing.Samples;
import dev.rushlight.web.testing.Somebody;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecidingTest {

    private static final ReviewItemId ID = ReviewItemId.random();
    private static final Identity TOM = Somebody.person("tom", Role.REVIEWER);
    private static final Identity MARIA = Somebody.person("maria", Role.REVIEWER);

    private final ItemBench bench = new ItemBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aKeyVotes() {
        open(Versions.of(1, Outcome.PENDING).build());
        bench.press("approve", ID + " v1", "");
        assertThat(bench.asked).containsExactly("maria APPROVE v1");
    }

    @Test
    void aKeyBringsTheReasonThatWasJustTyped() {
        open(Versions.of(1, Outcome.PENDING).build());
        bench.press("request-changes", ID + " v1", "Edge flicker");
        assertThat(bench.asked).containsExactly("maria REQUEST_CHANGES v1 Edge flicker");
    }

    @Test
    void aKeyThatWasMeantForAnotherItemVotesOnNothing() {
        open(Versions.of(1, Outcome.PENDING).build());
        bench.press("approve", ReviewItemId.random() + " v1", "");
        assertThat(bench.asked).isEmpty();
    }

    @Test
    void aKeySaysWhyItCannotVote() {
        open(Versions.of(1, Outcome.WITHDRAWN).build());
        bench.press("approve", "", "");
        assertThat(bench.asked).isEmpty();
        assertThat(toasts()).contains("takes no votes any more");
    }

    @Test
    void whoeverWaitsForAReasonIsToldHowToSendIt() {
        open(Versions.of(1, Outcome.PENDING).build());
        var keys = _get(DecideKeys.class);
        ComponentUtil.fireEvent(keys, new DecideKeys.Armed(keys, true, "reject"));
        assertThat(reason().getHelperText()).contains("Ctrl+Enter sends it: Reject");
        bench.hear(ID);
        assertThat(reason().getHelperText()).as("after news").contains("Ctrl+Enter sends it: Reject");
        ComponentUtil.fireEvent(keys, new DecideKeys.Armed(keys, true, ""));
        assertThat(reason().getHelperText()).isEqualTo("Needed for everything but Approve and Abstain");
    }

    @Test
    void openNotesMakeUpForAReasonExceptOfARejection() {
        open(Versions.of(1, Outcome.PENDING).notes(2, 0).build());
        assertThat(reason().getHelperText()).isEqualTo("Only Reject needs one: the open notes say the rest");
        click("vote-reject");
        assertThat(bench.asked).isEmpty();
        click("vote-request-changes");
        assertThat(bench.asked).containsExactly("maria REQUEST_CHANGES v1");
    }

    @Test
    void blockingNotesAreToldBeforeSomebodyApprovesInVain() {
        open(Versions.of(1, Outcome.PENDING).notes(2, 2).build());
        assertThat(page()).contains("2 blocking notes are open: it can be approved once they are resolved.");
    }

    @Test
    void aLateVoteIsCalledOneBeforeItIsCast() {
        open(Versions.of(1, Outcome.APPROVED).finished().build());
        assertThat(page()).contains("A vote now is kept as a late one, and changes nothing.");
    }

    @Test
    void abstainingIsNotOfferedWhereThePolicyForbidsIt() {
        bench.briefing.abstainAllowed = false;
        open(Versions.of(1, Outcome.PENDING).build());
        assertThat(button("vote-abstain").isVisible()).isFalse();
        bench.press("abstain", ID + " v1", "");
        assertThat(bench.asked).isEmpty();
    }

    @Test
    void onesOwnVoteIsShownAndTakenBack() {
        var vote = Samples.vote(MARIA, Choice.REQUEST_CHANGES, "Edge flicker");
        open(Versions.of(1, Outcome.CHANGES_REQUESTED, vote).build());
        assertThat(page()).contains("You voted Request changes");
        assertThat(button("vote-request-changes").getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
        click("take-back");
        assertThat(bench.asked).containsExactly("revoke " + vote.id());
        assertThat(toasts()).contains("Your vote is taken back.");
        assertThat(reason().getValue()).isEqualTo("Edge flicker");
    }

    @Test
    void nothingIsTakenBackOfWhatIsClosed() {
        var vote = Samples.vote(MARIA, Choice.APPROVE, "");
        open(Versions.of(1, Outcome.WITHDRAWN, vote).build());
        assertThat(button("take-back").isVisible()).isFalse();
    }

    @Test
    void onlyAVoteIsUndone() {
        var hold = new DecisionDetail(
                DecisionId.random(),
                1,
                1,
                Outcome.ON_HOLD,
                Outcome.PENDING,
                Cause.HOLD,
                new Actor(MARIA.id(), MARIA.username(), MARIA.displayName(), MARIA.role()),
                Optional.of("plates are coming"),
                Samples.NOW,
                Optional.of(Samples.delivery(DeliveryState.HELD)));
        bench.put(ID, List.of(hold), Versions.of(1, Outcome.ON_HOLD).build());
        bench.open(Somebody.as(Role.REVIEWER), ID, "");
        assertThat(page()).contains("Saved · publishes in", "Became On hold by a hold", "plates are coming");
        assertThat(_find(Button.class, spec -> spec.withText("Undo"))).isEmpty();
    }

    @Test
    void eachStageSaysWhoVotedAndWhomItWaitsFor() {
        bench.briefing.turns.add(new StageTurn("Artists", false, List.of(), Set.of("tom"), true));
        bench.briefing.turns.add(new StageTurn("Supervision", false, List.of("Artists"), Set.of(), false));
        open(Versions.of(1, Outcome.IN_REVIEW, Samples.vote(TOM, Choice.APPROVE, ""))
                .explained(
                        new StageExplanation(
                                "Artists",
                                Status.UNSATISFIED,
                                "all of 2",
                                1,
                                List.of("maria"),
                                List.of(),
                                "Artists: 1 of 2 approvals; waiting for maria"),
                        new StageExplanation(
                                "Supervision",
                                Status.UNSATISFIED,
                                "a lead",
                                0,
                                List.of(),
                                List.of(),
                                "Supervision: 0 of 1 approval; asked after Artists"))
                .build());
        assertThat(checklist())
                .containsSubsequence(
                        "ArtistsWaiting",
                        "You are needed here",
                        "1 of 2 approvals; waiting for maria",
                        "TomApprove",
                        "mariahas not voted yet",
                        "SupervisionLater",
                        "0 of 1 approval; asked after Artists",
                        "Any reviewer decides · any-reviewer, revision 1");
    }

    @Test
    void whoeverBlocksIsNamedAtTheStage() {
        open(Versions.of(1, Outcome.CHANGES_REQUESTED, Samples.vote(TOM, Choice.REQUEST_CHANGES, "Edge"))
                .explained(new StageExplanation(
                        "Review",
                        Status.UNSATISFIED,
                        "any reviewer",
                        0,
                        List.of(),
                        List.of("tom"),
                        "Review: changes requested by tom"))
                .build());
        assertThat(checklist()).containsSubsequence("ReviewBlocked", "TomRequest changes");
        assertThat(checklist()).doesNotContain("Beside the stages");
    }

    @Test
    void aDismissedVoteStaysToBeSeenWithItsReason() {
        open(Versions.of(1, Outcome.PENDING, dismissed(Samples.vote(TOM, Choice.REJECT, "No")))
                .build());
        assertThat(checklist())
                .containsSubsequence("Beside the stages", "TomReject", "dismissed by lena: not his shot");
    }

    @Test
    void aHoldSaysWhoAndWhy() {
        open(Versions.of(1, Outcome.ON_HOLD)
                .aside(SideState.ON_HOLD, Outcome.IN_REVIEW, "lena", "plates are coming")
                .build());
        assertThat(page()).contains("Held by lena; it stood at in review", "plates are coming");
        assertThat(page()).contains("It is on hold: votes are kept");
    }

    @Test
    void anOverrideSaysWhoAndWhy() {
        open(Versions.of(1, Outcome.APPROVED)
                .override(Outcome.APPROVED, "lena", "deadline")
                .build());
        assertThat(page()).contains("Override by lena: Approved", "deadline");
    }

    @Test
    void aSupersededVersionKeepsWhatWasSaidOfIt() {
        bench.put(
                ID,
                Versions.of(1, Outcome.SUPERSEDED)
                        .aside(SideState.SUPERSEDED, Outcome.CHANGES_REQUESTED, "tom", "")
                        .build(),
                Versions.of(4, Outcome.PENDING).build());
        bench.open(Somebody.as(Role.REVIEWER), ID, "");
        assertThat(text(_get(VersionRail.class)))
                .containsSubsequence("v4", "Pending", "v1", "Changes requested", "Superseded by v4");
    }

    private void open(VersionDetail version) {
        bench.put(ID, version);
        bench.open(Somebody.as(Role.REVIEWER), ID, "");
    }

    private static VoteDetail dismissed(VoteDetail vote) {
        return new VoteDetail(
                vote.id(),
                vote.voter(),
                vote.username(),
                vote.displayName(),
                vote.role(),
                vote.kind(),
                vote.functions(),
                vote.choice(),
                vote.label(),
                vote.reason(),
                vote.onBehalfOf(),
                vote.castAt(),
                VoteStanding.DISMISSED,
                false,
                Optional.of(new VoteEnding("lena", Samples.NOW, Optional.of("not his shot"))),
                vote.copiedFrom(),
                false);
    }

    private static String checklist() {
        return text(_get(Checklist.class));
    }

    private static TextArea reason() {
        return _get(TextArea.class, spec -> spec.withId("reason"));
    }

    private static Button button(String id) {
        return (Button) _get(DecisionPanel.class)
                .getChildren()
                .flatMap(DecidingTest::all)
                .filter(part -> part.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(DecidingTest::all));
    }
}
