package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.Backoff;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.peer.PeerConnection;
import dev.rushlight.hub.peer.PeerEvent;
import dev.rushlight.hub.peer.ScriptedPeer;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A hub at a scripted peer, with short waits, and what tests do with the two. */
@Timeout(30)
abstract class HubAtPeer {

    static final Duration LONG = Duration.ofSeconds(10);
    static final Duration SHORT = Duration.ofMillis(200);

    final ScriptedPeer peer = new ScriptedPeer();
    final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    final BlockingQueue<HubStatus> moves = new LinkedBlockingQueue<>();
    EventHub hub = quick().build();

    @AfterEach
    void closeBoth() {
        hub.close();
        peer.close();
    }

    EventHub.Builder quick() {
        return quickOn(peer.settings());
    }

    static EventHub.Builder quickOn(HubSettings settings) {
        return EventHub.builder(settings)
                .backoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(20)))
                .publishDeadline(Duration.ofSeconds(15));
    }

    /** A hub that does not wait long for an answer to a subscription. */
    EventHub.Builder impatient() {
        return quick().acknowledgementDeadline(Duration.ofMillis(300));
    }

    void live() {
        hub.connect();
        assertThat(hub.awaitLive(LONG)).isTrue();
    }

    void watch() {
        hub.onStatus(moves::add);
    }

    HubStatus nextMove() throws InterruptedException {
        return Optional.ofNullable(moves.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    void awaitState(HubState state) throws InterruptedException {
        while (nextMove().state() != state) {
            continue;
        }
    }

    Optional<JsonValue> hear(Event event) {
        heard.add(event);
        return Optional.empty();
    }

    Event nextHeard() throws InterruptedException {
        return Optional.ofNullable(heard.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    void subscribeAs(String id, int priority, BlockingQueue<String> order) {
        hub.subscribe("topic=news", Json.createObjectBuilder().add("id", id).build(), priority, event -> {
            order.add(id);
            return Optional.empty();
        });
    }

    /** A heartbeat and its answer: everything that the hub was sent before is dealt with. */
    static void beat(PeerConnection connection) {
        connection.heartbeat();
        connection.awaitText("2::");
    }

    void answerEvents(Function<PeerEvent, String> answer) {
        peer.onEvent((connection, event) -> connection.send(answer.apply(event)));
    }

    static <T> T get(CompletionStage<T> stage) throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    static ThrowableAssertAlternative<ExecutionException> assertThatNoReply(CompletionStage<?> stage) {
        return assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> get(stage))
                .withCauseInstanceOf(NoReply.class);
    }

    /** Soon every publish, packet and wait for replies is settled and forgotten. */
    void assertNothingIsOwed() throws Exception {
        var nothing = new HubCounts(0, 0, 0);
        var end = System.nanoTime() + LONG.toNanos();
        while (!get(hub.counts()).equals(nothing) && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        assertThat(get(hub.counts())).isEqualTo(nothing);
    }

    static <T> List<T> drain(BlockingQueue<T> queue, int count) throws InterruptedException {
        var all = new ArrayList<T>();
        while (all.size() < count) {
            all.add(Optional.ofNullable(queue.poll(10, TimeUnit.SECONDS)).orElseThrow());
        }
        return all;
    }

    static List<String> topicsOf(List<String> texts) {
        return texts.stream().map(HubAtPeer::eventOf).map(Event::topic).toList();
    }

    static List<String> idsOf(List<String> texts) {
        return texts.stream().map(HubAtPeer::eventOf).map(Event::id).toList();
    }

    static Event eventOf(String text) {
        return EventFrame.read(text.substring(text.indexOf('{')), JsonLimits.ofRequest());
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
