package dev.rushlight.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.InFile;
import dev.rushlight.feedback.NoteAuthor;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteRecord;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteTold;
import dev.rushlight.feedback.NotesForDecision;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.Place;
import dev.rushlight.feedback.Timecode;
import dev.rushlight.feedback.Visibility;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.hub.event.Event;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.StageExplanation;
import dev.rushlight.review.Actor;
import dev.rushlight.review.Cause;
import dev.rushlight.review.DecidedVote;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.DecisionRecord;
import dev.rushlight.review.FrameRate;
import dev.rushlight.review.ItemReceived;
import dev.rushlight.review.ItemSuperseded;
import dev.rushlight.review.ItemWithdrawn;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.Subject;
import dev.rushlight.review.SubmissionError;
import dev.rushlight.review.VersionId;
import dev.rushlight.review.VoteId;
import dev.rushlight.review.VoteRecorded;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventWriterTest {
    private static final UUID ITEM = UUID.fromString("5b0b8f0e-3f0d-4a8e-9d43-1f0c9b7a2e11");
    private static final UUID BEFORE = UUID.fromString("01934f6b-0f3a-7c55-9a11-2b6f3d1c8e70");
    private static final Instant NOW = Instant.parse("2026-11-23T12:03:22.120456Z");

    private static final NotesForDecision NO_NOTES = new NotesForDecision(List.of(), false);

    private static final UUID INSTALLATION = UUID.fromString("6f1f0a52-0c0e-4c2b-9c7e-3f6b1a4d2e90");

    private final EventWriter writer = new EventWriter(URI.create("https://review.example"), new OwnMark(INSTALLATION));

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void decisionOfEveryOutcomeSatisfiesItsSchema(Outcome outcome) {
        var event = writer.decision(decision(outcome, Kind.ASSET), NO_NOTES);

        assertThat(event.topic())
                .isEqualTo("webreview.decision." + outcome.name().toLowerCase(Locale.ROOT));
        assertThat(Contracts.violationsOrSurprises(event.data())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindSatisfiesTheSchemas(Kind kind) {
        assertThat(Contracts.violationsOrSurprises(writer.decision(decision(Outcome.APPROVED, kind), NO_NOTES)
                        .data()))
                .isEmpty();
        assertThat(Contracts.violationsOrSurprises(
                        writer.received(received(kind)).data()))
                .isEmpty();
    }

    @Test
    void everyEventBearsTheMarkOfItsInstallation() {
        var mark = new OwnMark(INSTALLATION);

        assertThat(List.of(
                        writer.decision(decision(Outcome.APPROVED, Kind.ASSET), NO_NOTES),
                        writer.received(received(Kind.ASSET)),
                        writer.voteRecorded(vote(PersonKind.HUMAN, Optional.empty(), List.of())),
                        writer.noteCreated(told(new WholeVersion(), "x")),
                        writer.noteResolved(told(new WholeVersion(), "x"))))
                .allMatch(mark::isOn)
                .noneMatch(new OwnMark(UUID.randomUUID())::isOn);
        var receipt = writer.marked(
                ConnectionId.random(),
                EventWriter.refusal(List.of(new SubmissionError("NOT_TAKEN", "", "Later", true))));
        assertThat(mark.isOn(Event.of("ftrack.meta.reply", receipt))).isTrue();
        assertThat(Contracts.violationsOrSurprises(receipt)).isEmpty();
        assertThat(mark.isOn(Event.of("webreview.submit", JsonValue.NULL))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void decisionOfEveryCauseSatisfiesItsSchema(Cause cause) {
        var event = writer.decision(decision(Outcome.IN_REVIEW, Kind.ASSET, cause), NO_NOTES);

        assertThat(Contracts.violationsOrSurprises(event.data())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PersonKind.class)
    void voteOfEverybodySatisfiesItsSchema(PersonKind kind) {
        var event = writer.voteRecorded(vote(kind, Optional.of("qc:black-frames"), List.of("lena")));

        assertThat(event.topic()).isEqualTo("webreview.vote.recorded");
        assertThat(event.id()).isEqualTo("b7aa");
        assertThat(event.inReplyTo()).contains("8731");
        assertThat(Contracts.violationsOrSurprises(event.data())).isEmpty();
        assertThat(Contracts.violationsOrSurprises(writer.voteRecorded(vote(kind, Optional.empty(), List.of()))
                        .data()))
                .isEmpty();
        assertThat(event.dataObject().getJsonObject("actor").getString("kind"))
                .isEqualTo(kind.name().toLowerCase(Locale.ROOT));
        assertThat(event.dataObject().getString("label")).isEqualTo("qc:black-frames");
        assertThat(event.dataObject().getJsonArray("onBehalfOf")).hasSize(1);
    }

    @Test
    void notesOfEveryPlaceSatisfyTheirSchema() {
        for (var place : List.of(new WholeVersion(), new OnFrames(0, new FrameRange(43, 47)), new InFile("a.py", 3))) {
            var created = writer.noteCreated(told(place, "Edge flicker"));
            var resolved = writer.noteResolved(told(place, "Edge flicker"));

            assertThat(created.topic()).isEqualTo("webreview.note.created");
            assertThat(resolved.topic()).isEqualTo("webreview.note.resolved");
            assertThat(created.id()).isNotEqualTo(resolved.id());
            assertThat(created.inReplyTo()).contains("8731");
            assertThat(Contracts.violationsOrSurprises(created.data())).isEmpty();
        }
        var frames = writer.noteCreated(told(new OnFrames(0, new FrameRange(43, 47)), "x"))
                .dataObject()
                .getJsonObject("note");
        assertThat(frames.getInt("frame")).isEqualTo(43);
        assertThat(frames.getInt("frameEnd")).isEqualTo(47);
        assertThat(frames.getInt("startFrame")).isEqualTo(1001);
    }

    @Test
    void decisionTellsTheNotesThatWereOpenAndWhetherThereWereMore() {
        var notes = new NotesForDecision(
                List.of(told(new WholeVersion(), "x".repeat(5_000)).note()), true);

        var data = writer.decision(decision(Outcome.CHANGES_REQUESTED, Kind.ASSET), notes)
                .dataObject();

        assertThat(Contracts.violationsOrSurprises(data)).isEmpty();
        assertThat(data.getBoolean("notesTruncated")).isTrue();
        assertThat(data.getJsonArray("notes").getJsonObject(0).getString("text"))
                .hasSize(2_001)
                .endsWith("…");
    }

    private static NoteTold told(Place place, String text) {
        var maria = new NoteAuthor(PersonId.random(), "maria", "Maria S.", Role.LEAD, PersonKind.HUMAN);
        var note = new NoteRecord(
                new NoteId(UUID.randomUUID()),
                12,
                maria,
                place,
                Optional.of(new FrameRate(24000, 1001)),
                OptionalInt.of(1001),
                Timecode.parse("00:00:01:19"),
                text,
                Visibility.TEAM,
                true,
                false,
                NOW);
        return new NoteTold(
                UUID.randomUUID(),
                ConnectionId.random(),
                "8731",
                new ReviewItemId(ITEM),
                "spy",
                "sh020/comp/beauty",
                "sh020 comp",
                Kind.ASSET,
                note,
                Optional.of(new NoteId(UUID.randomUUID())),
                NoteState.OPEN,
                maria,
                NOW);
    }

    @Test
    void supersededAndWithdrawnVersionsSatisfyTheirSchemas() {
        var superseded = writer.superseded(
                new ItemSuperseded("a1", "8731", subject(), 13, "jo", Outcome.CHANGES_REQUESTED, NOW));
        var withdrawn = writer.withdrawn(
                new ItemWithdrawn("b2", "8731", subject(), "jo", Optional.of("Wrong shot"), Outcome.PENDING, NOW));

        assertThat(superseded.topic()).isEqualTo("webreview.item.superseded");
        assertThat(Contracts.violationsOrSurprises(superseded.data())).isEmpty();
        assertThat(superseded.dataObject().getInt("version")).isEqualTo(12);
        assertThat(superseded.dataObject().getInt("supersededBy")).isEqualTo(13);
        assertThat(withdrawn.topic()).isEqualTo("webreview.item.withdrawn");
        assertThat(Contracts.violationsOrSurprises(withdrawn.data())).isEmpty();
        assertThat(withdrawn.dataObject().getString("reason")).isEqualTo("Wrong shot");
    }

    @Test
    void decisionTellsWhoDecidedWhatAndWhy() {
        var event = writer.decision(decision(Outcome.CHANGES_REQUESTED, Kind.ASSET), NO_NOTES);
        var data = event.dataObject();

        assertThat(event.id()).isEqualTo("5f0c");
        assertThat(event.inReplyTo()).contains("8731");
        assertThat(event.target()).isEmpty();
        assertThat(data.getString("outcome")).isEqualTo("CHANGES_REQUESTED");
        assertThat(data.getString("previousOutcome")).isEqualTo("PENDING");
        assertThat(data.getInt("sequence")).isEqualTo(17);
        assertThat(data.getString("supersedesDecisionId")).isEqualTo(BEFORE.toString());
        assertThat(data.getString("reason")).isEqualTo("Edge flicker: \"left\" rail");
        assertThat(data.getString("decidedAt")).isEqualTo("2026-11-23T12:03:22.120Z");
        assertThat(data.getJsonObject("actor").getString("username")).isEqualTo("maria");
        assertThat(data.getJsonObject("actor").getString("role")).isEqualTo("lead");
        assertThat(data.getJsonObject("item").getString("url")).isEqualTo("https://review.example/item/" + ITEM);
        assertThat(data.getJsonObject("item").getString("name")).isEqualTo("sh020 comp v012");
        assertThat(data.getJsonArray("votes")).hasSize(2);
    }

    @Test
    void sameRecordIsTheSameEventForEver() {
        var record = decision(Outcome.APPROVED, Kind.TASK);

        assertThat(writer.decision(record, NO_NOTES)).isEqualTo(writer.decision(record, NO_NOTES));
    }

    @Test
    void noKeyInsideTheDataIsRenamedByThePythonClient() {
        assertThat(writer.decision(decision(Outcome.APPROVED, Kind.ASSET), NO_NOTES)
                        .data()
                        .toString())
                .doesNotContain("inReplyToEvent");
        assertThat(writer.received(received(Kind.ASSET)).data().toString()).doesNotContain("inReplyToEvent");
    }

    @Test
    void receiptGoesToTheAskerAlone() {
        var event = writer.receipt(receipt(Optional.of("29cd0f1e"), Optional.of("{\"success\": true}")));

        assertThat(event.topic()).isEqualTo("ftrack.meta.reply");
        assertThat(event.id()).isEqualTo("c41d");
        assertThat(event.target()).isEqualTo("id=29cd0f1e");
        assertThat(event.inReplyTo()).contains("8731");
        assertThat(event.dataObject().getBoolean("success")).isTrue();
    }

    @Test
    void oddAskerIsQuoted() {
        var event = writer.receipt(receipt(Optional.of("jo's tool: 3"), Optional.of("{}")));

        assertThat(event.target()).isEqualTo("id=\"jo's tool: 3\"");
    }

    @Test
    void receiptForNobodyIsIncomplete() {
        assertThatExceptionOfType(IncompleteEvent.class)
                .isThrownBy(() -> writer.receipt(receipt(Optional.empty(), Optional.of("{}"))));
        assertThatExceptionOfType(IncompleteEvent.class)
                .isThrownBy(() -> writer.receipt(receipt(Optional.of("29cd"), Optional.empty())));
    }

    private static OwedEvent receipt(Optional<String> target, Optional<String> payload) {
        return new OwedEvent(
                1,
                ConnectionId.random(),
                "c41d",
                OwedKind.RECEIPT,
                Optional.empty(),
                target,
                Optional.of("8731"),
                payload,
                1);
    }

    private static Subject subject() {
        return new Subject(
                ConnectionId.random(),
                new ReviewItemId(ITEM),
                "spy",
                "sh020/comp/beauty",
                "sh020 comp",
                Kind.ASSET,
                12);
    }

    private static VoteRecorded vote(PersonKind kind, Optional<String> label, List<String> onBehalfOf) {
        return new VoteRecorded(
                "b7aa",
                "8731",
                subject(),
                new VoteId(UUID.randomUUID()),
                new Actor(new PersonId(UUID.randomUUID()), "qc", "QC", Role.REVIEWER, kind, Set.of("vfx_supervisor")),
                Choice.REQUEST_CHANGES,
                label,
                Optional.of("Black at 1044"),
                onBehalfOf,
                false,
                NOW);
    }

    private static DecisionRecord decision(Outcome outcome, Kind kind) {
        return decision(outcome, kind, Cause.VOTE);
    }

    private static DecisionRecord decision(Outcome outcome, Kind kind, Cause cause) {
        return new DecisionRecord(
                new DecisionId(UUID.randomUUID()),
                "5f0c",
                "8731",
                ConnectionId.random(),
                new ReviewItemId(ITEM),
                "spy",
                "sh020/comp/beauty",
                "sh020 comp",
                kind,
                12,
                kind == Kind.ASSET ? Optional.of("9f86d081") : Optional.empty(),
                17,
                Optional.of(new DecisionId(BEFORE)),
                outcome,
                Outcome.PENDING,
                cause,
                new Actor(new PersonId(UUID.randomUUID()), "maria", "Maria S.", Role.LEAD),
                Optional.of("Edge flicker: \"left\" rail"),
                List.of(
                        new DecidedVote("maria", Role.LEAD, Choice.REQUEST_CHANGES, NOW),
                        new DecidedVote(
                                "qc",
                                Role.REVIEWER,
                                Set.of("vfx_supervisor"),
                                Choice.APPROVE,
                                Optional.of("qc"),
                                List.of("lena"),
                                NOW)),
                "any-reviewer",
                1,
                List.of(new StageExplanation(
                        "Review",
                        StageExplanation.Status.UNSATISFIED,
                        "any one reviewer",
                        0,
                        List.of(),
                        List.of("maria"),
                        "Review: changes requested by maria")),
                NOW);
    }

    private static ItemReceived received(Kind kind) {
        return new ItemReceived(
                "e63f",
                "8731",
                ConnectionId.random(),
                new ReviewItemId(ITEM),
                new VersionId(UUID.randomUUID()),
                "spy",
                "sh020/comp/beauty",
                "sh020 comp",
                kind,
                12,
                "jo",
                NOW,
                "any-reviewer",
                1,
                List.of("maria", "tom"));
    }
}
