package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.SideState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What was stored when there was but one policy goes on under it. */
@ParameterizedClass
@EnumSource(Database.class)
class EarlierInstallationsTest {

    private static final UUID MARIA = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID STUDIO = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final ReviewItemId PENDING = item(10);
    private static final ReviewItemId DECIDED = item(20);
    private static final ReviewItemId APPROVED = item(30);
    private static final UUID FIRST_DECISION = UUID.fromString("00000000-0000-4000-8000-000000000041");
    private static final UUID LAST_DECISION = UUID.fromString("00000000-0000-4000-8000-000000000042");
    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");

    private final Database database;
    private ReviewBench bench;

    EarlierInstallationsTest(Database database) {
        this.database = database;
    }

    private static ReviewItemId item(int number) {
        return new ReviewItemId(uuid(number));
    }

    private static UUID uuid(int number) {
        return UUID.fromString("00000000-0000-4000-8000-0000000000" + number);
    }

    @BeforeEach
    void upgrade() throws SQLException {
        var settings = database.fresh();
        storeAsOfFirstVersion(settings);
        bench = new ReviewBench(database, database.open(settings));
    }

    @Test
    void openItemsWaitForAnyReviewer() {
        assertThat(bench.awaited(PENDING)).containsExactly("role:REVIEWER");
        assertThat(bench.awaited(DECIDED)).isEmpty();
    }

    @Test
    void versionsStayUnderThePolicyThatJudgedThem() {
        assertThat(bench.current(PENDING).policy()).isEqualTo("any-reviewer");

        bench.vote(maria(), PENDING, Choice.APPROVE);

        assertThat(bench.detail(PENDING).outcome()).isEqualTo(Outcome.APPROVED);
        bench.clock.advance(ReviewBench.GRACE);
        List<OwedEvent> owed = bench.outbox(desk -> desk.claim(new ConnectionId(STUDIO), OwedKind.ALL, 10));
        assertThat(owed)
                .as("what was owed before, and what is owed of this item")
                .hasSize(2);
    }

    @Test
    void votesKeepTheirStanding() {
        assertThat(bench.current(DECIDED).votes())
                .extracting(VoteDetail::standing)
                .containsExactly(VoteStanding.REVOKED, VoteStanding.CAST);
        assertThat(bench.current(DECIDED).votes().get(0).ending())
                .contains(new VoteEnding("maria", THEN.plusSeconds(70), Optional.empty()));
        assertThat(bench.current(DECIDED).votes()).extracting(VoteDetail::id).doesNotHaveDuplicates();

        bench.revoke(maria(), bench.voteOf(maria(), DECIDED).id());

        assertThat(bench.detail(DECIDED).outcome()).isEqualTo(Outcome.PENDING);
    }

    @Test
    void whatWasSupersededKnowsByWhatAndFromWhere() {
        var older = bench.detail(DECIDED).versions().get(1);

        assertThat(older.aside())
                .contains(new Aside(
                        SideState.SUPERSEDED, Outcome.APPROVED, "jo", Optional.empty(), THEN.plusSeconds(60)));
        assertThat(bench.read(items -> items.superseded(older.id())).supersededBy())
                .isEqualTo(2);
    }

    @Test
    void whatWasApprovedIsFinal() {
        assertThat(bench.current(APPROVED).isFinal()).isTrue();
        assertThat(bench.cast(maria(), APPROVED, 1, Choice.REJECT, "late").late())
                .isTrue();
    }

    @Test
    void whatWasToldIsSupersededByWhatIsToldNext() {
        var next = bench.vote(maria(), DECIDED, 2, Choice.APPROVE, "").orElseThrow();

        assertThat(bench.decision(next).supersedes()).contains(new DecisionId(LAST_DECISION));
        var before = bench.decision(new DecisionId(FIRST_DECISION));
        assertThat(before.supersedes()).isEmpty();
        assertThat(before.votes()).containsExactly(new DecidedVote("maria", Role.REVIEWER, Choice.APPROVE, THEN));
        assertThat(before.actor()).isEqualTo(new Actor(new PersonId(MARIA), "maria", "Maria", Role.REVIEWER));
    }

    @Test
    void whatWasOwedIsStillOwed() {
        List<OwedEvent> owed = bench.outbox(desk -> desk.claim(new ConnectionId(STUDIO), OwedKind.ALL, 10));

        assertThat(owed).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(OwedKind.DECISION);
            assertThat(event.eventId()).isEqualTo(LAST_DECISION.toString());
        });
    }

    @Test
    void whatWasThereBeforeTheSearchIsFoundOnceItWasCaughtUpOn() {
        assertThat(found("sh010")).isEmpty();
        assertThat(bench.page(maria(), QueueFilter.of(QueueTab.NEEDS_ME), Optional.empty(), 10))
                .extracting(ReviewItemSummary::id)
                .containsExactly(PENDING);

        assertThat(bench.backfill(2)).isEqualTo(2);
        assertThat(bench.backfill(2)).isEqualTo(1);
        assertThat(bench.backfill(2)).isZero();

        assertThat(found("sh010 spy")).containsExactly(PENDING);
        assertThat(found("sh020")).containsExactly(DECIDED);
        assertThat(found("comp")).containsExactlyInAnyOrder(PENDING, DECIDED, APPROVED);
        var jo = new Identity(PersonId.random(), "jo", "Jo", Role.VIEWER);
        assertThat(bench.page(jo, QueueFilter.of(QueueTab.WAITING), Optional.empty(), 10))
                .extracting(ReviewItemSummary::id)
                .containsExactly(PENDING);
    }

    private List<ReviewItemId> found(String words) {
        return bench.page(QueueFilter.of(QueueTab.ALL).with(words), Optional.empty(), 10).stream()
                .map(ReviewItemSummary::id)
                .toList();
    }

    private Identity maria() {
        return new Identity(new PersonId(MARIA), "maria", "Maria", Role.REVIEWER);
    }

    private static void storeAsOfFirstVersion(DatabaseSettings settings) throws SQLException {
        var dataSource = new InstallationDataSource(settings);
        try (var connection = dataSource.getConnection()) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(connection.getMetaData().storesUpperCaseIdentifiers() ? "REVIEW" : "review")
                    .locations("classpath:db/migration/review")
                    .target("1")
                    .load()
                    .migrate();
            try (var statement = connection.createStatement()) {
                for (var row : rows()) {
                    statement.execute(row);
                }
            }
        }
    }

    private static List<String> rows() {
        return List.of(
                "insert into review.person values ('%s', 'maria', 'Maria', 'REVIEWER', 'ACTIVE', 'x', null, null, %s, null, 1)"
                        .formatted(MARIA, at(0)),
                "insert into review.hub_connection values ('%s', 'studio', 'FTRACK', 'https://s.example', 'svc', null, null,"
                                .formatted(STUDIO)
                        + " true, %s, 1)".formatted(at(0)),
                item(10, "sh010", 1, "PENDING", true, 0),
                version(11, 10, 1, "PENDING", 0),
                item(20, "sh020", 2, "CHANGES_REQUESTED", false, 3),
                version(21, 20, 1, "SUPERSEDED", 0),
                version(22, 20, 2, "CHANGES_REQUESTED", 60),
                vote(1, 21, "APPROVE", 0, "null"),
                vote(2, 22, "APPROVE", 65, at(70)),
                vote(3, 22, "REQUEST_CHANGES", 80, "null"),
                decision("41", 20, 21, 1, 1, "APPROVED", "PENDING", 1),
                decision("43", 20, 22, 2, 2, "APPROVED", "PENDING", 2),
                decision("42", 20, 22, 2, 3, "CHANGES_REQUESTED", "PENDING", 3),
                owed(1, 20, "41", "ACKNOWLEDGED"),
                owed(2, 20, "43", "CANCELLED"),
                owed(3, 20, "42", "READY"),
                item(30, "sh030", 1, "APPROVED", false, 1),
                version(31, 30, 1, "APPROVED", 0),
                vote(4, 31, "APPROVE", 10, "null"),
                decision("44", 30, 31, 1, 1, "APPROVED", "PENDING", 4),
                "alter sequence review.vote_seq restart with 5",
                "alter sequence review.outbox_seq restart with 4");
    }

    private static String item(int id, String line, int current, String outcome, boolean open, int decisions) {
        return "insert into review.review_item values ('%s', '%s', 'spy', '%s', '%s comp', 'CHANGESET', %d, '%s', %s, 'jo', %s,"
                        .formatted(uuid(id), STUDIO, line, line, current, outcome, open, at(0))
                + " null, %d, %s, 1)".formatted(decisions, at(0));
    }

    private static String version(int id, int item, int number, String outcome, int seconds) {
        return "insert into review.review_version values ('%s', '%s', %d, 'comp', '%s', 'jo', %s, 'ev', null, '[]',"
                        .formatted(uuid(id), uuid(item), number, outcome, at(seconds))
                + " 'any-reviewer', 1, '[]', null)";
    }

    private static String vote(int id, int version, String choice, int seconds, String revoked) {
        return "insert into review.vote values (%d, '%s', '%s', 'maria', 'Maria', 'REVIEWER', '%s', 'because', %s, %s)"
                .formatted(id, uuid(version), MARIA, choice, at(seconds), revoked);
    }

    private static String decision(
            String id, int item, int version, int number, int sequence, String outcome, String previous, int vote) {
        return "insert into review.decision values ('%s', '%s', '%s', %d, %d, '%s', '%s', 'VOTE', %d, '%s', 'maria', 'Maria',"
                        .formatted(
                                uuid(Integer.parseInt(id)),
                                uuid(item),
                                uuid(version),
                                number,
                                sequence,
                                outcome,
                                previous,
                                vote,
                                MARIA)
                + " 'REVIEWER', 'because', '[{\"by\":\"maria\",\"role\":\"REVIEWER\",\"choice\":\"APPROVE\",\"at\":\"%s\"}]',"
                        .formatted(THEN)
                + " 'any-reviewer', 1, '[]', %s)".formatted(at(sequence));
    }

    private static String owed(int id, int item, String decision, String state) {
        var subject = uuid(Integer.parseInt(decision));
        return "insert into review.outbox values (%d, '%s', '%s', '%s', 'DECISION', '%s', null, null, null, '%s', 0, %s, null,"
                        .formatted(id, STUDIO, uuid(item), subject, subject, state, at(0))
                + " %s, null)".formatted(at(0));
    }

    private static String at(int seconds) {
        return "timestamp with time zone '%s'"
                .formatted(
                        THEN.plusSeconds(seconds).toString().replace("T", " ").replace("Z", "+00:00"));
    }
}
