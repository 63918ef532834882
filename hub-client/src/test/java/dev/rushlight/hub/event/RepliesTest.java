package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Asking and answering. */
class RepliesTest extends HubAtPeer {

    @Test
    void whatAHandlerAnswersGoesToTheAskerAsTheSubscriber() throws Exception {
        hub.subscribe(
                "topic=ask",
                JsonText.parseObject("{\"id\":\"desk\",\"room\":7}"),
                100,
                event -> Optional.of(Json.createValue("answer")));
        live();
        var asked = Event.of("ask", JsonValue.NULL).withSource(JsonText.parseObject("{\"id\":\"abc-1\"}"));
        peer.nextConnection().deliver(asked);
        var reply = peer.nextEvent("ftrack.meta.reply").event();
        assertThat(reply.data()).isEqualTo(Json.createValue("answer"));
        assertThat(reply.inReplyTo()).contains(asked.id());
        assertThat(reply.target()).isEqualTo("id=abc-1");
        assertThat(reply.sourceId()).contains("desk");
        assertThat(reply.source().getInt("room")).isEqualTo(7);
        assertThat(reply.username()).contains("jo");
    }

    @Test
    void theFirstReplyIsAwaited() throws Exception {
        hub.subscribe("topic=ask", event -> Optional.of(event.data()));
        live();
        var reply = get(hub.publishAndAwaitReply(Event.of("ask", Json.createValue(42)), LONG));
        assertThat(reply.data()).isEqualTo(Json.createValue(42));
    }

    @Test
    void aReplyThatDoesNotComeIsGivenUp() {
        live();
        assertThatNoReply(
                        hub.publishAndAwaitReply(Event.of("ask", JsonValue.NULL).withId("q1"), SHORT))
                .withMessageContaining("No reply to event q1: none within 200 ms")
                .satisfies(failure -> assertThat(isRefused(failure)).isFalse());
    }

    @Test
    void aRefusedRequestIsNotWaitedFor() {
        live();
        answerEvents(event -> "6:::" + event.packetId().getAsLong() + "+[{\"success\":false,\"message\":\"no\"}]");
        assertThatNoReply(
                        hub.publishAndAwaitReply(Event.of("ask", JsonValue.NULL).withId("q1"), LONG))
                .withMessageContaining("No reply to event q1: no")
                .satisfies(failure -> assertThat(isRefused(failure)).isTrue());
    }

    @Test
    void aHandlerThatReturnsNullAnswersNothingAndHarmsNobody() {
        hub.subscribe("topic=ask", event -> null);
        hub.subscribe("topic=ask", event -> Optional.of(JsonValue.TRUE));
        assertThat(hub.publishLocally(Event.of("ask", JsonValue.NULL))).containsExactly(JsonValue.TRUE);
    }

    private static boolean isRefused(Throwable failure) {
        return failure.getCause() instanceof NoReply nobody && nobody.isRefused();
    }

    @Test
    void anAskerWithoutAnIdGetsNoReply() throws Exception {
        assertThat(get(hub.reply(Event.of("ask", JsonValue.NULL), JsonValue.TRUE))
                        .result())
                .isEqualTo(Delivery.Result.REFUSED);
    }

    @Test
    void severalRepliesAreCollectedUntilThereAreEnough() throws Exception {
        for (var i = 0; i < 5; i++) {
            var answer = Json.createValue(i);
            hub.subscribe("topic=ask", event -> Optional.of(answer));
        }
        live();
        var replies = get(hub.publishAndCollect(Event.of("ask", JsonValue.NULL), LONG, 3));
        assertThat(replies).extracting(reply -> reply.data().toString()).containsExactly("0", "1", "2");
        assertNothingIsOwed();
    }

    @Test
    void theRepliesThatCameByTheDeadlineAreTheResult() throws Exception {
        hub.subscribe("topic=ask", event -> Optional.of(JsonValue.TRUE));
        live();
        assertThat(get(hub.publishAndCollect(Event.of("ask", JsonValue.NULL), SHORT, 10)))
                .hasSize(1);
        assertThat(get(hub.publishAndCollect(Event.of("silence", JsonValue.NULL), SHORT, 10)))
                .isEmpty();
        assertNothingIsOwed();
    }

    @Test
    void aRepeatedReplyCountsOnce() throws Exception {
        live();
        var connection = peer.nextConnection();
        var request = Event.of("ask", JsonValue.NULL).withId("q1");
        var replies = hub.publishAndCollect(request, LONG, 2);
        peer.nextEvent("ask");
        var first = Event.replyTo(peerSide(request), Json.createValue(1));
        connection.deliver(first);
        connection.deliver(first);
        connection.deliver(Event.replyTo(peerSide(request), Json.createValue(2)));
        assertThat(get(replies)).extracting(reply -> reply.data().toString()).containsExactly("1", "2");
    }

    @Test
    void aReplyThatComesTooLateIsHeardBySubscribersOnly() throws Exception {
        hub.subscribe("topic=ftrack.meta.reply", this::hear);
        live();
        var connection = peer.nextConnection();
        var request = Event.of("ask", JsonValue.NULL).withId("q1");
        assertThatNoReply(hub.publishAndAwaitReply(request, SHORT));
        connection.deliver(Event.replyTo(peerSide(request), JsonValue.TRUE).withTarget(""));
        assertThat(nextHeard().inReplyTo()).contains("q1");
        assertNothingIsOwed();
    }

    @Test
    void everyWaitForRepliesEndsAndLeavesNothingBehind() throws Exception {
        live();
        for (var i = 0; i < 50; i++) {
            hub.publishAndAwaitReply(Event.of("ask", JsonValue.NULL), SHORT);
            hub.publishAndCollect(Event.of("ask", JsonValue.NULL), SHORT, 5);
        }
        assertThat(get(hub.counts()).replies()).isEqualTo(100);
        assertThatNoReply(hub.publishAndAwaitReply(Event.of("ask", JsonValue.NULL), SHORT.multipliedBy(2)));
        assertNothingIsOwed();
    }

    @Test
    void aRepliedEventWhoseAcknowledgementIsLostIsAnsweredAllTheSame() throws Exception {
        hub = quick().publishDeadline(SHORT).build();
        live();
        var connection = peer.nextConnection();
        var request = Event.of("ask", JsonValue.NULL).withId("q1");
        peer.onEvent((from, event) -> connection.deliver(Event.replyTo(peerSide(request), JsonValue.TRUE)));
        assertThat(get(hub.publishAndCollect(request, SHORT.multipliedBy(3), 10)))
                .isNotEmpty();
        assertNothingIsOwed();
    }

    @Test
    void twoCannotWaitForTheSameEvent() throws Exception {
        live();
        var request = Event.of("ask", JsonValue.NULL).withId("q1");
        hub.publishAndCollect(request, LONG, 2);
        assertThatNoReply(hub.publishAndAwaitReply(request, LONG)).withMessageContaining("one is awaited already");
    }

    @Test
    void noRepliesAtAllCannotBeWanted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hub.publishAndCollect(Event.of("ask", JsonValue.NULL), LONG, 0));
    }

    /** The request as the server passes it on. */
    private Event peerSide(Event request) {
        return request.withSource(Json.createObjectBuilder().add("id", hub.id()).build());
    }
}
