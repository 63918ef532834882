package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Mode;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Selector;
import dev.rushlight.policy.Stage;
import dev.rushlight.policy.StageTurn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class BriefingTest {

    private final Database database;
    private ReviewBench bench;
    private Identity maria;
    private Identity lena;
    private ReviewItemId item;

    BriefingTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void submitSomething() {
        bench = new ReviewBench(database);
        maria = bench.somebody("maria", Role.REVIEWER);
        lena = bench.somebody("lena", Role.LEAD);
        item = bench.submitted("sh010");
    }

    @Test
    void theRulesAreToldByName() {
        assertThat(brief(maria).policyName()).isEqualTo("Any reviewer decides");
        assertThat(brief(maria).abstainAllowed()).isTrue();
        assertThat(brief(maria).needsNoOpenBlockers()).isTrue();
    }

    @Test
    void whoeverCanMoveAStageOnIsAskedThere() {
        assertThat(asking(maria)).containsExactly("Review");
        assertThat(asking(bench.somebody("vera", Role.VIEWER))).isEmpty();

        bench.vote(maria, item, Choice.APPROVE);

        assertThat(asking(lena)).isEmpty();
        assertThat(brief(lena).turns().get(0).voters()).containsExactly(maria.username());
    }

    @Test
    void aLaterStageSaysWhatItWaitsFor() {
        var tom = bench.somebody("tom", Role.REVIEWER);
        var policy = bench.policy(
                UnaryOperator.identity(),
                Stage.of("Artists", Mode.ANY, Selector.user(maria.username())),
                Stage.of("Check", Mode.ANY, Selector.user(tom.username())).alongside(),
                Stage.of("Supervision", Mode.LEAD, Selector.role("REVIEWER")));
        item = bench.submitted("sh020", policy);

        assertThat(brief(lena).turns())
                .extracting(StageTurn::after)
                .containsExactly(List.of(), List.of(), List.of("Artists", "Check"));
        assertThat(brief(lena).turns()).extracting(StageTurn::parallel).containsExactly(false, true, false);
        assertThat(asking(lena)).isEmpty();
    }

    @Test
    void reviewersMayNotActOverOthersHeads() {
        assertThat(brief(maria).powers()).isEmpty();
        assertThat(brief(lena).powers()).containsExactlyInAnyOrder(Power.OVERRIDE, Power.HOLD, Power.WITHDRAW);
    }

    @Test
    void whoSubmittedItMayWithdrawIt() {
        var artist = bench.somebody("artist", Role.VIEWER);
        item = bench.submit(bench.submission("sh020").by(artist.username()).build())
                .item()
                .orElseThrow();
        assertThat(brief(artist).powers()).containsExactly(Power.WITHDRAW);
    }

    @Test
    void whatStandsCanBeReopenedAndWhatIsHeldResumed() {
        bench.vote(maria, item, Choice.APPROVE);
        assertThat(brief(lena).powers()).contains(Power.REOPEN, Power.DISMISS, Power.HOLD);

        bench.supervision(desk -> desk.hold(lena, item, 1, "wait for the plates", Request.plain()));

        assertThat(brief(lena).powers()).contains(Power.RESUME).doesNotContain(Power.HOLD, Power.REOPEN);
    }

    @Test
    void nobodyDismissesTheirOwnVote() {
        bench.vote(lena, item, Choice.REQUEST_CHANGES);
        assertThat(brief(lena).powers()).doesNotContain(Power.DISMISS);
    }

    @Test
    void nothingCanBeDoneToWhatIsSuperseded() {
        bench.submitted("sh010");
        assertThat(bench.detail(item).versions().get(1).outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(brief(lena, 1).powers()).isEmpty();
        assertThat(brief(lena, 1).turns()).noneMatch(StageTurn::asksViewer);
    }

    @Test
    void aDeputyIsToldForWhom() {
        bench.delegations(desk -> {
            desk.delegate(maria, maria.id(), lena.id(), bench.clock.instant().plus(Duration.ofDays(1)));
            return true;
        });
        assertThat(brief(lena).standsInFor()).containsExactly(maria.username());
        assertThat(brief(maria).standsInFor()).isEmpty();
        bench.delegations(desk -> {
            desk.end(maria, maria.id());
            return true;
        });
    }

    @Test
    void anUnknownVersionHasNoBriefing() {
        assertThat(briefed(item, 7)).isEmpty();
        assertThat(briefed(ReviewItemId.random(), 1)).isEmpty();
    }

    private List<String> asking(Identity person) {
        return brief(person).turns().stream()
                .filter(StageTurn::asksViewer)
                .map(StageTurn::stage)
                .toList();
    }

    private Briefing brief(Identity person) {
        return brief(person, 1);
    }

    private Briefing brief(Identity person, int version) {
        return bench.briefings(desk -> desk.brief(person, item, version)).orElseThrow();
    }

    private Optional<Briefing> briefed(ReviewItemId id, int version) {
        return bench.briefings(desk -> desk.brief(maria, id, version));
    }
}
