package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.peer.PeerConnection;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the Python client gets wrong about event hubs, by the numbers of its list of defects; 11 is about the session's HTTP
 * as well, and 16–21 are about the session only.
 */
class PythonClientDefectsTest extends HubAtPeer {

    @Nested
    class Defect1AcknowledgementsThatNeverCome {

        @Test
        void settleAtTheirDeadlineAndAreForgotten() throws Exception {
            hub = quick().publishDeadline(SHORT).build();
            live();
            peer.onEvent((connection, event) -> {});
            for (var delivery : publish(100)) {
                assertThat(get(delivery).result()).isEqualTo(Delivery.Result.UNCONFIRMED);
            }
            assertNothingIsOwed();
        }

        @Test
        void settleWithTheConnectionIfThatIsWanted() throws Exception {
            hub = quick().resendAfterLoss(false).build();
            live();
            peer.onEvent((connection, event) -> {});
            var deliveries = publish(100);
            peer.nextEvent("n99");
            peer.nextConnection().abort();
            for (var delivery : deliveries) {
                assertThat(get(delivery)).isEqualTo(Delivery.unconfirmed("connection lost"));
            }
            assertNothingIsOwed();
        }
    }

    @Nested
    class Defect2WaitsForReplies {

        @Test
        void endWithTheReplyOrTheDeadlineAndLateRepliesCallNobody() throws Exception {
            hub.subscribe("topic=ask", event -> Optional.of(JsonValue.TRUE));
            live();
            for (var i = 0; i < 20; i++) {
                get(hub.publishAndAwaitReply(Event.of("ask", JsonValue.NULL), LONG));
            }
            var unanswered = Event.of("nobody", JsonValue.NULL).withId("q1");
            var calls = new AtomicInteger();
            var wait = hub.publishAndAwaitReply(unanswered, SHORT).whenComplete((reply, e) -> calls.incrementAndGet());
            assertThatNoReply(wait);
            var connection = peer.nextConnection();
            connection.deliver(Event.replyTo(unanswered.withSource(self()), JsonValue.TRUE));
            beat(connection);
            assertThat(calls).hasValue(1);
            assertNothingIsOwed();
        }
    }

    @Nested
    class Defect3PublishingWhileTheConnectionBreaks {

        @Test
        void blocksNobodyAndLosesNothing() throws Exception {
            live();
            var first = peer.nextConnection();
            peer.onEvent((connection, event) -> {
                if (connection != first) {
                    connection.behave(event);
                }
            });
            first.abort();
            var deliveries = publish(300);
            for (var delivery : deliveries) {
                assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
            }
        }
    }

    @Nested
    class Defect4SendErrors {

        @Test
        void areTheDeliverysOutcome() throws Exception {
            hub = quick().resendAfterLoss(false).publishDeadline(SHORT).build();
            live();
            peer.onEvent((connection, event) -> {});
            peer.onHandshake(request -> HttpAnswer.of(503, ""));
            peer.nextConnection().abort();
            for (var delivery : publish(50)) {
                assertThat(get(delivery).result()).isEqualTo(Delivery.Result.UNCONFIRMED);
            }
            assertNothingIsOwed();
        }
    }

    @Nested
    class Defect5WhatTheReaderDoesNotExpect {

        @ParameterizedTest
        @ValueSource(
                strings = {"6:::1+[null]", "6:::1+[]", "6:::1+[{},{}]", "8::", "5:::{broken", "x", "", "5:::[]", "6::"})
        void neverEndsTheReading(String text) throws Exception {
            hub.subscribe("topic=news", this::heard);
            live();
            var connection = peer.nextConnection();
            connection.send(text);
            connection.deliver(Event.of("news", JsonValue.NULL));
            nextHeard();
            assertThat(peer.openConnections()).isEqualTo(1);
        }

        private Optional<JsonValue> heard(Event event) {
            return hear(event);
        }

        @Test
        void norDoesABareClose() throws Exception {
            hub.subscribe("topic=news", this::heard);
            live();
            peer.nextConnection().closeBarely();
            var delivery = hub.publish(Event.of("news", JsonValue.NULL));
            assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
            nextHeard();
        }
    }

    @Nested
    class Defect6ALossWhileTheQueueDrains {

        @Test
        void sendsTheRestInOrderOverTheNextConnections() throws Exception {
            var seen = new CopyOnWriteArrayList<String>();
            var connections = new LinkedHashSet<PeerConnection>();
            peer.onEvent((connection, event) -> {
                connections.add(connection);
                if (event.topic().startsWith("n")) {
                    seen.add(event.topic());
                    if (connections.size() <= 3 && seen.size() % 40 == 0) {
                        connection.abort();
                        return;
                    }
                }
                connection.behave(event);
            });
            var deliveries = publish(200);
            hub.connect();
            for (var delivery : deliveries) {
                assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
            }
            assertThat(new LinkedHashSet<>(seen))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 200).mapToObj(i -> "n" + i).toList());
            assertThat(connections).hasSizeLessThanOrEqualTo(6);
        }
    }

    @Nested
    class Defect7PublishingToAHubThatIsGone {

        @Test
        void isBoundedAndEndsAsUnconfirmed() throws Exception {
            peer.onHandshake(request -> HttpAnswer.of(503, ""));
            hub = quick().publishDeadline(SHORT).unsettledLimit(50, 1 << 20).build();
            hub.connect();
            var deliveries = publish(200);
            assertThat(get(deliveries.get(199))).isEqualTo(Delivery.unconfirmed("too much is waiting to be sent"));
            assertThat(get(deliveries.get(0)).detail()).isEqualTo("not sent within 200 ms: no live connection");
            assertNothingIsOwed();
        }
    }

    @Nested
    class Defect8BeingConnected {

        @Test
        void meansSubscribedSoThatNothingOvertakes() throws Exception {
            hub.subscribe("topic=news", PythonClientDefectsTest.this::hear);
            live();
            peer.nextConnection().abort();
            get(hub.publish(Event.of("news", JsonValue.NULL)));
            var texts = peer.nextConnection().texts();
            assertThat(topicsOf(texts.subList(0, 3)))
                    .containsExactly("ftrack.meta.subscribe", "ftrack.meta.subscribe", "news");
            nextHeard();
        }

        @Test
        void bringsBackWhatTheGapSwallowed() throws Exception {
            hub = quick().catchUp(
                            since -> CompletableFuture.completedStage(List.of(Event.of("news", JsonValue.TRUE)
                                    .withId("missed-after-" + since.eventId().orElse("")))),
                            LONG)
                    .build();
            hub.subscribe("topic=news", PythonClientDefectsTest.this::hear);
            live();
            var connection = peer.nextConnection();
            connection.deliver(Event.of("news", JsonValue.NULL).withId("e1"));
            nextHeard();
            connection.abort();
            assertThat(nextHeard().id()).isEqualTo("missed-after-e1");
        }
    }

    @Nested
    class Defect9Logging {

        @Test
        void outlivesAReconnect() throws Exception {
            var records = new CopyOnWriteArrayList<String>();
            var logger = Logger.getLogger("studio.application");
            var handler = new Handler() {
                @Override
                public void publish(LogRecord record) {
                    records.add(record.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
            logger.addHandler(handler);
            var level = Logger.getLogger("").getLevel();
            try {
                live();
                watch();
                peer.nextConnection().abort();
                awaitState(HubState.WAITING);
                awaitState(HubState.LIVE);
                logger.log(Level.INFO, "still here");
                assertThat(records).containsExactly("still here");
                assertThat(Logger.getLogger("").getLevel()).isEqualTo(level);
            } finally {
                logger.removeHandler(handler);
            }
        }
    }

    @Nested
    class Defect10EnvelopesOfOtherShapes {

        @Test
        void areHeardAndTheirDataIsLeftAlone() throws Exception {
            hub.subscribe("topic=news", PythonClientDefectsTest.this::hear);
            live();
            peer.nextConnection()
                    .send("5:::{\"name\":\"other\",\"args\":[{\"topic\":\"news\",\"extra\":1,\"data\":"
                            + "{\"inReplyToEvent\":1,\"in_reply_to_event\":2}}]}");
            assertThat(nextHeard().data())
                    .isEqualTo(JsonText.parseObject("{\"inReplyToEvent\":1,\"in_reply_to_event\":2}"));
        }
    }

    @Nested
    class Defect11ErrorsOfHttp {

        @ParameterizedTest
        @ValueSource(ints = {400, 404, 418, 429, 500, 502, 503})
        void areSaidAndTriedAgainWhateverTheyAre(int status) throws Exception {
            peer.onHandshake(request -> HttpAnswer.of(status, "?"));
            hub.connect();
            assertThat(get(hub.firstSettled()).detail())
                    .contains("the server answers the handshake with HTTP " + status);
            peer.onHandshake(request -> HttpAnswer.ok("s:15:60:websocket"));
            assertThat(hub.awaitLive(LONG)).isTrue();
        }
    }

    @Nested
    class Defect12TheSessionId {

        @Test
        void opensOneSocketAndIsNeverSaid() throws Exception {
            var sids = new AtomicInteger();
            peer.onHandshake(request -> HttpAnswer.ok("s3cret" + sids.incrementAndGet() + ":15:60:websocket"));
            live();
            watch();
            var first = peer.nextConnection();
            first.abort();
            awaitState(HubState.LIVE);
            var second = peer.nextConnection();
            assertThat(first.request().path()).endsWith("/s3cret1");
            assertThat(second.request().path()).isNotEqualTo(first.request().path());
            assertThat(hub.status().toString() + moves).doesNotContain("s3cret");
        }
    }

    @Nested
    class Defect13Handlers {

        @Test
        void runWithoutAnybodyWaitingAndAreNotEndedByOneThatThrows() throws Exception {
            hub.subscribe("topic=news", event -> {
                throw new IllegalStateException("broken on purpose");
            });
            hub.subscribe("topic=news", PythonClientDefectsTest.this::hear);
            live();
            hub.publish(Event.of("news", JsonValue.NULL));
            hub.publish(Event.of("news", JsonValue.NULL));
            nextHeard();
            nextHeard();
        }

        @Test
        void thatAreSlowHoldUpNoAcknowledgement() throws Exception {
            var release = new CountDownLatch(1);
            hub.subscribe("topic=news", event -> {
                awaitQuietly(release);
                return Optional.empty();
            });
            live();
            hub.publish(Event.of("news", JsonValue.NULL));
            assertThat(get(hub.publish(Event.of("other", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
            release.countDown();
        }

        @Test
        void areTakenBackBeforeTheGoodbye() throws Exception {
            hub.subscribe("topic=news", PythonClientDefectsTest.this::hear);
            live();
            var connection = peer.nextConnection();
            hub.close();
            assertThat(connection.awaitEnd()).isTrue();
            var texts = connection.texts();
            assertThat(texts).last().isEqualTo("0::");
            assertThat(topicsOf(texts.subList(texts.size() - 3, texts.size() - 1)))
                    .containsOnly("ftrack.meta.unsubscribe");
        }
    }

    @Nested
    class Defect14ExpressionsOnValuesOfOtherKinds {

        @ParameterizedTest
        @ValueSource(strings = {"data.n>5", "data.n=1*", "data.nul=x*", "data.s=\"\"", "data.n.deeper<x", "data=x*"})
        void areFalseAndHoldUpNobody(String expression) throws Exception {
            hub.subscribe("topic=news and " + expression, event -> {
                throw new AssertionError(expression);
            });
            hub.subscribe("topic=news", PythonClientDefectsTest.this::hear);
            live();
            hub.publish(Event.of("news", JsonText.parseObject("{\"n\":10,\"nul\":null,\"s\":\"hello\"}")));
            nextHeard();
            assertThat(hub.status().state()).isEqualTo(HubState.LIVE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  "})
        void areRefusedWhenEmpty(String expression) {
            assertThatExceptionOfType(MalformedExpression.class)
                    .isThrownBy(() -> hub.subscribe(expression, PythonClientDefectsTest.this::hear));
        }
    }

    @Nested
    class Defect15MessagesThatLookLikeTemplates {

        @Test
        void areSaidAsTheyAre() {
            assertThatExceptionOfType(MalformedExpression.class)
                    .isThrownBy(() -> Expression.compile("{details} %s {0}"))
                    .satisfies(e -> assertThat(e.toString()).contains("at position 0"));
            assertThatExceptionOfType(SubscriberNotUnique.class)
                    .isThrownBy(() -> {
                        var odd =
                                Json.createObjectBuilder().add("id", "{key} %d").build();
                        hub.subscribe("topic=a", odd, 1, PythonClientDefectsTest.this::hear);
                        hub.subscribe("topic=a", odd, 1, PythonClientDefectsTest.this::hear);
                    })
                    .withMessageContaining("{key} %d");
        }
    }

    private List<CompletionStage<Delivery>> publish(int count) {
        var deliveries = new ArrayList<CompletionStage<Delivery>>();
        for (var i = 0; i < count; i++) {
            deliveries.add(hub.publish(Event.of("n" + i, JsonValue.NULL)));
        }
        return deliveries;
    }

    private JsonObject self() {
        return Json.createObjectBuilder().add("id", hub.id()).build();
    }
}
