package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.HubState;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.peer.PeerConnection;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hub does about events that it missed. */
class CatchUpTest extends HubAtPeer {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final BlockingQueue<Question> questions = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private volatile Instant now = NOW;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private record Question(LastSeen since, CompletableFuture<List<Event>> answer) {}

    @BeforeEach
    void catchUp() {
        catchUp(this::ask, LONG);
    }

    @Test
    void theFirstConnectionHasNothingToCatchUpWith() throws Exception {
        var first = start();
        deliver(first, "e1");
        assertHeard("e1");
        assertThat(questions).isEmpty();
    }

    @Test
    void whatWasMissedComesBeforeWhatCameMeanwhile() throws Exception {
        var first = start();
        deliver(first, "e1", "e2");
        assertHeard("e1", "e2");
        var second = cut(first);
        var question = nextQuestion();
        assertThat(question.since()).isEqualTo(LastSeen.of("e2", NOW));
        deliver(second, "e5", "e6");
        beat(second);
        assertThat(heard).isEmpty();
        question.answer().complete(List.of(event("e3"), event("e4")));
        assertHeard("e3", "e4", "e5", "e6");
        assertNews("caught up with 2");
        deliver(second, "e7");
        assertHeard("e7");
    }

    @Test
    void noEventIsHandledTwice() throws Exception {
        var first = start();
        deliver(first, "e1", "e2");
        assertHeard("e1", "e2");
        var second = cut(first);
        deliver(second, "e4", "e5", "e2");
        beat(second);
        nextQuestion().answer().complete(List.of(event("e1"), event("e2"), event("e3"), event("e4"), event("e3")));
        assertHeard("e3", "e4", "e5");
        assertNews("caught up with 2");
        deliver(second, "e3", "e5", "e6");
        assertHeard("e6");
    }

    @Test
    void theNextLossIsAskedAboutFromTheLastEventHandled() throws Exception {
        var first = start();
        deliver(first, "e1");
        assertHeard("e1");
        var second = cut(first);
        nextQuestion().answer().complete(List.of(event("e2")));
        assertHeard("e2");
        cut(second);
        assertThat(nextQuestion().since().eventId()).contains("e2");
    }

    @Test
    void whatHappenedBetweenAQuestionAndItsAnswerIsAskedAboutNextTime() throws Exception {
        var first = start();
        deliver(first, "e1");
        assertHeard("e1");
        now = NOW.plusSeconds(10);
        var second = cut(first);
        var question = nextQuestion();
        now = NOW.plusSeconds(20);
        question.answer().complete(List.of(event("e2")));
        assertHeard("e2");
        cut(second);
        assertThat(nextQuestion().since()).isEqualTo(LastSeen.of("e2", NOW.plusSeconds(10)));
    }

    @Test
    void aHubThatHeardNothingAsksFromWhenItWasLive() throws Exception {
        var first = start();
        cut(first);
        assertThat(nextQuestion().since()).isEqualTo(new LastSeen(Optional.empty(), NOW));
    }

    @Test
    void aHubThatIsToldWhatWasSeenLastCatchesUpAtFirst() throws Exception {
        use(quick().catchUp(this::ask, LONG).lastSeen(LastSeen.of("e9", Instant.EPOCH)));
        live();
        deliver(peer.nextConnection(), "e11");
        var question = nextQuestion();
        assertThat(question.since()).isEqualTo(LastSeen.of("e9", Instant.EPOCH));
        question.answer().complete(List.of(event("e10")));
        assertHeard("e10", "e11");
    }

    @Test
    void aLossWhileCatchingUpIsAskedAboutAgainFromTheSamePlace() throws Exception {
        var first = start();
        deliver(first, "e1");
        assertHeard("e1");
        var second = cut(first);
        deliver(second, "e3");
        beat(second);
        var question = nextQuestion();
        var third = cut(second);
        var again = nextQuestion();
        assertThat(again.since()).isEqualTo(question.since());
        deliver(third, "e5");
        question.answer().complete(List.of(event("e2")));
        beat(third);
        assertThat(heard).isEmpty();
        again.answer().complete(List.of(event("e2"), event("e3"), event("e4")));
        assertHeard("e2", "e3", "e4", "e5");
        assertNews("caught up with 3");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(
                        "the server says no",
                        since -> CompletableFuture.failedStage(new Exception("the server says no"))),
                failure("thrown", since -> {
                    throw new IllegalStateException("thrown");
                }),
                failure("AssertionError", since -> {
                    throw new AssertionError();
                }),
                failure(
                        "more than 10000 events",
                        since -> CompletableFuture.completedStage(IntStream.range(0, 10_001)
                                .mapToObj(i -> event("x" + i))
                                .toList())));
    }

    private static Arguments failure(String why, CatchUp catchUp) {
        return Arguments.of(why, catchUp);
    }

    @ParameterizedTest(name = "because of: {0}")
    @MethodSource("failures")
    void whoeverCannotSayWhatWasMissedHoldsNothingUp(String why, CatchUp catchUp) throws Exception {
        catchUp(catchUp, LONG);
        var first = start();
        deliver(first, "e1");
        assertHeard("e1");
        var second = cut(first);
        deliver(second, "e3");
        assertHeard("e3");
        assertNews("not caught up since e1: " + why);
        deliver(second, "e4");
        assertHeard("e4");
    }

    @Test
    void anAnswerWithAHoleInItIsNone() throws Exception {
        var first = start();
        deliver(first, "e1");
        assertHeard("e1");
        var second = cut(first);
        var events = new ArrayList<Event>();
        events.add(event("e2"));
        events.add(null);
        nextQuestion().answer().complete(events);
        deliver(second, "e3");
        assertHeard("e3");
    }

    @Test
    void anAnswerThatComesTooLateIsNotHeard() throws Exception {
        catchUp(this::ask, SHORT);
        var first = start();
        deliver(first, "e1");
        assertHeard("e1");
        var second = cut(first);
        deliver(second, "e3");
        assertHeard("e3");
        assertNews("not caught up since e1: no answer within 200 ms");
        nextQuestion().answer().complete(List.of(event("e2")));
        beat(second);
        deliver(second, "e4");
        assertHeard("e4");
    }

    @Test
    void aCallThatBlocksHoldsUpNeitherHeartbeatsNorPublishesNorReplies() throws Exception {
        var release = new CountDownLatch(1);
        catchUp(
                since -> {
                    awaitQuietly(release);
                    return CompletableFuture.completedStage(List.of(event("e2")));
                },
                LONG);
        hub.subscribe("topic=ask", event -> Optional.of(JsonValue.TRUE));
        var first = start();
        var second = cut(first);
        beat(second);
        var request = Event.of("ask", JsonValue.NULL);
        var reply = hub.publishAndAwaitReply(request, LONG);
        peer.nextEvent("ask");
        second.deliver(Event.replyTo(
                request.withSource(JsonText.parseObject("{\"id\":\"" + hub.id() + "\"}")), JsonValue.FALSE));
        assertThat(get(reply).data()).isEqualTo(JsonValue.FALSE);
        release.countDown();
        assertHeard("e2");
    }

    @Test
    void callsThatHangForEverLeaveTheHubAlive() throws Exception {
        var never = new CountDownLatch(1);
        catchUp(
                since -> {
                    awaitQuietly(never);
                    return CompletableFuture.completedStage(List.of());
                },
                SHORT);
        var first = start();
        var connection = first;
        for (var i = 0; i < 6; i++) {
            connection = cut(connection);
            deliver(connection, "e" + i);
            assertHeard("e" + i);
        }
        never.countDown();
        assertThat(drain(news, 6)).last().asString().endsWith("earlier calls have not returned");
    }

    private void catchUp(CatchUp catchUp, Duration deadline) {
        use(quick().catchUp(catchUp, deadline));
    }

    private void use(EventHub.Builder builder) {
        hub.close();
        hub = builder.clock(clock).build();
        hub.subscribe("topic=news", this::hear);
        hub.listen(new HubListener() {
            @Override
            public void caughtUp(int events) {
                news.add("caught up with " + events);
            }

            @Override
            public void notCaughtUp(LastSeen since, String why) {
                news.add("not caught up since %s: %s".formatted(since.eventId().orElse("the start"), why));
            }
        });
        watch();
    }

    private CompletionStage<List<Event>> ask(LastSeen since) {
        var question = new Question(since, new CompletableFuture<>());
        questions.add(question);
        return question.answer();
    }

    private PeerConnection start() {
        live();
        return peer.nextConnection();
    }

    /** Resets the connection and returns the one that follows it, live. */
    private PeerConnection cut(PeerConnection connection) throws InterruptedException {
        connection.abort();
        awaitState(HubState.WAITING);
        awaitState(HubState.LIVE);
        return peer.nextConnection();
    }

    private Question nextQuestion() throws InterruptedException {
        return Optional.ofNullable(questions.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    private void assertHeard(String... ids) throws InterruptedException {
        assertThat(drain(heard, ids.length)).extracting(Event::id).containsExactly(ids);
    }

    private void assertNews(String expected) throws InterruptedException {
        assertThat(news.poll(10, TimeUnit.SECONDS)).isEqualTo(expected);
    }

    private static void deliver(PeerConnection connection, String... ids) {
        for (var id : ids) {
            connection.deliver(event(id));
        }
    }

    private static Event event(String id) {
        return Event.of("news", JsonValue.NULL).withId(id);
    }
}
