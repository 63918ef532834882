package dev.rushlight.review;

import static dev.rushlight.policy.Choice.APPROVE;
import static dev.rushlight.policy.Choice.REJECT;
import static dev.rushlight.policy.Choice.REQUEST_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Mode;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.Selector;
import dev.rushlight.policy.SideState;
import dev.rushlight.policy.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class SupervisionTest {

    private final Database database;
    private ReviewBench bench;
    private Identity maria;
    private Identity tom;
    private Identity lena;
    private ReviewItemId item;

    SupervisionTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void submitSomething() {
        bench = new ReviewBench(database);
        maria = bench.somebody("maria", Role.REVIEWER);
        tom = bench.somebody("tom", Role.REVIEWER);
        lena = bench.somebody("lena", Role.LEAD);
        item = bench.submitted("sh010");
        bench.deliverEverything();
    }

    /** The acts, each in a situation in which it can be done. */
    private enum Supervising {
        OVERRIDE {
            @Override
            Verdict by(Identity person, ReviewBench bench, ReviewItemId item, Identity voter) {
                return bench.supervision(
                        desk -> desk.override(person, item, 1, Outcome.APPROVED, "deadline", Request.plain()));
            }
        },
        DISMISS {
            @Override
            Verdict by(Identity person, ReviewBench bench, ReviewItemId item, Identity voter) {
                var vote = bench.voteOf(voter, item).id();
                return bench.supervision(desk -> desk.dismiss(person, vote, "not her shot", Request.plain()));
            }
        },
        REOPEN {
            @Override
            void prepare(ReviewBench bench, ReviewItemId item, Identity voter) {
                bench.vote(voter, item, APPROVE);
            }

            @Override
            Verdict by(Identity person, ReviewBench bench, ReviewItemId item, Identity voter) {
                return bench.supervision(desk -> desk.reopen(person, item, 1, "", Request.plain()));
            }
        },
        HOLD {
            @Override
            Verdict by(Identity person, ReviewBench bench, ReviewItemId item, Identity voter) {
                return bench.supervision(desk -> desk.hold(person, item, 1, "", Request.plain()));
            }
        },
        RESUME {
            @Override
            void prepare(ReviewBench bench, ReviewItemId item, Identity voter) {
                HOLD.by(bench.somebody("boss", Role.LEAD), bench, item, voter);
            }

            @Override
            Verdict by(Identity person, ReviewBench bench, ReviewItemId item, Identity voter) {
                return bench.supervision(desk -> desk.resume(person, item, 1, "", Request.plain()));
            }
        },
        WITHDRAW {
            @Override
            Verdict by(Identity person, ReviewBench bench, ReviewItemId item, Identity voter) {
                return bench.supervision(desk -> desk.withdraw(person, item, 1, "", Request.plain()));
            }
        };

        void prepare(ReviewBench bench, ReviewItemId item, Identity voter) {
            bench.vote(voter, item, REQUEST_CHANGES);
        }

        abstract Verdict by(Identity person, ReviewBench bench, ReviewItemId item, Identity voter);
    }

    @Test
    void onlyLeadsAndAdministratorsSupervise() {
        for (var act : Supervising.values()) {
            for (var role : Role.values()) {
                var work = bench.submitted("%s by %s".formatted(act, role));
                act.prepare(bench, work, maria);
                var person = bench.somebody("somebody", role);
                if (role.mayLead()) {
                    act.by(person, bench, work, maria);
                } else {
                    assertThatExceptionOfType(NotAllowed.class)
                            .as("%s by %s", act, role)
                            .isThrownBy(() -> act.by(person, bench, work, maria));
                }
            }
        }
    }

    @Test
    void neitherBotsNorGuestsSupervise() {
        var client = "client_" + UUID.randomUUID().toString().replace("-", "");
        for (var person : List.of(bench.bot("qc"), bench.guest("Ada", client))) {
            for (var act : Supervising.values()) {
                var work = bench.submitted("%s by %s".formatted(act, person.kind()));
                act.prepare(bench, work, maria);
                assertThatExceptionOfType(NotAllowed.class)
                        .as("%s by %s", act, person.kind())
                        .isThrownBy(() -> act.by(person, bench, work, maria));
            }
        }
    }

    @Test
    void aPolicyMayLetReviewersOverride() {
        var policy = bench.policy(
                usual -> overriddenBy(usual, "REVIEWER"), Stage.of("Review", Mode.ANY, Selector.role("REVIEWER")));
        var work = bench.submitted("sh020", policy);

        Supervising.OVERRIDE.by(tom, bench, work, maria);

        assertThat(bench.detail(work).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void whereNobodyMayOverrideLeadsStillHold() {
        var policy =
                bench.policy(usual -> overriddenBy(usual), Stage.of("Review", Mode.ANY, Selector.role("REVIEWER")));
        var work = bench.submitted("sh020", policy);

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> Supervising.OVERRIDE.by(lena, bench, work, maria));
        Supervising.HOLD.by(lena, bench, work, maria);
    }

    @Test
    void anActOnAnOldVersionIsRefusedWithWhatCameSince() {
        bench.submit(bench.submission("sh010").by("jo").build());

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> Supervising.HOLD.by(lena, bench, item, maria))
                .satisfies(stale -> {
                    assertThat(stale.seen()).isEqualTo(1);
                    assertThat(stale.current()).isEqualTo(2);
                    assertThat(stale.submitter()).isEqualTo("jo");
                    assertThat(stale.name()).isEqualTo("sh010 comp");
                    assertThat(stale.submittedAt()).isEqualTo(bench.clock.instant());
                });
    }

    @Test
    void anOverrideStandsOverTheVotesUntilItIsReopened() {
        bench.vote(maria, item, REQUEST_CHANGES);

        var verdict = bench.supervision(
                desk -> desk.override(lena, item, 1, Outcome.APPROVED, "the deadline", Request.plain()));

        assertThat(verdict.outcome()).isEqualTo(Outcome.APPROVED);
        var told = bench.decision(verdict.decision().orElseThrow());
        assertThat(told.cause()).isEqualTo(Cause.OVERRIDE);
        assertThat(told.actor().username()).isEqualTo(lena.username());
        assertThat(told.reason()).contains("the deadline");
        assertThat(told.explanation().get(0).text())
                .isEqualTo("Override: set by %s: the deadline".formatted(lena.username()));
        assertThat(bench.current(item).override())
                .contains(new OverrideDetail(Outcome.APPROVED, lena.username(), "the deadline", bench.clock.instant()));
        bench.vote(tom, item, REQUEST_CHANGES);
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);

        bench.supervision(desk -> desk.reopen(lena, item, 1, "too early", Request.plain()));

        assertThat(bench.current(item).override()).isEmpty();
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(bench.tellings()).containsExactly(Outcome.CHANGES_REQUESTED, Outcome.APPROVED, Outcome.IN_REVIEW);
        assertThat(bench.written(item))
                .endsWith(
                        "OVERRIDDEN by lena",
                        "DECIDED by lena",
                        "VOTE_CAST by tom",
                        "REOPENED by lena",
                        "DECIDED by lena");
    }

    @Test
    void anOverrideSetsAVerdictAndSaysWhy() {
        assertThatExceptionOfType(ReasonMissing.class)
                .isThrownBy(() ->
                        bench.supervision(desk -> desk.override(lena, item, 1, Outcome.APPROVED, " ", Request.plain())))
                .withMessage("An override needs a reason");
        assertThatExceptionOfType(UnacceptableOverride.class)
                .isThrownBy(() -> bench.supervision(
                        desk -> desk.override(lena, item, 1, Outcome.ON_HOLD, "wait", Request.plain())));
    }

    @Test
    void aReopenedVersionIsVotedOnAnew() {
        bench.vote(maria, item, APPROVE);
        bench.clock.advance(ReviewBench.GRACE);
        bench.cast(tom, item, 1, REJECT, "too late");

        var verdict = bench.supervision(desk -> desk.reopen(lena, item, 1, "look again", Request.plain()));

        assertThat(verdict.outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(bench.current(item).votes())
                .extracting(VoteDetail::standing)
                .containsExactly(VoteStanding.BEFORE_REOPEN, VoteStanding.LATE);
        assertThat(bench.awaited(item)).containsExactly("role:REVIEWER");
        assertThat(bench.cast(tom, item, 1, REQUEST_CHANGES, "edges").late()).isFalse();
        assertThat(bench.tellings()).containsExactly(Outcome.APPROVED, Outcome.IN_REVIEW, Outcome.CHANGES_REQUESTED);
        assertThat(bench.written(item)).contains("REOPENED by lena");
    }

    @Test
    void whatStillTakesVotesNeedsNoReopening() {
        bench.vote(maria, item, REQUEST_CHANGES);

        assertThatExceptionOfType(NothingToReopen.class)
                .isThrownBy(() -> Supervising.REOPEN.by(lena, bench, item, maria))
                .withMessage("Version 1 needs no reopening: it is CHANGES_REQUESTED");
    }

    @Test
    void aHeldVersionIsDecidedByWhatWasSaidMeanwhile() {
        var held = bench.supervision(desk -> desk.hold(lena, item, 1, "client is away", Request.plain()));

        assertThat(held.outcome()).isEqualTo(Outcome.ON_HOLD);
        assertThat(bench.current(item).aside())
                .contains(new Aside(
                        SideState.ON_HOLD,
                        Outcome.PENDING,
                        lena.username(),
                        Optional.of("client is away"),
                        bench.clock.instant()));
        assertThat(bench.awaited(item)).isEmpty();
        assertThat(bench.vote(maria, item, APPROVE)).isEmpty();
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.ON_HOLD);

        var resumed = bench.supervision(desk -> desk.resume(lena, item, 1, "", Request.plain()));

        assertThat(resumed.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.decision(resumed.decision().orElseThrow()).cause()).isEqualTo(Cause.RESUME);
        assertThat(bench.current(item).aside()).isEmpty();
        assertThat(bench.tellings()).containsExactly(Outcome.ON_HOLD, Outcome.APPROVED);
        assertThat(bench.written(item))
                .endsWith(
                        "HELD by lena", "DECIDED by lena", "VOTE_CAST by maria", "RESUMED by lena", "DECIDED by lena");
    }

    @Test
    void aHoldKeepsWhatWasFinal() {
        bench.vote(maria, item, APPROVE);
        bench.clock.advance(ReviewBench.GRACE);
        Supervising.HOLD.by(lena, bench, item, maria);

        assertThat(bench.cast(tom, item, 1, REJECT, "wrong").late()).isTrue();
        Supervising.RESUME.by(lena, bench, item, maria);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.current(item).isFinal()).isTrue();
    }

    @Test
    void aHoldIsNeitherDoubledNorEndedTwice() {
        assertThatExceptionOfType(NotOnHold.class).isThrownBy(() -> Supervising.RESUME.by(lena, bench, item, maria));
        Supervising.HOLD.by(lena, bench, item, maria);
        assertThatExceptionOfType(AlreadyOnHold.class).isThrownBy(() -> Supervising.HOLD.by(lena, bench, item, maria));
    }

    @Test
    void aDismissedVoteStaysToBeSeen() {
        bench.vote(tom, item, APPROVE);
        bench.vote(maria, item, APPROVE);
        bench.vote(maria, item, REQUEST_CHANGES);

        var verdict = bench.supervision(
                desk -> desk.dismiss(lena, bench.voteOf(maria, item).id(), "not her shot", Request.plain()));

        assertThat(verdict.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.decision(verdict.decision().orElseThrow()).cause()).isEqualTo(Cause.DISMISS);
        assertThat(bench.current(item).votes())
                .extracting(VoteDetail::standing)
                .containsExactly(VoteStanding.CAST, VoteStanding.DISMISSED, VoteStanding.DISMISSED);
        assertThat(bench.voteOf(maria, item).ending())
                .contains(new VoteEnding(lena.username(), bench.clock.instant(), Optional.of("not her shot")));
        assertThat(bench.tellings()).containsExactly(Outcome.APPROVED, Outcome.CHANGES_REQUESTED, Outcome.APPROVED);
        assertThat(bench.written(item)).endsWith("VOTE_DISMISSED by lena", "VOTE_DISMISSED by lena", "DECIDED by lena");
    }

    @Test
    void aDismissalSaysWhyAndIsForTheVotesOfOthers() {
        bench.vote(lena, item, APPROVE);
        var vote = bench.voteOf(lena, item).id();

        assertThatExceptionOfType(ReasonMissing.class)
                .isThrownBy(() -> bench.supervision(desk -> desk.dismiss(lena, vote, "", Request.plain())));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.supervision(desk -> desk.dismiss(lena, vote, "mine", Request.plain())))
                .withMessage("One's own vote is revoked, not dismissed");
    }

    @Test
    void whoSubmittedMayWithdraw() {
        var jo = bench.somebody("jo", Role.VIEWER);
        var own = bench.submit(bench.submission("sh020")
                        .by(jo.username().toUpperCase())
                        .build())
                .item()
                .orElseThrow();
        bench.vote(maria, own, REQUEST_CHANGES);
        bench.tellings();

        var verdict = bench.supervision(desk -> desk.withdraw(jo, own, 1, "wrong shot", Request.plain()));

        assertThat(verdict).isEqualTo(new Verdict(Outcome.WITHDRAWN, Optional.empty(), false));
        assertThat(bench.awaited(own)).isEmpty();
        assertThatExceptionOfType(VersionClosed.class).isThrownBy(() -> bench.vote(maria, own, APPROVE));
        assertThatExceptionOfType(VersionClosed.class)
                .isThrownBy(() -> bench.supervision(desk -> desk.withdraw(jo, own, 1, "", Request.plain())));
        var owed = bench.deliverEverything();
        assertThat(owed).extracting(event -> event.kind()).containsExactly(OwedKind.ITEM_WITHDRAWN);
        var version = new VersionId(owed.get(0).subject().orElseThrow());
        var told = bench.read(items -> items.withdrawn(version));
        assertThat(told.eventId()).isEqualTo(owed.get(0).eventId());
        assertThat(told.by()).isEqualTo(jo.username());
        assertThat(told.reason()).contains("wrong shot");
        assertThat(told.outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
        assertThat(bench.written(own)).endsWith("WITHDRAWN by jo");
    }

    @Test
    void aWithdrawnLineGoesOnWithItsNextVersion() {
        Supervising.WITHDRAW.by(lena, bench, item, maria);
        bench.deliverEverything();

        bench.submit(bench.submission("sh010").build());

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.PENDING);
        assertThat(bench.detail(item).versions())
                .extracting(VersionDetail::outcome)
                .containsExactly(Outcome.PENDING, Outcome.WITHDRAWN);
        assertThat(bench.deliverEverything())
                .extracting(event -> event.kind())
                .containsExactly(OwedKind.RECEIPT, OwedKind.ITEM_RECEIVED);
    }

    @Test
    void everyActRepeatedChangesNothing() {
        for (var act : List.of(Supervising.HOLD, Supervising.WITHDRAW)) {
            var work = bench.submitted("repeated " + act);
            var request = Request.of(UUID.randomUUID());
            var first = repeatable(act, work, request);
            var written = bench.written(work);

            assertThat(repeatable(act, work, request)).isEqualTo(first);
            assertThat(bench.written(work)).isEqualTo(written);
        }
    }

    private Verdict repeatable(Supervising act, ReviewItemId work, Request request) {
        return bench.supervision(desk -> act == Supervising.HOLD
                ? desk.hold(lena, work, 1, "", request)
                : desk.withdraw(lena, work, 1, "", request));
    }

    private static Policy overriddenBy(Policy usual, String... roles) {
        return new Policy(
                usual.id(),
                usual.revision(),
                usual.name(),
                usual.stages(),
                true,
                usual.abstainAllowed(),
                usual.onNewVersion(),
                Set.of(roles),
                usual.requireNoOpenBlockers(),
                usual.grace(),
                usual.dueIn(),
                usual.escalateTo());
    }
}
