package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** What a hub tells of its connection. */
class HubListenerTest extends HubAtPeer {

    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

    @Test
    void aConnectionIsToldFromItsFirstTryToItsEnd() throws Exception {
        hub.subscribe("topic=a", this::hear);
        hub.subscribe("topic=b", this::hear);
        hub.listen(new Notes());
        live();
        peer.onEvent((connection, event) -> {});
        hub.publish(Event.of("n", JsonValue.NULL).withId("n1"));
        hub.publish(Event.of("n", JsonValue.NULL).withId("n2"));
        peer.nextEvent("n");
        peer.nextEvent("n");
        peer.onEvent((connection, event) -> connection.behave(event));
        peer.nextConnection().closeDecently();
        assertThat(drain(news, 11))
                .containsExactly(
                        "CONNECTING",
                        "opened",
                        "LIVE",
                        "subscribed 2",
                        "lost: the hub ended the connection",
                        "WAITING",
                        "CONNECTING",
                        "opened",
                        "LIVE",
                        "subscribed 2",
                        "resent 2");
        hub.close();
        assertThat(drain(news, 1)).containsExactly("CLOSED");
    }

    @Test
    void aTryThatFailsIsToldWithItsReason() throws Exception {
        peer.onHandshake(request -> HttpAnswer.of(503, ""));
        hub.listen(new Notes());
        hub.connect();
        assertThat(drain(news, 3))
                .containsExactly("CONNECTING", "unreached: the server answers the handshake with HTTP 503", "WAITING");
    }

    @Test
    void wrongCredentialsAreTold() throws Exception {
        peer.onHandshake(request -> HttpAnswer.of(401, ""));
        hub.listen(new Notes());
        hub.connect();
        assertThat(drain(news, 3))
                .containsExactly("CONNECTING", "REFUSED", "refused: The server refuses user jo (HTTP 401)");
    }

    @Test
    void aRefusedSubscriptionIsToldInTheServersWords() throws Exception {
        peer.onEvent((connection, event) -> {
            if (event.event().toString().contains("topic=odd")) {
                connection.send(
                        "6:::" + event.packetId().getAsLong() + "+[{\"success\":false,\"message\":\"too odd\"}]");
            } else {
                connection.behave(event);
            }
        });
        hub.subscribe("topic=odd", this::hear);
        hub.listen(new Notes());
        live();
        assertThat(drain(news, 4)).containsExactly("CONNECTING", "opened", "refuses topic=odd: too odd", "LIVE");
    }

    @Test
    void whatCannotBeReadIsToldWithItsReason() throws Exception {
        hub = quick().messageLimit(100_000).build();
        hub.listen(new Notes());
        live();
        drain(news, 4);
        var connection = peer.nextConnection();
        connection.send("garbage");
        connection.send("5:::{\"name\":\"ftrack.event\",\"args\":[{\"topic\":7}]}");
        connection.send("5:::" + "[".repeat(50_000));
        connection.sendFragmented("5:::" + "x".repeat(200_000), 1_000);
        assertThat(drain(news, 6))
                .satisfiesExactly(
                        packet -> assertThat(packet).isEqualTo("unreadable: Not a packet: \"garbage\""),
                        event -> assertThat(event)
                                .isEqualTo("unreadable: an event cannot be read: The event's topic is not a text"),
                        text -> assertThat(text)
                                .isEqualTo("in its place: {\"name\":\"ftrack.event\",\"args\":[{\"topic\":7}]}"),
                        deep -> assertThat(deep).contains("nested deeper than 64"),
                        text -> assertThat(text).startsWith("in its place: [[["),
                        large -> assertThat(large)
                                .isEqualTo("unreadable: a message of 200004 bytes is too long and was thrown away"));
    }

    @Test
    void aThrowingListenerHarmsNobody() throws Exception {
        hub.onStatus(status -> {
            throw new IllegalStateException("broken on purpose");
        });
        hub.listen(new Notes());
        live();
        assertThat(drain(news, 4)).containsExactly("CONNECTING", "opened", "LIVE", "subscribed 0");
    }

    @Test
    void aListenerThatHangsHarmsNobody() throws Exception {
        var never = new CountDownLatch(1);
        for (var i = 0; i < 10; i++) {
            hub.onStatus(status -> awaitQuietly(never));
        }
        hub.listen(new Notes());
        hub.subscribe("topic=news", this::hear);
        live();
        assertThat(drain(news, 4)).containsExactly("CONNECTING", "opened", "LIVE", "subscribed 1");
        assertThat(get(hub.publish(Event.of("news", JsonValue.NULL))).detail()).isEmpty();
        nextHeard();
        never.countDown();
    }

    @Test
    void whoNoLongerListensIsNotTold() throws Exception {
        var stop = hub.listen(new Notes());
        live();
        drain(news, 4);
        stop.run();
        watch();
        peer.nextConnection().closeDecently();
        awaitState(HubState.LIVE);
        assertThat(news).isEmpty();
    }

    @Test
    void aListenerThatIsFarBehindMissesNewsAndHoldsNoMemory() {
        var waiting = new ArrayList<Runnable>();
        var told = new ArrayList<String>();
        var board = new HubNews(HubStatus.idle(Instant.EPOCH), waiting::add, Runnable::run);
        board.follow(new HubListener() {
            @Override
            public void unreadable(String why) {
                told.add(why);
            }
        });
        for (var i = 0; i < 5_000; i++) {
            var why = "number " + i;
            board.tell(listener -> listener.unreadable(why));
        }
        List.copyOf(waiting).forEach(Runnable::run);
        assertThat(told).hasSize(1_000).startsWith("number 0").endsWith("number 999");
        board.tell(listener -> listener.unreadable("again"));
        waiting.get(waiting.size() - 1).run();
        assertThat(told).endsWith("again");
    }

    /** Writes everything down as one line. */
    private final class Notes implements HubListener {

        @Override
        public void moved(HubStatus status) {
            news.add(status.state().toString());
        }

        @Override
        public void opened() {
            news.add("opened");
        }

        @Override
        public void unreached(String why) {
            news.add("unreached: " + why);
        }

        @Override
        public void refused(String why) {
            news.add("refused: " + why);
        }

        @Override
        public void subscribed(int subscriptions) {
            news.add("subscribed " + subscriptions);
        }

        @Override
        public void subscriptionRefused(Subscription subscription, String why) {
            news.add("refuses " + subscription.expression() + ": " + why);
        }

        @Override
        public void resent(int publications) {
            news.add("resent " + publications);
        }

        @Override
        public void lost(String why) {
            news.add("lost: " + why);
        }

        @Override
        public void unreadable(String why) {
            news.add("unreadable: " + why);
        }

        @Override
        public void unreadableEvent(String text, String why) {
            news.add("in its place: " + text);
        }
    }
}
