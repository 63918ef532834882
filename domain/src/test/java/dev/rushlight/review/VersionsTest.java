package dev.rushlight.review;

import static dev.rushlight.policy.Choice.ABSTAIN;
import static dev.rushlight.policy.Choice.APPROVE;
import static dev.rushlight.policy.Choice.REJECT;
import static dev.rushlight.policy.Choice.REQUEST_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Mode;
import dev.rushlight.policy.OnNewVersion;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.Selector;
import dev.rushlight.policy.SideState;
import dev.rushlight.policy.Stage;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the older version, and what goes on with the newer one. */
@ParameterizedClass
@EnumSource(Database.class)
class VersionsTest {

    private final Database database;
    private ReviewBench bench;
    private Identity maria;
    private Identity tom;
    private Identity lena;
    private Identity otto;

    VersionsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void comeIn() {
        bench = new ReviewBench(database);
        maria = bench.somebody("maria", Role.REVIEWER);
        tom = bench.somebody("tom", Role.REVIEWER);
        lena = bench.somebody("lena", Role.LEAD);
        otto = bench.somebody("otto", Role.LEAD);
    }

    @Test
    void theOlderVersionKeepsWhatWasSaidOfIt() {
        var item = bench.submitted("sh010");
        bench.vote(maria, item, APPROVE);
        bench.vote(tom, item, 1, ABSTAIN, "");
        bench.deliverEverything();
        bench.tellings();

        bench.submit(bench.submission("sh010").by("jo").build());

        var older = bench.detail(item).versions().get(1);
        assertThat(older.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(older.aside())
                .contains(new Aside(
                        SideState.SUPERSEDED, Outcome.APPROVED, "jo", Optional.empty(), bench.clock.instant()));
        assertThat(older.votes()).extracting(VoteDetail::outdated).containsExactly(true, true);
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.PENDING);
        var owed = bench.deliverEverything();
        assertThat(owed)
                .extracting(event -> event.kind())
                .containsExactly(OwedKind.RECEIPT, OwedKind.ITEM_SUPERSEDED, OwedKind.ITEM_RECEIVED);
        var told = bench.read(
                items -> items.superseded(new VersionId(owed.get(1).subject().orElseThrow())));
        assertThat(told.eventId()).isEqualTo(owed.get(1).eventId());
        assertThat(told.subject().version()).isEqualTo(1);
        assertThat(told.supersededBy()).isEqualTo(2);
        assertThat(told.submitter()).isEqualTo("jo");
        assertThat(told.outcome()).isEqualTo(Outcome.APPROVED);
        bench.submit(bench.submission("sh010").build());
        var later = bench.read(
                items -> items.superseded(new VersionId(owed.get(1).subject().orElseThrow())));
        assertThat(later).isEqualTo(told);
        assertThat(bench.written(item))
                .contains("VERSION_SUPERSEDED by jo", "ITEM_SUBMITTED by jo", "VERSION_SUPERSEDED by artist");
    }

    @Test
    void openNotesAreCarriedOn() {
        var item = bench.submitted("sh010");
        bench.notes(maria, item, 3, 1);

        bench.submit(bench.submission("sh010").build());

        assertThat(bench.current(item).openNotes()).isEqualTo(3);
        assertThat(bench.current(item).openBlockers()).isEqualTo(1);
        bench.vote(maria, item, 2, APPROVE, "");
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.IN_REVIEW);
    }

    @Test
    void whatWasHeldCanBeSuperseded() {
        var item = bench.submitted("sh010");
        bench.vote(maria, item, REQUEST_CHANGES);
        bench.supervision(desk -> desk.hold(lena, item, 1, "", Request.plain()));

        bench.submit(bench.submission("sh010").build());

        assertThat(bench.detail(item).versions())
                .extracting(VersionDetail::outcome)
                .containsExactly(Outcome.PENDING, Outcome.SUPERSEDED);
        assertThat(bench.detail(item).versions().get(1).aside().orElseThrow().from())
                .isEqualTo(Outcome.CHANGES_REQUESTED);
    }

    @Test
    void aVetoSticksToTheLineUntilItsHolderVotes() {
        var keeping = anybody(OnNewVersion.KEEP_VETO);
        var item = bench.submitted("sh010", keeping);
        bench.vote(lena, item, 1, REJECT, "wrong direction");
        bench.tellings();

        submitAgain("sh010", keeping);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(bench.current(item).explanation().get(0).text())
                .isEqualTo("Review: rejected by %s on version 1; only they can lift it".formatted(lena.username()));
        var carried = bench.detail(item).decisions().get(0);
        assertThat(carried.cause()).isEqualTo(Cause.CARRIED);
        assertThat(carried.actor().username()).isEqualTo(lena.username());
        assertThat(carried.reason()).contains("wrong direction");
        assertThat(bench.tellings()).containsExactly(Outcome.REJECTED);
        assertThat(bench.current(item).isFinal()).isFalse();

        bench.vote(maria, item, 2, APPROVE, "");
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.REJECTED);
        submitAgain("sh010", keeping);
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.REJECTED);
        bench.vote(lena, item, 3, APPROVE, "");
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
        submitAgain("sh010", keeping);
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.PENDING);
    }

    @Test
    void everyVetoIsLiftedOnItsOwn() {
        var keeping = anybody(OnNewVersion.KEEP_VETO);
        var item = bench.submitted("sh010", keeping);
        bench.vote(lena, item, 1, REJECT, "wrong direction");
        bench.vote(otto, item, 1, REJECT, "wrong colour");
        submitAgain("sh010", keeping);

        bench.vote(lena, item, 2, APPROVE, "");
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.REJECTED);
        bench.vote(otto, item, 2, APPROVE, "");

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void anOverrideOrAReopeningLiftsAVetoToo() {
        var keeping = anybody(OnNewVersion.KEEP_VETO);
        var overridden = bench.submitted("sh010", keeping);
        bench.vote(lena, overridden, 1, REJECT, "wrong direction");
        bench.supervision(
                desk -> desk.override(otto, overridden, 1, Outcome.CHANGES_REQUESTED, "try once", Request.plain()));
        submitAgain("sh010", keeping);
        assertThat(bench.detail(overridden).outcome()).isEqualTo(Outcome.PENDING);

        var reopened = bench.submitted("sh020", keeping);
        bench.vote(lena, reopened, 1, REJECT, "wrong direction");
        submitAgain("sh020", keeping);
        bench.supervision(desk -> desk.reopen(otto, reopened, 2, "", Request.plain()));
        assertThat(bench.detail(reopened).outcome()).isEqualTo(Outcome.IN_REVIEW);
    }

    @Test
    void aRejectionWithoutAVetoAndAVetoUnderAnotherPolicyEndWithTheirVersion() {
        var keeping = anybody(OnNewVersion.KEEP_VETO);
        var item = bench.submitted("sh010", keeping);
        bench.vote(maria, item, 1, REJECT, "no");
        submitAgain("sh010", keeping);
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.PENDING);

        bench.vote(lena, item, 2, REJECT, "no");
        submitAgain("sh010", anybody(OnNewVersion.RESET));
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.PENDING);
    }

    @Test
    void approvalsGoOnWhenTheSamePictureComesAgain() {
        var copying = bench.policy(
                policy -> policy.onNewVersion(OnNewVersion.COPY_APPROVALS),
                Stage.of("Both", Mode.ALL, Selector.user(maria.username()), Selector.user(tom.username())));
        var item = submit("sh010", copying, picture("a".repeat(64), 120));
        bench.vote(maria, item, 1, APPROVE, "lovely");
        bench.vote(tom, item, REQUEST_CHANGES);
        bench.clock.advance(ReviewBench.GRACE);

        submit("sh010", copying, picture("a".repeat(64), 120));

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(bench.current(item).votes()).singleElement().satisfies(copy -> {
            assertThat(copy.username()).isEqualTo(maria.username());
            assertThat(copy.reason()).contains("lovely");
            assertThat(copy.copiedFrom()).hasValue(1);
            assertThat(copy.inForce()).isTrue();
        });
        bench.vote(tom, item, 2, APPROVE, "");
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
        bench.tellings();

        submit("sh010", copying, picture("a".repeat(64), 120));
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.detail(item).decisions().get(0).cause()).isEqualTo(Cause.CARRIED);
        assertThat(bench.tellings()).containsExactly(Outcome.APPROVED);
    }

    @Test
    void anotherPictureOrAnUnknownOneIsLookedAtAnew() {
        var copying = anybody(OnNewVersion.COPY_APPROVALS);
        var item = submit("sh010", copying, picture("a".repeat(64), 120));
        var changed =
                List.of(picture("b".repeat(64), 120), picture("b".repeat(64), 121), picture("", 121), picture("", 121));
        for (var number = 1; number <= changed.size(); number++) {
            bench.vote(maria, item, number, APPROVE, "");

            submit("sh010", copying, changed.get(number - 1));

            assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.PENDING);
            assertThat(bench.current(item).votes()).isEmpty();
        }
    }

    @Test
    void theStepOfALineIsKept() {
        var item = bench.submit(bench.submission("sh010").step("comp").build())
                .item()
                .orElseThrow();

        bench.submit(bench.submission("sh010").build());

        assertThat(bench.detail(item).step()).contains("comp");
    }

    private Policy anybody(OnNewVersion rule) {
        return bench.policy(
                policy -> policy.onNewVersion(rule), Stage.of("Review", Mode.ANY, Selector.role("REVIEWER")));
    }

    private void submitAgain(String lineKey, Policy policy) {
        bench.submit(bench.submission(lineKey).policy(policy.id()).build());
    }

    private ReviewItemId submit(String lineKey, Policy policy, Content content) {
        return bench.submit(bench.submission(lineKey)
                        .policy(policy.id())
                        .content(content)
                        .build())
                .item()
                .orElseThrow();
    }

    private static Content picture(String sha256, int frames) {
        return new MediaContent(List.of(new Media(
                URI.create("http://artist/a.mp4"),
                MediaType.VIDEO,
                "video/mp4",
                Optional.empty(),
                Optional.of(new FrameRate(24, 1)),
                OptionalInt.of(frames),
                1001,
                Optional.empty(),
                false,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.of(sha256).filter(digest -> !digest.isEmpty()))));
    }
}
