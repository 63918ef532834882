package dev.rushlight.hub.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.event.Subscription;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How event hubs get on with a server, whichever that is. */
@Timeout(60)
public abstract class EventHubContract {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int ENVELOPE_BYTES = 2_048;

    private final List<EventHub> hubs = new ArrayList<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    /** Where the server is, and what it accepts of this user. */
    protected abstract HubSettings settings(String user);

    /** Ends the connections that this user has, and perhaps others. */
    protected abstract void cut(String user);

    /** How many connections the server has. */
    protected abstract int connections();

    /** How large a message may be that the server takes; at least 1 MiB. */
    protected abstract int largestMessage();

    @AfterEach
    void closeHubs() {
        hubs.forEach(EventHub::close);
    }

    @Test
    void aHubComesToBeLive() throws Exception {
        var hub = hub("jo");
        assertThat(hub.status().state()).isEqualTo(HubState.IDLE);
        hub.connect();
        assertThat(get(hub.firstSettled()).state()).isEqualTo(HubState.LIVE);
        assertThat(hub.lastReceived()).isPresent();
    }

    @Test
    void whoSubscribedBeforeConnectingHears() throws Exception {
        var hub = hub("jo");
        var subscription = hear(hub, "topic=contract.early", "jo");
        connect(hub);
        assertThat(get(subscription.confirmed())).isEqualTo(Delivery.acknowledged());
        publish(hub, "contract.early", 1);
        assertHeard("jo 1");
    }

    @Test
    void aHubHearsItsOwnEventOncePerSubscriber() throws Exception {
        var hub = live("jo");
        hear(hub, "topic=contract.own", "one");
        hear(hub, "topic=contract.*", "two");
        hear(hub, "topic=contract.last", "last");
        publish(hub, "contract.own", 1);
        publish(hub, "contract.last", 2);
        assertHeard("one 1", "two 1", "two 2", "last 2");
    }

    @Test
    void twoHubsHearEachOther() throws Exception {
        var jo = live("jo");
        var ann = live("ann");
        hearConfirmed(jo, "topic=contract.to-jo", "jo");
        hearConfirmed(ann, "topic=contract.to-ann", "ann");
        publish(jo, "contract.to-ann", 1);
        assertHeard("ann 1");
        publish(ann, "contract.to-jo", 2);
        assertHeard("jo 2");
    }

    @Test
    void thePublisherIsNamed() throws Exception {
        var jo = live("jo");
        var ann = live("ann");
        var names = new LinkedBlockingQueue<String>();
        var subscription = ann.subscribe("topic=contract.name", event -> {
            names.add(event.username().orElse("nobody"));
            return Optional.empty();
        });
        get(subscription.confirmed());
        publish(jo, "contract.name", 1);
        assertThat(names.poll(20, TimeUnit.SECONDS)).isEqualTo("jo");
    }

    @Test
    void eventsKeepTheirOrder() throws Exception {
        var jo = live("jo");
        var ann = live("ann");
        hearConfirmed(ann, "topic=contract.order", "ann");
        var expected = IntStream.range(0, 500).mapToObj(i -> "ann " + i).toArray(String[]::new);
        for (var i = 0; i < 500; i++) {
            jo.publish(Event.of("contract.order", Json.createValue(i)));
        }
        assertHeard(expected);
    }

    @Test
    void aTargetChoosesAmongSubscribers() throws Exception {
        var jo = live("jo");
        var ann = live("ann");
        get(hear(ann, "topic=contract.target", subscriber("north"), 100, "north")
                .confirmed());
        get(hear(ann, "topic=contract.target", subscriber("south"), 100, "south")
                .confirmed());
        get(hear(jo, "topic=contract.target", subscriber("west"), 100, "west").confirmed());
        get(jo.publish(Event.of("contract.target", Json.createValue(1)).withTarget("room=north")));
        get(jo.publish(Event.of("contract.target", Json.createValue(2)).withTarget("room=west or room=south")));
        assertThat(drain(3)).containsExactlyInAnyOrder("north 1", "south 2", "west 2");
        assertThat(heard).isEmpty();
    }

    @Test
    void aTargetThatIsNoExpressionIsRefused() throws Exception {
        var hub = live("jo");
        hearConfirmed(hub, "topic=contract.*", "jo");
        var event = Event.of("contract.bad", Json.createValue(1)).withTarget("((");
        assertThat(get(hub.publish(event)).result()).isEqualTo(Delivery.Result.REFUSED);
        publish(hub, "contract.good", 2);
        assertHeard("jo 2");
    }

    @Test
    void aRequestIsAnswered() throws Exception {
        var jo = live("jo");
        var ann = live("ann");
        get(ann.subscribe("topic=contract.ask", event -> Optional.of(Json.createValue("from ann")))
                .confirmed());
        var request = Event.of("contract.ask", JsonValue.TRUE);
        var reply = get(jo.publishAndAwaitReply(request, LONG));
        assertThat(reply.data()).isEqualTo(Json.createValue("from ann"));
        assertThat(reply.inReplyTo()).contains(request.id());
    }

    @Test
    void severalAnswersAreCollected() throws Exception {
        var jo = live("jo");
        var ann = live("ann");
        for (var hub : List.of(jo, ann)) {
            for (var i = 0; i < 2; i++) {
                var answer = Json.createValue(hub.id() + i);
                get(hub.subscribe("topic=contract.ask-all", event -> Optional.of(answer))
                        .confirmed());
            }
        }
        var replies = get(jo.publishAndCollect(Event.of("contract.ask-all", JsonValue.TRUE), LONG, 4));
        assertThat(replies)
                .extracting(Event::data)
                .containsExactlyInAnyOrder(
                        Json.createValue(jo.id() + 0),
                        Json.createValue(jo.id() + 1),
                        Json.createValue(ann.id() + 0),
                        Json.createValue(ann.id() + 1));
    }

    @Test
    void aClosedSubscriptionHearsNoMore() throws Exception {
        var jo = live("jo");
        var ann = live("ann");
        var first = hear(ann, "topic=contract.news", "first");
        get(first.confirmed());
        hearConfirmed(ann, "topic=contract.news", "second");
        first.close();
        publish(jo, "contract.news", 1);
        assertHeard("second 1");
        assertThat(heard).isEmpty();
    }

    @Test
    void whatIsPublishedRightAfterSubscribingIsHeard() throws Exception {
        var hub = live("jo");
        for (var i = 0; i < 20; i++) {
            hear(hub, "topic=contract.at-once" + i, "jo");
            hub.publish(Event.of("contract.at-once" + i, Json.createValue(i)));
            assertHeard("jo " + i);
        }
    }

    @Test
    void handlersHearByPriorityAndMayStopTheRest() throws Exception {
        var hub = live("jo");
        hear(hub, "topic=contract.first", JsonValue.EMPTY_JSON_OBJECT, 300, "late");
        hear(hub, "topic=contract.first", JsonValue.EMPTY_JSON_OBJECT, 10, "early");
        hub.subscribe("topic=contract.first", JsonValue.EMPTY_JSON_OBJECT, 200, (event, dispatch) -> {
            if (event.data().toString().equals("2")) {
                dispatch.stop();
            }
            return Optional.empty();
        });
        publish(hub, "contract.first", 1);
        publish(hub, "contract.first", 2);
        publish(hub, "contract.first", 3);
        assertHeard("early 1", "late 1", "early 2", "early 3", "late 3");
    }

    @Test
    void stoppingAnEventKeepsItFromNoOtherHub() throws Exception {
        var jo = live("jo");
        var ann = live("ann");
        get(jo.subscribe("topic=contract.stop", (event, dispatch) -> {
                    dispatch.stop();
                    return Optional.empty();
                })
                .confirmed());
        hearConfirmed(jo, "topic=contract.stop", "jo");
        hearConfirmed(ann, "topic=contract.stop", "ann");
        publish(jo, "contract.stop", 1);
        assertHeard("ann 1");
        assertThat(heard).isEmpty();
    }

    @Test
    void aWrongKeyIsRefusedAndNotTriedAgain() throws Exception {
        var hub = open(settings("jo").withCredentials(new Credentials("jo", "wrong")));
        var moves = new LinkedBlockingQueue<HubState>();
        hub.onStatus(status -> moves.add(status.state()));
        hub.connect();
        assertThat(get(hub.firstSettled()).state()).isEqualTo(HubState.REFUSED);
        live("ann");
        assertThat(hub.status().state()).isEqualTo(HubState.REFUSED);
        assertThat(moves).containsExactly(HubState.CONNECTING, HubState.REFUSED);
    }

    @Test
    void aClosedHubLeavesTheServer() throws Exception {
        awaitConnections(0);
        var hub = live("jo");
        awaitConnections(1);
        hub.close();
        assertThat(hub.status().state()).isEqualTo(HubState.CLOSED);
        awaitConnections(0);
    }

    @Test
    void aHubThatWasCutComesBackWithItsSubscriptionsAndWhatItHadToSend() throws Exception {
        var jo = live("jo");
        hearConfirmed(jo, "topic=contract.back", "jo");
        var moves = new LinkedBlockingQueue<HubState>();
        jo.onStatus(status -> moves.add(status.state()));
        cut("jo");
        await(moves, HubState.WAITING);
        var meanwhile = jo.publish(Event.of("contract.back", Json.createValue(1)));
        await(moves, HubState.LIVE);
        assertThat(get(meanwhile)).isEqualTo(Delivery.acknowledged());
        assertHeard("jo 1");
        publish(live("ann"), "contract.back", 2);
        assertHeard("jo 2");
    }

    @Test
    void anEventOfOneMebibyteArrivesAndALargerOneIsRefused() throws Exception {
        var hub = EventHub.builder(settings("jo")).eventLimit(largestMessage()).build();
        hubs.add(hub);
        connect(hub);
        var lengths = new LinkedBlockingQueue<Integer>();
        hub.subscribe("topic=contract.large", event -> {
            lengths.add(event.data().toString().length());
            return Optional.empty();
        });
        var large = "x".repeat((1 << 20) - ENVELOPE_BYTES);
        assertThat(get(hub.publish(Event.of("contract.large", Json.createValue(large)))))
                .isEqualTo(Delivery.acknowledged());
        assertThat(lengths.poll(20, TimeUnit.SECONDS)).isEqualTo(large.length() + 2);
        var tooLarge = Json.createValue("x".repeat(largestMessage()));
        assertThat(get(hub.publish(Event.of("contract.large", tooLarge))).result())
                .isEqualTo(Delivery.Result.REFUSED);
        get(hub.publish(Event.of("contract.large", Json.createValue("small"))));
        assertThat(lengths.poll(20, TimeUnit.SECONDS)).isEqualTo("\"small\"".length());
    }

    @Test
    void everyCharacterArrivesAsItWas() throws Exception {
        var hub = live("jo");
        var text = "ü é 漢字 😀 \u2028 \" \\ / : + \t\n 'x' </script> \u007f";
        var back = new LinkedBlockingQueue<Event>();
        hub.subscribe("topic=contract.text", event -> {
            back.add(event);
            return Optional.empty();
        });
        var data = Json.createObjectBuilder().add(text, text).build();
        get(hub.publish(Event.of("contract.text", data)));
        assertThat(Optional.ofNullable(back.poll(20, TimeUnit.SECONDS)).map(Event::data))
                .contains(data);
    }

    private EventHub hub(String user) {
        return open(settings(user));
    }

    private EventHub open(HubSettings settings) {
        var hub = EventHub.of(settings);
        hubs.add(hub);
        return hub;
    }

    private EventHub live(String user) {
        var hub = hub(user);
        connect(hub);
        return hub;
    }

    private static void connect(EventHub hub) {
        hub.connect();
        assertThat(hub.awaitLive(LONG)).isTrue();
    }

    private void hearConfirmed(EventHub hub, String expression, String name) throws Exception {
        assertThat(get(hear(hub, expression, name).confirmed()).result()).isEqualTo(Delivery.Result.ACKNOWLEDGED);
    }

    private Subscription hear(EventHub hub, String expression, String name) {
        return hear(hub, expression, JsonValue.EMPTY_JSON_OBJECT, 100, name);
    }

    private Subscription hear(EventHub hub, String expression, JsonObject subscriber, int priority, String name) {
        return hub.subscribe(expression, subscriber, priority, event -> {
            heard.add(name + " " + event.data());
            return Optional.empty();
        });
    }

    private static JsonObject subscriber(String room) {
        return Json.createObjectBuilder().add("room", room).build();
    }

    private static void publish(EventHub hub, String topic, int data) throws Exception {
        assertThat(get(hub.publish(Event.of(topic, Json.createValue(data))))).isEqualTo(Delivery.acknowledged());
    }

    private void assertHeard(String... expected) throws InterruptedException {
        assertThat(drain(expected.length)).containsExactly(expected);
    }

    private List<String> drain(int count) throws InterruptedException {
        var all = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            all.add(Optional.ofNullable(heard.poll(20, TimeUnit.SECONDS)).orElse("nothing"));
        }
        return all;
    }

    private static void await(BlockingQueue<HubState> moves, HubState wanted) throws InterruptedException {
        while (Optional.ofNullable(moves.poll(20, TimeUnit.SECONDS)).orElseThrow() != wanted) {
            continue;
        }
    }

    private void awaitConnections(int wanted) {
        var end = System.nanoTime() + LONG.toNanos();
        while (connections() != wanted && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        assertThat(connections()).isEqualTo(wanted);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
