package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.connection.ConnectionBench;
import dev.rushlight.exchange.InboxState;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class SubmissionTest {

    private final Database database;
    private ReviewBench bench;

    SubmissionTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheRoom() {
        bench = new ReviewBench(database);
    }

    @Test
    void aSubmissionBecomesAnItemAndIsAnswered() {
        var receipt = bench.submit(bench.submission("sh010").event("ev-1").build());

        assertThat(receipt.success()).isTrue();
        assertThat(receipt.duplicate()).isFalse();
        assertThat(receipt.version()).hasValue(1);
        assertThat(receipt.outcome()).contains(Outcome.PENDING);
        assertThat(receipt.policy()).isEqualTo("any-reviewer");

        var detail = bench.detail(receipt.item().orElseThrow());
        assertThat(detail.project()).isEqualTo("spy");
        assertThat(detail.name()).isEqualTo("sh010 comp");
        assertThat(detail.kind()).isEqualTo(Kind.CHANGESET);
        assertThat(detail.versions()).singleElement().satisfies(version -> {
            assertThat(version.number()).isEqualTo(1);
            assertThat(version.submitter()).isEqualTo("artist");
            assertThat(version.description()).contains("first pass");
            assertThat(version.explanation())
                    .singleElement()
                    .satisfies(stage -> assertThat(stage.text()).isEqualTo("Review: waiting for any reviewer"));
        });
        assertThat(bench.changes.heard()).contains(new ReviewItemChanged(detail.id()));
        assertThat(bench.exchange.inboxChanges.heard()).hasSize(1);
    }

    @Test
    void theReceiptLeavesFirstAndTheNewsOfTheItemFollows() {
        var receipt = bench.submit(
                bench.submission("sh010").event("ev-1").askedBy("client-7").build());
        var item = receipt.item().orElseThrow();

        var owed = bench.claim();

        assertThat(owed).extracting(event -> event.kind()).containsExactly(OwedKind.RECEIPT, OwedKind.ITEM_RECEIVED);
        assertThat(owed.get(0).target()).contains("client-7");
        assertThat(owed.get(0).inReplyTo()).contains("ev-1");
        assertThat(owed.get(0).payload())
                .hasValue(
                        "{\"success\":true,\"schema\":\"webreview.receipt/1\",\"duplicate\":false,\"itemId\":\"" + item
                                + "\",\"url\":\"https://review.example/item/" + item
                                + "\",\"version\":1,\"outcome\":\"PENDING\",\"policy\":\"any-reviewer\",\"reviewers\":[],\"warnings\":[]}");

        var version = new VersionId(owed.get(1).subject().orElseThrow());
        var received = bench.read(items -> items.received(version));
        assertThat(received.eventId()).isEqualTo(owed.get(1).eventId());
        assertThat(received.inReplyToEvent()).isEqualTo("ev-1");
        assertThat(received.item()).isEqualTo(item);
        assertThat(received.version()).isEqualTo(1);
    }

    @Test
    void theSameEventTwiceIsOneItem() {
        var first = bench.submit(bench.submission("sh010").event("ev-1").build());
        var second = bench.submit(
                bench.submission("sh010").event("ev-1").askedBy("client-2").build());

        assertThat(second).isEqualTo(first.repeated());
        assertThat(second.duplicate()).isTrue();
        assertThat(bench.detail(first.item().orElseThrow()).versions()).hasSize(1);
        assertThat(bench.claim())
                .filteredOn(event -> event.kind() == OwedKind.RECEIPT)
                .extracting(event -> event.target().orElseThrow())
                .containsExactly("client-1", "client-2");
    }

    @Test
    void theSameSubmissionKeyUnderAnotherEventIsOneItem() {
        var first = bench.submit(
                bench.submission("sh010").key("publish-77").policy("two-sups").build());
        var second = bench.submit(
                bench.submission("sh010").key("publish-77").policy("two-sups").build());

        assertThat(second).isEqualTo(first.repeated());
        assertThat(second.warnings()).isNotEmpty().isEqualTo(first.warnings());
        assertThat(states()).containsExactly(InboxState.DUPLICATE, InboxState.ACCEPTED);
    }

    @Test
    void aRefusedSubmissionMayBeCorrectedUnderTheSameKey() {
        bench.submit(bench.submission("sh010").version(2).build());
        var refused = bench.submit(
                bench.submission("sh010").version(1).key("publish-77").build());
        var corrected = bench.submit(
                bench.submission("sh010").version(3).key("publish-77").build());

        assertThat(refused.success()).isFalse();
        assertThat(corrected.success()).isTrue();
        assertThat(corrected.duplicate()).isFalse();
    }

    @Test
    void aVersionThatIsNotNewerIsRefusedWithAReceipt() {
        bench.submit(bench.submission("sh010").version(3).build());

        var receipt = bench.submit(
                bench.submission("sh010").event("ev-late").version(3).build());

        assertThat(receipt.success()).isFalse();
        assertThat(receipt.errors())
                .containsExactly(new SubmissionError(
                        "VERSION_EXISTS", "version", "Version 3 was submitted, but version 3 is current", false));
        assertThat(bench.claim())
                .filteredOn(event -> event.inReplyTo().equals(Optional.of("ev-late")))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.payload().orElseThrow()).contains("\"success\":false", "VERSION_EXISTS"));
        assertThat(states()).containsExactly(InboxState.REFUSED, InboxState.ACCEPTED);
    }

    @Test
    void aLineKeepsItsKind() {
        bench.submit(bench.submission("sh010").build());
        var task = new TaskContent("wip", Optional.empty(), "", List.of(), List.of(), List.of());

        var receipt = bench.submit(bench.submission("sh010").content(task).build());

        assertThat(receipt.errors()).extracting(SubmissionError::code).containsExactly("KIND_CHANGED");
    }

    @Test
    void theSameLineInAnotherProjectIsAnotherItem() {
        var one = bench.submit(bench.submission("sh010").project("spy").build());
        var two = bench.submit(bench.submission("sh010").project("owl").build());

        assertThat(one.item()).isNotEqualTo(two.item());
    }

    @Test
    void aNewerVersionSupersedesTheOlderOne() {
        var item = bench.submitted("sh010");
        var maria = bench.somebody("maria", Role.REVIEWER);
        bench.vote(maria, item, Choice.REQUEST_CHANGES);

        bench.submit(bench.submission("sh010").build());

        var detail = bench.detail(item);
        assertThat(detail.currentVersion()).isEqualTo(2);
        assertThat(detail.outcome()).isEqualTo(Outcome.PENDING);
        assertThat(detail.versions()).extracting(VersionDetail::number).containsExactly(2, 1);
        assertThat(detail.versions())
                .extracting(VersionDetail::outcome)
                .containsExactly(Outcome.PENDING, Outcome.SUPERSEDED);
        assertThat(detail.decisions()).extracting(DecisionDetail::outcome).containsExactly(Outcome.CHANGES_REQUESTED);
        assertThat(detail.versions().get(1).votes()).hasSize(1);
    }

    @Test
    void versionNumbersMayLeaveGaps() {
        bench.submit(bench.submission("sh010").version(4).build());
        var next = bench.submit(bench.submission("sh010").build());
        var much = bench.submit(bench.submission("sh010").version(12).build());

        assertThat(next.version()).hasValue(5);
        assertThat(much.version()).hasValue(12);
    }

    @Test
    void unknownReviewersAndPoliciesAreWarnings() {
        var tom = bench.somebody("tom", Role.REVIEWER);

        var receipt = bench.submit(bench.submission("sh010")
                .policy("two-sups")
                .reviewers(tom.username(), "ghost")
                .build());

        assertThat(receipt.success()).isTrue();
        assertThat(receipt.reviewers()).containsExactly(tom.username(), "ghost");
        assertThat(receipt.warnings())
                .containsExactly(
                        new SubmissionWarning("UNKNOWN_POLICY", "There is no policy two-sups; any-reviewer applies"),
                        new SubmissionWarning("UNKNOWN_REVIEWER", "Nobody here is called ghost"));
    }

    @Test
    void whatIsBeyondTheLimitsIsRefusedByName() {
        var submission =
                bench.submission("k".repeat(201)).project("a\0b").reviewers("").build();

        var receipt = bench.submit(submission);

        assertThat(receipt.success()).isFalse();
        assertThat(receipt.errors())
                .extracting(error -> error.code() + " " + error.field())
                .containsExactly(
                        "UNREADABLE_TEXT project", "TOO_LONG line.key", "TOO_LONG line.name", "MISSING reviewers[0]");
    }

    @Test
    void whatNoDatabaseTakesIsRefusedAndRecognisedAgain() {
        var submission = bench.submission("sh\uD800")
                .event("ev\0" + "x".repeat(300))
                .key("key\0")
                .policy("a\0")
                .askedBy("client\0")
                .build();

        var receipt = bench.submit(submission);
        var again = bench.submit(submission);

        assertThat(receipt.errors())
                .extracting(error -> error.code() + " " + error.field())
                .containsExactly(
                        "TOO_LONG id", "UNREADABLE_TEXT id", "UNREADABLE_TEXT submissionKey", "UNREADABLE_TEXT policy");
        assertThat(again).isEqualTo(receipt.repeated());
    }

    @Test
    void halfACharacterDoesNoHarm() {
        var receipt = bench.submit(bench.submission("sh\uD800 \uDC00 010").build());

        assertThat(receipt.success()).isTrue();
        assertThat(bench.detail(receipt.item().orElseThrow()).lineKey()).startsWith("sh");
    }

    @Test
    void reviewersAreKnownWhateverTheCaseOfTheirNames() {
        var tom = bench.somebody("tom", Role.REVIEWER);

        var receipt = bench.submit(bench.submission("sh010")
                .reviewers(tom.username().toUpperCase(Locale.ROOT))
                .build());

        assertThat(receipt.warnings()).isEmpty();
    }

    @Test
    void aMalformedSubmissionIsKeptWithItsReasons() {
        var error = new SubmissionError("MEDIA_UNREADABLE", "media[0].url", "This is no address", false);
        var refused = new RefusedSubmission(
                bench.connection,
                "ev-bad",
                bench.clock.instant(),
                "webreview.submit",
                Optional.of("artist"),
                Optional.of("client-1"),
                List.of(error),
                "{\"data\":\0}" + "x".repeat(2_000_000));

        var receipt = bench.refuse(refused);
        var again = bench.refuse(refused);

        assertThat(receipt.success()).isFalse();
        assertThat(receipt.errors()).containsExactly(error);
        assertThat(again).isEqualTo(receipt.repeated());
        var admin = bench.somebody("root", Role.ADMIN);
        database.doInTransaction(entities -> {
            var log = ConnectionBench.log(entities);
            var entry = log.inbox(admin, Optional.of(InboxState.REFUSED), Optional.empty(), 50).stream()
                    .filter(each -> each.connection().equals(bench.connection))
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.eventId()).isEqualTo("ev-bad");
            assertThat(entry.submitter()).contains("artist");
            assertThat(entry.reasons()).singleElement().satisfies(reason -> {
                assertThat(reason.code()).isEqualTo("MEDIA_UNREADABLE");
                assertThat(reason.message()).isEqualTo("This is no address");
            });
            assertThat(log.raw(admin, entry.id()).orElseThrow())
                    .startsWith("{\"data\":")
                    .hasSize(1024 * 1024);
        });
        assertThat(bench.claim()).extracting(event -> event.kind()).containsExactly(OwedKind.RECEIPT, OwedKind.RECEIPT);
    }

    @Test
    void everyShapeOfContentComesBackAsItWas() {
        var media = new MediaContent(List.of(
                new Media(
                        URI.create("http://127.0.0.1:9/a.mp4"),
                        MediaType.VIDEO,
                        "video/mp4",
                        Optional.of(URI.create("http://127.0.0.1:9/a.jpg")),
                        Optional.of(new FrameRate(24000, 1001)),
                        OptionalInt.of(48),
                        1001,
                        Optional.of("01:00:00:00"),
                        true,
                        OptionalInt.of(1920),
                        OptionalInt.of(1080),
                        Optional.of("ab".repeat(32))),
                new Media(
                        URI.create("http://127.0.0.1:9/b.png"),
                        MediaType.IMAGE,
                        "image/png",
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        1,
                        Optional.empty(),
                        false,
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty())));
        var task = new TaskContent(
                "review",
                Optional.of("maria"),
                "Fix „edges“ \u0007 and \uD83D\uDE80",
                List.of(new FieldChange("frames", "", "48")),
                List.of(new CheckItem("rendered", true)),
                List.of(new Link("brief", URI.create("https://wiki.example/brief"))));
        var changes = new ChangesetContent(List.of(
                new Change("b.py", Optional.of("a.py"), ChangeAction.RENAME, Optional.empty()),
                new Change("c.py", Optional.empty(), ChangeAction.ADD, Optional.of("+print(1)"))));

        var project = "shapes " + bench.connection;
        for (var content : List.of(media, task, changes)) {
            var item = bench.submit(bench.submission("line " + content.kind())
                            .project(project)
                            .content(content)
                            .build())
                    .item()
                    .orElseThrow();

            var version = bench.detail(item).versions().get(0).id();
            Content kept = bench.read(items -> items.content(bench.nobody(), version));
            assertThat(kept).isEqualTo(content);
        }
        var video = bench
                .queue(queue -> queue.page(bench.nobody(), QueueFilter.of(QueueTab.ALL), Optional.empty(), 500))
                .stream()
                .filter(row -> row.kind() == Kind.ASSET && row.project().equals(project))
                .findFirst()
                .orElseThrow();
        assertThat(video.poster()).contains(URI.create("http://127.0.0.1:9/a.jpg"));
    }

    private List<InboxState> states() {
        var admin = bench.somebody("root", Role.ADMIN);
        return database.inTransaction(
                entities -> ConnectionBench.log(entities).inbox(admin, Optional.empty(), Optional.empty(), 200).stream()
                        .filter(entry -> entry.connection().equals(bench.connection))
                        .map(entry -> entry.state())
                        .toList());
    }
}
