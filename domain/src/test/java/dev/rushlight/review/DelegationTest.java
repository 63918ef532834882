package dev.rushlight.review;

import static dev.rushlight.policy.Choice.ABSTAIN;
import static dev.rushlight.policy.Choice.APPROVE;
import static dev.rushlight.policy.Choice.REQUEST_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.DelegationSummary;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NoSuchDelegation;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.Role;
import dev.rushlight.people.UnacceptableDelegation;
import dev.rushlight.policy.Mode;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Selector;
import dev.rushlight.policy.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class DelegationTest {

    private static final Duration HOLIDAYS = Duration.ofDays(14);

    private final Database database;
    private ReviewBench bench;
    private Identity root;
    private Identity maria;
    private Identity tom;
    private Identity ada;
    private ReviewItemId item;

    DelegationTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void submitSomething() {
        bench = new ReviewBench(database);
        root = bench.somebody("root", Role.ADMIN);
        maria = bench.somebody("maria", Role.REVIEWER);
        tom = bench.somebody("tom", Role.REVIEWER);
        ada = bench.somebody("ada", Role.REVIEWER);
        item = bench.submitted(
                "sh010",
                bench.policy(
                        UnaryOperator.identity(),
                        Stage.of("Both", Mode.ALL, Selector.user(maria.username()), Selector.user(tom.username()))));
    }

    @Test
    void theDeputysVoteFillsTheSeat() {
        delegate(maria, maria, ada);
        rejudge();
        assertThat(bench.awaited(item))
                .containsExactlyInAnyOrder(
                        "user:" + ada.username(), "user:" + maria.username(), "user:" + tom.username());

        bench.vote(ada, item, APPROVE);
        bench.vote(tom, item, APPROVE);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.voteOf(ada, item).onBehalfOf()).containsExactly(maria.username());
        var told = bench.decision(bench.detail(item).decisions().get(0).id());
        assertThat(told.votes())
                .filteredOn(vote -> vote.username().equals(ada.username()))
                .singleElement()
                .satisfies(vote -> assertThat(vote.onBehalfOf()).containsExactly(maria.username()));
    }

    @Test
    void theAbsentReviewersOwnVoteCountsFirst() {
        delegate(maria, maria, ada);
        bench.vote(ada, item, APPROVE);
        bench.vote(tom, item, APPROVE);

        bench.vote(maria, item, REQUEST_CHANGES);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
    }

    @Test
    void whatADeputySaidStaysSaidWhenTheDelegationEnds() {
        delegate(maria, maria, ada);
        bench.vote(ada, item, APPROVE);
        bench.clock.advance(HOLIDAYS);

        bench.vote(tom, item, APPROVE);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void aDeputyIsOneOnlyUntilTheDate() {
        delegate(maria, maria, ada);
        bench.clock.advance(HOLIDAYS);

        bench.vote(ada, item, APPROVE);
        bench.vote(tom, item, APPROVE);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(bench.voteOf(ada, item).onBehalfOf()).isEmpty();
    }

    @Test
    void whatIsOverIsNoticed() {
        delegate(maria, maria, ada);
        rejudge();
        bench.clock.advance(HOLIDAYS);

        assertThat(bench.<Integer>delegations(desk -> desk.endOverdue(100))).isPositive();
        rejudge();

        assertThat(bench.awaited(item)).containsExactlyInAnyOrder("user:" + maria.username(), "user:" + tom.username());
        assertThat(bench.<Integer>delegations(desk -> desk.endOverdue(100))).isZero();
    }

    @Test
    void aDelegationIsEndedBeforeItsTime() {
        delegate(maria, maria, ada);
        end(maria, maria);

        bench.vote(ada, item, APPROVE);
        bench.vote(tom, item, APPROVE);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThatExceptionOfType(NoSuchDelegation.class).isThrownBy(() -> end(maria, maria));
        delegate(maria, maria, tom);
    }

    @Test
    void theNextDeputySpeaksOverTheOneBefore() {
        delegate(maria, maria, ada);
        bench.vote(ada, item, 1, ABSTAIN, "");
        end(maria, maria);
        var otto = bench.somebody("otto", Role.REVIEWER);
        delegate(maria, maria, otto);

        bench.vote(otto, item, APPROVE);
        bench.vote(tom, item, APPROVE);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void onlyOneselfAndAdministratorsArrange() {
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> delegate(tom, maria, ada));
        delegate(root, maria, ada);
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> end(ada, maria));
        end(root, maria);
    }

    @Test
    void thereAreNeitherTwoDeputiesNorChains() {
        delegate(maria, maria, ada);

        assertThatExceptionOfType(UnacceptableDelegation.class).isThrownBy(() -> delegate(maria, maria, tom));
        assertThatExceptionOfType(UnacceptableDelegation.class).isThrownBy(() -> delegate(ada, ada, tom));
        assertThatExceptionOfType(UnacceptableDelegation.class).isThrownBy(() -> delegate(tom, tom, maria));
        assertThatExceptionOfType(UnacceptableDelegation.class).isThrownBy(() -> delegate(tom, tom, tom));
        delegate(tom, tom, ada);
    }

    @Test
    void onlyPeopleWhoMayVoteStandIn() {
        var visitor = bench.somebody("visitor", Role.VIEWER);

        assertThatExceptionOfType(UnacceptableDelegation.class).isThrownBy(() -> delegate(maria, maria, visitor));
        assertThatExceptionOfType(UnacceptableDelegation.class)
                .isThrownBy(() -> delegate(maria, maria, bench.bot("qc")));
        assertThatExceptionOfType(UnacceptableDelegation.class).isThrownBy(() -> delegate(root, visitor, maria));
    }

    @Test
    void aDelegationEndsInTheFutureAndWithinAYear() {
        for (var until : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(400))) {
            assertThatExceptionOfType(UnacceptableDelegation.class)
                    .isThrownBy(() -> bench.delegations(desk -> {
                        desk.delegate(
                                maria,
                                maria.id(),
                                ada.id(),
                                bench.clock.instant().plus(until));
                        return until;
                    }));
        }
    }

    @Test
    void whoArrangedWhatIsWrittenDownAndAnnounced() {
        delegate(root, maria, ada);
        end(maria, maria);

        assertThat(bench.ledger.of(maria.id().value()))
                .extracting(entry -> entry.act(), entry -> entry.author().displayName())
                .containsExactly(tuple(Act.DELEGATED, "root"), tuple(Act.DELEGATION_ENDED, "maria"));
        assertThat(bench.ledger.of(maria.id().value()).get(0).after().getString("deputy"))
                .isEqualTo(ada.username());
        assertThat(bench.peopleChanges.heard()).hasSize(2);
    }

    @Test
    void everybodySeesTheirOwnDelegations() {
        delegate(maria, maria, ada);

        assertThat(known(maria)).hasSize(1);
        assertThat(known(ada)).hasSize(1);
        assertThat(known(tom)).isEmpty();
        assertThat(known(root))
                .anySatisfy(one -> assertThat(one.delegator().id()).isEqualTo(maria.id()));
    }

    @Test
    void whoeverMayVoteCanStandInForOthers() {
        var visitor = bench.somebody("visitor", Role.VIEWER);
        var bot = bench.bot("qc");
        List<Identity> candidates = bench.delegations(desk -> desk.candidates(maria));
        assertThat(candidates).contains(tom, ada, root).doesNotContain(maria, visitor, bot);
    }

    private List<DelegationSummary> known(Identity viewer) {
        return bench.delegations(desk -> desk.delegations(viewer));
    }

    private void delegate(Identity by, Identity absent, Identity deputy) {
        bench.delegations(desk -> {
            desk.delegate(by, absent.id(), deputy.id(), bench.clock.instant().plus(HOLIDAYS));
            return deputy;
        });
    }

    private void end(Identity by, Identity absent) {
        bench.delegations(desk -> {
            desk.end(by, absent.id());
            return absent;
        });
    }

    private void rejudge() {
        bench.upkeep(desk -> {
            desk.rejudge(item);
            return item;
        });
    }
}
