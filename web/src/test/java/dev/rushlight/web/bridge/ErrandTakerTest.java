package dev.rushlight.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.connection.ActsBy;
import dev.rushlight.connection.Arrival;
import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ConnectionRules;
import dev.rushlight.connection.Errand;
import dev.rushlight.connection.ErrandDesk;
import dev.rushlight.connection.Hears;
import dev.rushlight.connection.NobodyActs;
import dev.rushlight.connection.Visibility;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OutboxDesk;
import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.feedback.FrameRange;
import dev.rushlight.feedback.NoteAuthor;
import dev.rushlight.feedback.NoteDetail;
import dev.rushlight.feedback.NoteDraft;
import dev.rushlight.feedback.NoteExtras;
import dev.rushlight.feedback.NoteId;
import dev.rushlight.feedback.NoteRecord;
import dev.rushlight.feedback.NoteState;
import dev.rushlight.feedback.NoteThread;
import dev.rushlight.feedback.NotesForDecision;
import dev.rushlight.feedback.OnFrames;
import dev.rushlight.feedback.ReplyDraft;
import dev.rushlight.feedback.WholeVersion;
import dev.rushlight.hub.event.Event;
import dev.rushlight.ledger.LedgerDesk;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Actor;
import dev.rushlight.review.Cause;
import dev.rushlight.review.DecisionDelivery;
import dev.rushlight.review.DecisionDetail;
import dev.rushlight.review.DecisionId;
import dev.rushlight.review.DecisionRecord;
import dev.rushlight.review.DeliveryState;
import dev.rushlight.review.Kind;
import dev.rushlight.review.Request;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.ReviewLine;
import dev.rushlight.review.StaleVersion;
import dev.rushlight.review.SupervisionDesk;
import dev.rushlight.review.Verdict;
import dev.rushlight.review.VersionDetail;
import dev.rushlight.review.VersionId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ErrandTakerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:03:22.120Z");
    private static final ConnectionId HERE = ConnectionId.random();
    private static final ReviewItemId SHOT =
            ReviewItemId.parse("5b0b8f0e-3f0d-4a8e-9d43-1f0c9b7a2e11").orElseThrow();
    private static final Identity MARIA = new Identity(PersonId.random(), "maria", "Maria S.", Role.LEAD);

    private final List<String> done = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<JsonObject> answers = new ArrayList<>();
    private ConnectionRules rules = new ConnectionRules(Hears.OWN, Visibility.TEAM, ActsBy.SAME_NAMES);
    private ConnectionId shotsConnection = HERE;
    private Optional<RuntimeException> refusal = Optional.empty();
    private String noteText = "Edge flicker";
    private int decisions = 1;
    private DeliveryState delivery = DeliveryState.DELIVERED;
    private Optional<NoteThread> thread = Optional.empty();

    @Test
    void aVoteIsCastByThePersonOfTheHubsUser() {
        take("vote");

        assertThat(done).containsExactly("vote maria REQUEST_CHANGES v12 Edge flicker on the left rail -");
        assertThat(receipt().getString("outcome")).isEqualTo("CHANGES_REQUESTED");
        assertThat(receipt().getString("url")).isEqualTo("https://review.example/item/" + SHOT);
        valid();
    }

    @Test
    void whatARelayCarriesHereOnceMoreIsTheSameActOfTheSamePerson() {
        rules = new ConnectionRules(Hears.EVERYTHING, Visibility.TEAM, ActsBy.SAME_NAMES);
        var elsewhere = ConnectionId.random();

        for (var event : List.of(Contracts.example("webreview.vote"), Contracts.example("webreview.comment"))) {
            take(HERE, event);
            take(elsewhere, event);
        }

        assertThat(requests).hasSize(2).containsOnly(requests.get(0));
        assertThat(answers.get(3).getString("noteId")).isEqualTo(answers.get(2).getString("noteId"));
    }

    @Test
    void botsLabelTheirVotes() {
        take("vote.bot");

        assertThat(done).containsExactly("vote maria APPROVE v12  qc/black-frames");
        valid();
    }

    @Test
    void aCommentIsANoteOnItsFramesForThoseWhoListenThere() {
        take("comment");
        rules = new ConnectionRules(Hears.OWN, Visibility.CLIENT, ActsBy.SAME_NAMES);
        take("comment");

        var frames = new OnFrames(0, new FrameRange(43, 47));
        assertThat(done)
                .containsExactly(
                        "note TEAM %s Edge flicker on the left rail".formatted(frames),
                        "note CLIENT %s Edge flicker on the left rail".formatted(frames));
        assertThat(receipt().containsKey("noteId")).isTrue();
        valid();
    }

    @Test
    void whatIsForTheTeamIsNotAnsweredWhereClientsListen() {
        thread = Optional.of(thread(dev.rushlight.feedback.Visibility.TEAM));
        answerTheThread();
        assertThat(done).containsExactly("answer TEAM Agreed");

        rules = new ConnectionRules(Hears.OWN, Visibility.CLIENT, ActsBy.SAME_NAMES);
        answerTheThread();
        assertThat(codes()).containsExactly("NO_SUCH_NOTE");
        var forbidden = receipt().getJsonArray("errors");

        thread = Optional.empty();
        answerTheThread();
        assertThat(receipt().getJsonArray("errors")).isEqualTo(forbidden);
        assertThat(done).hasSize(1);
    }

    @Test
    void anItemIsWithdrawnByWhatItsSubmittersCallIt() {
        take("withdraw");

        assertThat(done).containsExactly("withdraw maria v12 Wrong plate");
        valid();
    }

    @Test
    void itemsOfOtherConnectionsAreAsIfTheyWereNotThere() {
        shotsConnection = ConnectionId.random();
        take("vote");
        assertThat(codes()).containsExactly("NO_SUCH_ITEM");
        assertThat(receipt().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("itemId");
        var forbidden = receipt().getJsonArray("errors");

        take(event("webreview.vote", asking(ReviewItemId.random())));
        assertThat(receipt().getJsonArray("errors")).isEqualTo(forbidden);
        take("query");
        assertThat(receipt().getJsonArray("errors")).isEqualTo(forbidden);
        take(event(
                "webreview.query",
                Json.createObjectBuilder().add("submissionKey", "nobody's").build()));
        assertThat(codes()).containsExactly("NO_SUCH_ITEM");
        assertThat(receipt().getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("submissionKey");
        valid();

        rules = new ConnectionRules(Hears.EVERYTHING, Visibility.TEAM, ActsBy.SAME_NAMES);
        take("vote");
        assertThat(done).hasSize(1);
    }

    @Test
    void whatDesksRefuseIsSaidInCodesAndWords() {
        refusal = Optional.of(new StaleVersion(11, 12, "sh020 comp", "jo", NOW));
        take("vote");
        assertThat(codes()).containsExactly("STALE_VERSION");
        assertThat(receipt().toString())
                .contains("Version 11 was reviewed, but version 12 is current: sh020 comp came from jo at 2026-11-23");

        refusal = Optional.of(new NotAllowed("maria may look, but not vote"));
        take("vote");
        assertThat(codes()).containsExactly("NOT_ALLOWED");
        refusal = Optional.of(new NobodyActs("maria"));
        take("vote");
        assertThat(codes()).containsExactly("NOT_ALLOWED");
        valid();
    }

    @Test
    void whatWentWrongIsNoRefusal() {
        refusal = Optional.of(new IllegalStateException("The database is gone"));

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> take("vote"));
        assertThat(answers).isEmpty();
    }

    @Test
    void whatCannotBeReadIsRefusedWithEveryReason() {
        take(event("webreview.vote", JsonValue.TRUE));
        assertThat(codes()).containsExactly("NOT_AN_OBJECT");
        take(event("webreview.vote", JsonValue.EMPTY_JSON_OBJECT));
        assertThat(codes()).containsExactly("MISSING", "MISSING", "MISSING");
        take(event(
                "webreview.vote",
                Json.createObjectBuilder().add("schema", "webreview.vote/2").build()));
        assertThat(codes()).containsExactly("UNSUPPORTED_SCHEMA");
        take(event(
                "webreview.vote",
                Json.createObjectBuilder()
                        .add("itemId", "x")
                        .add("version", 0)
                        .add("vote", "MAYBE")
                        .build()));
        assertThat(codes()).containsExactly("INVALID_ID", "OUT_OF_RANGE", "UNKNOWN_VOTE");
        take(event(
                "webreview.comment",
                Json.createObjectBuilder(asking(SHOT).asJsonObject())
                        .add("text", "x")
                        .add("frame", 5)
                        .add("frameEnd", 4)
                        .build()));
        assertThat(codes()).containsExactly("OUT_OF_RANGE");
        take(event("webreview.withdraw", JsonValue.EMPTY_JSON_OBJECT));
        assertThat(codes()).containsExactly("MISSING", "MISSING");
        valid();
        assertThat(done).isEmpty();
    }

    @Test
    void oddFieldsAreNamed() {
        take(event(
                "webreview.vote",
                Json.createObjectBuilder(asking(SHOT).asJsonObject())
                        .add("mood", "good")
                        .build()));

        assertThat(receipt().getJsonArray("warnings").toString()).contains("\\\"mood\\\" in the data is not known");
        valid();
    }

    @Test
    void aQuestionIsAnsweredWithTheState() {
        take("query");

        assertThat(receipt().getString("schema")).isEqualTo("webreview.state/1");
        assertThat(receipt().getInt("sequence")).isEqualTo(1);
        assertThat(receipt().getJsonArray("notes")).hasSize(1);
        assertThat(receipt().getBoolean("notesTruncated")).isFalse();
        valid();
    }

    @Test
    void anAnswerIsNeverTooLong() {
        noteText = "é".repeat(2_000);
        rules = new ConnectionRules(Hears.OWN, Visibility.CLIENT, ActsBy.OFF);
        decisions = 40;

        take("query");
        assertThat(receipt().getBoolean("notesTruncated")).isFalse();
        valid();

        var seen = new ArrayList<Long>();
        var since = 0L;
        var pages = 0;
        do {
            take(event(
                    "webreview.query",
                    Json.createObjectBuilder()
                            .add("itemId", SHOT.toString())
                            .add("sinceSequence", since)
                            .build()));
            valid();
            receipt()
                    .getJsonArray("events")
                    .getValuesAs(JsonObject.class)
                    .forEach(told -> seen.add(
                            told.getJsonObject("data").getJsonNumber("sequence").longValue()));
            since = receipt().containsKey("next") ? receipt().getInt("next") : -1;
            pages++;
        } while (since > 0);
        assertThat(pages).isGreaterThan(1);
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void whatNoHubHeardOfIsNotToldToThoseWhoAskEither() {
        delivery = DeliveryState.HELD;

        take("query.decisions");
        assertThat(receipt().getJsonArray("events")).isEmpty();
        take("query");
        assertThat(receipt().getInt("sequence")).isZero();
    }

    private void answerTheThread() {
        take(event(
                "webreview.comment",
                Json.createObjectBuilder(asking(SHOT).asJsonObject())
                        .add("text", "Agreed")
                        .add("inReplyTo", "6d1f0a52-3b7c-4e8f-9a21-7c5d4e3f2b10")
                        .build()));
    }

    private static JsonValue asking(ReviewItemId item) {
        return Json.createObjectBuilder()
                .add("itemId", item.toString())
                .add("version", 12)
                .add("vote", "APPROVE")
                .build();
    }

    private static Event event(String topic, JsonValue data) {
        return Event.of(topic, data);
    }

    private void take(String example) {
        take(Contracts.example("webreview." + example));
    }

    private void take(Event event) {
        take(HERE, event);
    }

    private void take(ConnectionId through, Event event) {
        var desks = desks();
        var writer = new EventWriter(URI.create("https://review.example"), new OwnMark(new UUID(0, 1)));
        new ErrandTaker(through, new HubCounter(through, desks, writer)).take(event, NOW);
    }

    private JsonObject receipt() {
        return answers.get(answers.size() - 1);
    }

    private List<String> codes() {
        return receipt().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("code"))
                .toList();
    }

    private void valid() {
        assertThat(answers).allSatisfy(answer -> {
            assertThat(Contracts.violationsOrSurprises(answer)).isEmpty();
            assertThat(Bounded.lengthOf(answer)).isLessThan(64_000);
        });
    }

    private static NoteThread thread(dev.rushlight.feedback.Visibility visibility) {
        var id = NoteId.random();
        return new NoteThread(
                new NoteDetail(
                        id,
                        id,
                        12,
                        OptionalInt.empty(),
                        author(),
                        new WholeVersion(),
                        visibility,
                        "x",
                        NoteState.OPEN,
                        false,
                        false,
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new NoteExtras(List.of(), List.of())),
                List.of());
    }

    private static NoteAuthor author() {
        return new NoteAuthor(MARIA.id(), "maria", "Maria S.", Role.LEAD, PersonKind.HUMAN);
    }

    private DecisionRecord decision(long sequence) {
        return new DecisionRecord(
                new DecisionId(new UUID(1, sequence)),
                new UUID(1, sequence).toString(),
                "8731",
                shotsConnection,
                SHOT,
                "spy",
                "sh020/comp",
                "sh020 comp",
                Kind.ASSET,
                12,
                Optional.empty(),
                sequence,
                Optional.empty(),
                Outcome.APPROVED,
                Outcome.PENDING,
                Cause.VOTE,
                new Actor(MARIA.id(), "maria", "Maria S.", Role.LEAD),
                Optional.of("because".repeat(300)),
                List.of(),
                "any-reviewer",
                1,
                List.of(),
                NOW);
    }

    private Desks desks() {
        return new Desks(
                new ReviewDesk() {
                    @Override
                    public Verdict vote(
                            Identity voter,
                            ReviewItemId id,
                            int version,
                            Choice choice,
                            String reason,
                            Optional<String> label,
                            Request request) {
                        refusal.ifPresent(rule -> {
                            throw rule;
                        });
                        done.add("vote %s %s v%d %s %s"
                                .formatted(voter.username(), choice, version, reason, label.orElse("-")));
                        assertThat(request.causeEvent()).isPresent();
                        requests.add(request);
                        return new Verdict(Outcome.CHANGES_REQUESTED, Optional.of(DecisionId.random()), false);
                    }
                },
                new SupervisionDesk() {
                    @Override
                    public Verdict withdraw(Identity by, ReviewItemId id, int version, String reason, Request request) {
                        done.add("withdraw %s v%d %s".formatted(by.username(), version, reason));
                        return new Verdict(Outcome.WITHDRAWN, Optional.empty(), false);
                    }
                },
                new FeedbackDesk() {
                    @Override
                    public NoteId add(Identity by, NoteDraft draft) {
                        done.add("note %s %s %s".formatted(draft.visibility(), draft.place(), draft.text()));
                        return draft.id();
                    }

                    @Override
                    public NoteId reply(Identity by, ReplyDraft draft) {
                        done.add("answer %s %s".formatted(draft.visibility(), draft.text()));
                        return draft.id();
                    }
                },
                new FakeErrands(),
                new LedgerDesk() {},
                new OutboxDesk() {},
                new ConnectionDesk() {
                    @Override
                    public ConnectionRules rules(ConnectionId id) {
                        return rules;
                    }
                },
                items(),
                notes(),
                new UnreadableEvents() {},
                URI.create("https://review.example"),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private ReviewItems items() {
        return new ReviewItems() {
            @Override
            public Optional<ReviewLine> line(ReviewItemId id) {
                return Optional.of(new ReviewLine(
                                SHOT,
                                shotsConnection,
                                "spy",
                                "sh020/comp",
                                "sh020 comp",
                                Kind.ASSET,
                                12,
                                Optional.empty()))
                        .filter(line -> id.equals(SHOT));
            }

            @Override
            public Optional<ReviewLine> line(ConnectionId connection, String project, String lineKey) {
                return line(SHOT).filter(line -> project.equals("spy"));
            }

            @Override
            public Optional<ReviewItemDetail> standing(ReviewItemId id) {
                return Optional.of(shot());
            }

            @Override
            public DecisionRecord decision(DecisionId id) {
                return ErrandTakerTest.this.decision(id.value().getLeastSignificantBits());
            }
        };
    }

    private ReviewItemDetail shot() {
        var told = LongStream.rangeClosed(1, decisions)
                .mapToObj(sequence -> new DecisionDetail(
                        new DecisionId(new UUID(1, sequence)),
                        12,
                        sequence,
                        Outcome.APPROVED,
                        Outcome.PENDING,
                        Cause.VOTE,
                        new Actor(MARIA.id(), "maria", "Maria S.", Role.LEAD),
                        Optional.empty(),
                        NOW,
                        Optional.of(new DecisionDelivery(
                                delivery, 1, Optional.empty(), Optional.empty(), Optional.empty()))))
                .toList();
        var version = new VersionDetail(
                new VersionId(new UUID(2, 2)),
                12,
                Outcome.APPROVED,
                "jo",
                NOW,
                Optional.empty(),
                List.of(),
                "any-reviewer",
                1,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                0,
                0,
                Optional.empty());
        return new ReviewItemDetail(
                SHOT,
                shotsConnection,
                "hub",
                "spy",
                "sh020/comp",
                "sh020 comp",
                Kind.ASSET,
                Optional.empty(),
                12,
                Outcome.APPROVED,
                NOW,
                List.of(version),
                told);
    }

    private FeedbackNotes notes() {
        return new FeedbackNotes() {
            @Override
            public Optional<NoteThread> thread(Identity viewer, ReviewItemId item, int version, NoteId note) {
                return thread;
            }

            @Override
            public NotesForDecision forDecision(
                    ReviewItemId item, int version, Instant at, dev.rushlight.feedback.Visibility audience, int max) {
                var note = new NoteRecord(
                        NoteId.random(),
                        12,
                        author(),
                        new WholeVersion(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        noteText,
                        audience,
                        false,
                        false,
                        NOW);
                return max == 0 ? new NotesForDecision(List.of(), true) : new NotesForDecision(List.of(note), false);
            }
        };
    }

    /** Does what it is asked to, without a database. */
    private final class FakeErrands extends ErrandDesk {
        @Override
        public JsonObject carryOut(Arrival arrival, Errand errand) {
            return kept(errand.doneFor(MARIA));
        }

        @Override
        public JsonObject answer(Arrival arrival, Supplier<JsonObject> answer) {
            return kept(answer.get());
        }

        @Override
        public JsonObject refuse(Arrival arrival, JsonObject receipt) {
            return kept(receipt);
        }

        @Override
        public Optional<UUID> submitted(ConnectionId connection, String submissionKey) {
            return Optional.empty();
        }

        private JsonObject kept(JsonObject receipt) {
            answers.add(
                    Json.createObjectBuilder(receipt).add("duplicate", false).build());
            return receipt;
        }
    }
}
