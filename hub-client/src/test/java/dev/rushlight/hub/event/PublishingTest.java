package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.peer.PeerEvent;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of what is published. */
class PublishingTest extends HubAtPeer {

    @Test
    void aPublishIsSentAsOtherClientsSendItAndAcknowledged() throws Exception {
        live();
        var connection = peer.nextConnection();
        var event = Event.of("studio.ping", Json.createValue("ü")).withId("e1");
        assertThat(get(hub.publish(event))).isEqualTo(Delivery.acknowledged());
        assertThat(connection.texts())
                .last()
                .asString()
                .matches(
                        "5:\\d+\\+::\\{\"name\":\"ftrack.event\",\"args\":\\[\\{\"topic\":\"studio.ping\",\"id\":\"e1\","
                                + "\"data\":\"ü\",\"sent\":null,\"source\":\\{\"id\":\"" + hub.id()
                                + "\",\"user\":\\{\"username\":\"jo\"},(\"host\":\"[^\"]+\",)?\"applicationId\":\"rushlight.hub\"},"
                                + "\"target\":\"\",\"inReplyToEvent\":null}]}");
    }

    @Test
    void whatTheSourceAlreadySaysIsKept() throws Exception {
        live();
        hub.publish(
                Event.of("studio.ping", JsonValue.NULL).withSource(JsonText.parseObject("{\"id\":\"own\",\"x\":1}")));
        var source = peer.nextEvent("studio.ping").event().source();
        assertThat(source.getString("id")).isEqualTo("own");
        assertThat(source.getInt("x")).isEqualTo(1);
        assertThat(source.getJsonObject("user").getString("username")).isEqualTo("jo");
    }

    @Test
    void aRefusalCarriesTheServersWords() throws Exception {
        live();
        answerEvents(
                event -> "6:::" + event.packetId().getAsLong() + "+[{\"success\":false,\"message\":\"bad target\"}]");
        assertThat(get(hub.publish(Event.of("a", JsonValue.NULL)))).isEqualTo(Delivery.refused("bad target"));
    }

    @Test
    void aHubThatIsSlowHearsEverythingOnce() throws Exception {
        hub = impatient().build();
        live();
        var connection = peer.nextConnection();
        var copies = new LinkedBlockingQueue<PeerEvent>();
        peer.onEvent((on, event) -> copies.add(event));
        var delivery = hub.publish(Event.of("a", JsonValue.NULL));
        var first = copies.take();
        // Longer than a subscription's answer may take.
        assertThat(connection.awaitEndWithin(Duration.ofSeconds(1))).isFalse();
        connection.acknowledge(first);
        assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
        assertThat(copies).isEmpty();
        assertThat(hub.status().state()).isEqualTo(HubState.LIVE);
    }

    @Test
    void aLostAcknowledgementIsUnconfirmedAndNothingIsSentTwiceOnALiveConnection() throws Exception {
        hub = impatient().publishDeadline(Duration.ofSeconds(1)).build();
        live();
        var copies = new AtomicInteger();
        peer.onEvent((connection, event) -> {
            if (event.id().equals("e1")) {
                copies.incrementAndGet();
            } else {
                connection.behave(event);
            }
        });
        var delivery = hub.publish(Event.of("a", JsonValue.NULL).withId("e1"));
        assertThat(get(hub.publish(Event.of("b", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
        assertThat(get(delivery)).isEqualTo(Delivery.unconfirmed("not acknowledged within 1000 ms"));
        assertThat(copies).hasValue(1);
        assertThat(peer.openConnections()).isEqualTo(1);
        assertNothingIsOwed();
    }

    static Stream<String> answersThatAreNone() {
        return Stream.of(
                "6:::ID",
                "6:::ID+[]",
                "6:::ID+[null]",
                "6:::ID+[true]",
                "6:::ID+[\"success\"]",
                "6:::ID+{\"success\":true}",
                "6:::ID+[{",
                "6:::ID+" + "[".repeat(50_000),
                "6:::99999+[{\"success\":true}]",
                "6:::");
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNone")
    void anAnswerThatIsNoneSettlesNothing(String answer) throws Exception {
        live();
        var copies = new AtomicInteger();
        peer.onEvent((connection, event) -> {
            copies.incrementAndGet();
            connection.send(answer.replace("ID", Long.toString(event.packetId().getAsLong())));
            connection.send("6:::%s+[{\"success\":false,\"message\":\"no\"}]"
                    .formatted(event.packetId().getAsLong()));
        });
        assertThat(get(hub.publish(Event.of("a", JsonValue.NULL)))).isEqualTo(Delivery.refused("no"));
        assertThat(copies).hasValue(1);
        assertThat(peer.openConnections()).isEqualTo(1);
    }

    @Test
    void aDoubledAcknowledgementHarmsNothing() throws Exception {
        live();
        peer.onEvent((connection, event) -> {
            connection.acknowledge(event);
            connection.acknowledge(event);
        });
        assertThat(get(hub.publish(Event.of("a", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
        assertThat(get(hub.publish(Event.of("b", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
    }

    @Test
    void aPublishThatIsNeverAcknowledgedIsUnconfirmedAtItsDeadline() throws Exception {
        hub = quick().publishDeadline(SHORT).build();
        live();
        peer.onEvent((connection, event) -> {});
        assertThat(get(hub.publish(Event.of("a", JsonValue.NULL))))
                .isEqualTo(Delivery.unconfirmed("not acknowledged within 200 ms"));
    }

    @Test
    void aPublishWithoutAConnectionIsUnconfirmedAtItsDeadline() throws Exception {
        hub = quick().publishDeadline(SHORT).build();
        assertThat(get(hub.publish(Event.of("a", JsonValue.NULL))))
                .isEqualTo(Delivery.unconfirmed("not sent within 200 ms: no live connection"));
    }

    @Test
    void whatIsPublishedBeforeConnectingGoesOutInOrderAfterTheSubscriptions() throws Exception {
        var deliveries = IntStream.range(0, 200)
                .mapToObj(i -> hub.publish(Event.of("n" + i, JsonValue.NULL)))
                .toList();
        hub.subscribe("topic=*", this::hear);
        hub.connect();
        for (var delivery : deliveries) {
            assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
        }
        var texts = peer.nextConnection().texts();
        assertThat(texts.get(0)).contains("ftrack.meta.reply");
        assertThat(texts.get(1)).contains("\"subscription\":\"topic=*\"");
        assertThat(topicsOf(texts.subList(2, 202)))
                .isEqualTo(IntStream.range(0, 200).mapToObj(i -> "n" + i).toList());
    }

    @Test
    void theQueueIsBoundedByCountAndBySize() throws Exception {
        hub = quick().unsettledLimit(3, 2_000).build();
        var big = Event.of("a", Json.createValue("x".repeat(2_000)));
        assertThat(get(hub.publish(big))).isEqualTo(Delivery.unconfirmed("too much is waiting to be sent"));
        var kept = Stream.of("a", "b", "c")
                .map(topic -> hub.publish(Event.of(topic, JsonValue.NULL)))
                .toList();
        assertThat(get(hub.publish(Event.of("d", JsonValue.NULL))))
                .isEqualTo(Delivery.unconfirmed("too much is waiting to be sent"));
        hub.connect();
        for (var delivery : kept) {
            assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
        }
        assertThat(get(hub.publish(Event.of("e", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
    }

    @Test
    void anEventThatIsLargerThanHubsTakeIsRefusedAtOnceAndTheNextOneIsNotHeldUp() throws Exception {
        live();
        var tooLarge = hub.publish(sized(1_048_577));
        assertThat(tooLarge.toCompletableFuture())
                .isCompletedWithValue(Delivery.refused("the event has 1048577 bytes, and at most 1048576 are sent"));
        assertThat(get(hub.publish(sized(1_048_576)))).isEqualTo(Delivery.acknowledged());
        var sent = peer.nextConnection().texts();
        assertThat(sent.get(sent.size() - 1).length()).isBetween(1_048_500, 1_048_576);
    }

    @Test
    void aLargerEventIsSentToAHubThatTakesIt() throws Exception {
        hub = quick().eventLimit(3 << 20).build();
        hub.subscribe("topic=a", this::hear);
        live();
        var data = Json.createValue("ü😀".repeat(400_000));
        assertThat(get(hub.publish(Event.of("a", data)))).isEqualTo(Delivery.acknowledged());
        assertThat(nextHeard().data()).isEqualTo(data);
    }

    @Test
    void aHubThatEndsTheConnectionOverALargeEventDoesSoTwiceAndTheOthersGoOn() throws Exception {
        hub = quick().eventLimit(2 << 20).build();
        live();
        var copies = new AtomicInteger();
        peer.onEvent((connection, event) -> {
            if (event.topic().equals("large")) {
                copies.incrementAndGet();
                connection.closeDecently();
            } else {
                connection.behave(event);
            }
        });
        var before = hub.publish(Event.of("before", JsonValue.NULL));
        var large = hub.publish(Event.of("large", Json.createValue("x".repeat(1 << 20))));
        var after = hub.publish(Event.of("after", JsonValue.NULL));
        assertThat(get(before)).isEqualTo(Delivery.acknowledged());
        assertThat(get(after)).isEqualTo(Delivery.acknowledged());
        assertThat(get(large).result()).isEqualTo(Delivery.Result.UNCONFIRMED);
        assertThat(get(large).detail())
                .matches("the connection was lost 2 times with this event of 1048\\d{3} bytes on its way: "
                        + "it may be too large for the hub");
        assertThat(copies).hasValue(2);
    }

    @Test
    void aSmallEventIsSentAgainHoweverOftenTheConnectionIsLost() throws Exception {
        live();
        var copies = new AtomicInteger();
        peer.onEvent((connection, event) -> {
            if (event.topic().equals("small") && copies.incrementAndGet() < 6) {
                connection.abort();
            } else {
                connection.behave(event);
            }
        });
        assertThat(get(hub.publish(Event.of("small", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefusedUnsent() throws Exception {
        hub = quick().messageLimit(10_000).build();
        live();
        assertThat(get(hub.publish(Event.of("a", Json.createValue("ü".repeat(6_000)))))
                        .detail())
                .contains("at most 10000 are sent");
        var builders = Json.createBuilderFactory(Map.of());
        JsonValue deep = JsonValue.EMPTY_JSON_ARRAY;
        for (var i = 0; i < 20_000; i++) {
            deep = builders.createArrayBuilder().add(deep).build();
        }
        var refused = get(hub.publish(Event.of("a", deep)));
        assertThat(refused.result()).isEqualTo(Delivery.Result.REFUSED);
        assertThat(refused.detail()).contains("nested deeper");
    }

    @Test
    void halfACharacterIsRefusedUnsentAndAWholeOneArrives() throws Exception {
        hub.subscribe("topic=a", this::hear);
        live();
        assertThat(get(hub.publish(Event.of("a", Json.createValue("\uD83D")))))
                .isEqualTo(Delivery.refused("the event holds half of a surrogate pair"));
        hub.publish(Event.of("a", Json.createValue("\uD83D\uDE00")));
        assertThat(nextHeard().data()).isEqualTo(Json.createValue("\uD83D\uDE00"));
    }

    /** An event that is so large in the packet with the longest head. */
    private Event sized(int bytes) {
        var event = Event.of("a", Json.createValue("")).withId("e1");
        var empty = EventFrame.write(new OwnSource(hub.id(), peer.settings()).complete(event));
        var head = "5:9223372036854775807+::".length();
        return Event.of("a", Json.createValue("x".repeat(bytes - head - empty.length())))
                .withId("e1");
    }
}
