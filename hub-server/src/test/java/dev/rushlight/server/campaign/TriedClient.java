package dev.rushlight.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.event.LastSeen;
import dev.rushlight.hub.peer.FaultProxy;
import dev.rushlight.server.campaign.HistoryChecker.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The client behind a link of its own, what it publishes, and a witness on the other side of the hub. */
final class TriedClient implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final String outbound;
    private final String inbound;
    private final FaultProxy link;
    private final EventHub hub;
    private final StatusLog moves;
    private final History history;
    private final Witness witness;
    private final Publisher publisher;
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
    private final List<Event> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger askedAgain = new AtomicInteger();
    private final Arrivals heard = new Arrivals();

    TriedClient(CampaignHub server, String part, UnaryOperator<EventHub.Builder> options) throws Exception {
        outbound = "campaign.out." + part;
        inbound = "campaign.in." + part;
        link = new FaultProxy(server.address());
        hub = options.apply(
                        EventHub.builder(server.settings("jo", link.address())).catchUp(this::since, SOON))
                .build();
        moves = new StatusLog(hub);
        history = Campaign.history(part);
        witness = new Witness(
                server.settings("witness", server.address()),
                outbound,
                event -> history.recorded(
                        event.getJsonObject("data").getJsonNumber("n").longValue(), event.getString("id")));
        publisher = new Publisher(hub, outbound, history);
        hub.subscribe("topic=" + inbound, event -> {
            heard.add(event.id());
            return Optional.empty();
        });
    }

    /** Connects, and from then on publishes so many events a second. */
    void goLive(int perSecond) {
        hub.connect();
        assertThat(hub.awaitLive(SOON)).isTrue();
        publisher.start(perSecond);
    }

    /** Publishes so many as fast as that goes, beside the history, and waits for their outcomes. */
    void publishAtOnce(int count) throws Exception {
        var outcomes = Stream.generate(() -> hub.publish(Event.of("campaign.warm-up", JsonValue.TRUE)))
                .limit(count)
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(outcomes).get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    /** Has the witness publish so many events a second to this client. */
    void hearFrom(int perSecond) {
        sender.scheduleAtFixedRate(this::sendNext, 0, TimeUnit.SECONDS.toNanos(1) / perSecond, TimeUnit.NANOSECONDS);
    }

    private void sendNext() {
        var event = Event.of(
                inbound, Json.createObjectBuilder().add("n", sent.size()).build());
        sent.add(event);
        witness.publish(event);
    }

    /** What a hub that replays would answer. */
    private CompletionStage<List<Event>> since(LastSeen last) {
        var events = List.copyOf(sent);
        var known = IntStream.range(0, events.size())
                .filter(i -> last.eventId().equals(Optional.of(events.get(i).id())))
                .findFirst()
                .orElse(-1);
        askedAgain.incrementAndGet();
        return CompletableFuture.completedStage(events.subList(known + 1, events.size()));
    }

    /** Publishes no more, waits until everything has settled and arrived, and has the history judged. */
    Verdict finish() throws Exception {
        sender.shutdown();
        assertThat(sender.awaitTermination(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        publisher.finish(Duration.ofSeconds(60));
        witness.arrivals().awaitAll(publisher.ids(), MOMENT);
        heard.awaitAll(sentInbound(), MOMENT);
        history.close();
        return HistoryChecker.check(history.file());
    }

    FaultProxy link() {
        return link;
    }

    EventHub hub() {
        return hub;
    }

    StatusLog moves() {
        return moves;
    }

    Durations calls() {
        return publisher.calls();
    }

    Durations blockedCalls() {
        return publisher.blocked();
    }

    /** The ids of what the witness published to this client. */
    List<String> sentInbound() {
        return sent.stream().map(Event::id).toList();
    }

    /** The ids of what the client's handler got, in that order. */
    List<String> heardInbound() {
        return heard.inOrder();
    }

    /** How often the client asked for what it had missed. */
    int catchUps() {
        return askedAgain.get();
    }

    @Override
    public void close() {
        sender.shutdownNow();
        publisher.close();
        moves.close();
        hub.close();
        witness.close();
        link.close();
    }
}
