package dev.rushlight.server.event;

import static dev.rushlight.server.event.TestClient.event;
import static dev.rushlight.server.event.TestClient.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.server.ManualTicker;
import dev.rushlight.server.account.Account;
import dev.rushlight.server.account.AccountId;
import jakarta.websocket.SendHandler;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {
    private static final EventLimits LIMITS = EventLimits.standard();
    private static final String TAKEN = "6:::1+[{\"success\":true}]";

    private final ManualTicker ticker = new ManualTicker();
    private final Router router = new Router();
    private final TestClient client = new TestClient("jo", router, LIMITS, ticker);

    @Test
    void greetingComesFirst() {
        assertThat(client.hears()).containsExactly("1::");
    }

    @Test
    void subscribingIsAcknowledged() {
        client.hears();

        client.says("""
                5:1+::{"name": "ftrack.event", "args": [{"id": "87ab", "data": {"subscriber": {"id": "29cd"}, \
                "subscription": "topic=ftrack.meta.reply"}, "topic": "ftrack.meta.subscribe", "sent": null, \
                "source": {"id": "29cd", "user": {"username": "jo"}, "host": "ws12"}, "target": "", \
                "inReplyToEvent": null}]}""");

        assertThat(client.hears()).containsExactly(TAKEN);
        assertThat(router.subscriptionCount()).isEqualTo(1);
    }

    @Test
    void eventWithoutAnIdIsNotAcknowledged() {
        client.hears();

        client.says("5:::" + subscription("s1", "topic=x"));
        client.says("5:::" + event("x", "{}"));

        assertThat(client.hears()).singleElement().asString().startsWith("5:::{");
    }

    @Test
    void idWithoutPlusIsAcknowledgedToo() {
        client.hears();

        client.says("5:1::" + event("x", "{}"));

        assertThat(client.hears()).containsExactly(TAKEN);
    }

    @Test
    void eventNobodyWantsIsTaken() {
        client.hears();

        assertThat(client.says("5:1+::" + event("x", "{}")).hears()).containsExactly(TAKEN);
    }

    @Test
    void repeatedSubscriptionReplacesTheFormer() {
        client.subscribed("s1", "topic=x").subscribed("s1", "topic=x").subscribed("s1", "topic=y");

        assertThat(router.subscriptionCount()).isEqualTo(1);
        assertThat(client.says("5:::" + event("x", "{}")).hears()).isEmpty();
        assertThat(client.says("5:::" + event("y", "{}")).hears()).hasSize(1);
    }

    @Test
    void unsubscribedIsNotDeliveredAnyMore() {
        client.subscribed("s1", "topic=x");

        client.says("5:1+::" + event("ftrack.meta.unsubscribe", "{\"subscriber\":{\"id\":\"s1\"}}"));
        client.says("5:2+::" + event("ftrack.meta.unsubscribe", "{\"subscriber\":{\"id\":\"unknown\"}}"));
        client.says("5:::" + event("x", "{}"));

        assertThat(client.hears()).containsExactly(TAKEN, "6:::2+[{\"success\":true}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "{\"subscriber\":{}}",
                "{\"subscriber\":\"s1\",\"subscription\":\"topic=x\"}",
                "{\"subscriber\":{\"id\":7},\"subscription\":\"topic=x\"}",
                "{\"subscriber\":{\"id\":\"\"},\"subscription\":\"topic=x\"}",
                "{\"subscriber\":{\"id\":\"s1\"}}",
                "{\"subscriber\":{\"id\":\"s1\"},\"subscription\":null}",
                "{\"subscriber\":{\"id\":\"s1\"},\"subscription\":\"\"}",
                "{\"subscriber\":{\"id\":\"s1\"},\"subscription\":\"topic==x\"}",
                "{\"subscriber\":{\"id\":\"s1\"},\"subscription\":\"a=b c=d\"}"
            })
    void badSubscriptionIsRefusedWithAReason(String data) {
        client.hears();

        client.says("5:1+::" + event("ftrack.meta.subscribe", data));

        assertThat(client.hears())
                .singleElement()
                .asString()
                .matches("6:::1\\+\\[\\{\"success\":false,\"message\":\".+\"}]");
        assertThat(router.subscriptionCount()).isZero();
    }

    @Test
    void badSubscriptionLeavesTheFormerInPlace() {
        client.subscribed("s1", "topic=x").subscribed("s1", "topic==y");

        assertThat(client.says("5:::" + event("x", "{}")).hears()).hasSize(1);
    }

    @Test
    void connectionHoldsAtMostAThousandSubscriptions() {
        IntStream.range(0, 1_000).forEach(i -> client.subscribed("s" + i, "topic=x"));

        client.says("5:1+::" + subscription("one more", "topic=x"));
        client.says("5:2+::" + subscription("s1", "topic=y"));

        assertThat(client.hears())
                .containsExactly(
                        "6:::1+[{\"success\":false,\"message\":\"A connection has at most 1000 subscriptions\"}]",
                        "6:::2+[{\"success\":true}]");
    }

    @Test
    void subscriberHasBoundedMetadata() {
        client.hears();

        client.says("5:1+::" + event("ftrack.meta.subscribe", """
                {"subscriber":{"id":"s1","note":"%s"},"subscription":"topic=x"}""".formatted("x".repeat(16_384))));

        assertThat(client.hears())
                .containsExactly(
                        "6:::1+[{\"success\":false,\"message\":\"A subscriber has at most 16384 bytes of metadata\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "x",
                "9::",
                "5",
                "5:",
                "5::",
                "5:::",
                "5:x+::{}",
                "5:+::{}",
                "6:::x",
                "55:::{}",
                "5:99999999999999999999+::{}",
                "\u0000",
                "5:::{",
                "5:::nonsense",
                "5:::[]",
                "5:::{}",
                "5:::{\"args\":[]}",
                "5:::{\"args\":[null]}",
                "5:::{\"args\":[{}]}",
                "5:::{\"args\":[{\"topic\":null}]}",
                "5:::{\"args\":[{\"topic\":\"x\",\"source\":[]}]}"
            })
    void malformedPacketHarmsNobody(String packet) {
        client.hears();

        client.says(packet);

        assertThat(client.hears()).isEmpty();
        assertThat(client.says("5:1+::" + event("x", "{}")).hears()).containsExactly(TAKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"name\":\"ftrack.event\",\"args\":[]}",
                "{\"name\":\"ftrack.event\",\"args\":[{}]}",
                "{\"name\":\"ftrack.event\",\"args\":[{\"topic\":\"x\",\"topic\":\"y\"}]}",
                "{\"name\":\"ftrack.event\",\"args\":[{\"topic\":\"x\",\"data\":1e999999}]}"
            })
    void unreadableEventIsRefusedInItsAcknowledgement(String json) {
        client.hears();

        client.says("5:1+::" + json);

        assertThat(client.hears()).singleElement().asString().startsWith("6:::1+[{\"success\":false,\"message\":\"");
    }

    @Test
    void deepNestingIsRefused() {
        client.hears();

        client.says("5:1+::" + event("x", "[".repeat(50_000) + "]".repeat(50_000)));

        assertThat(client.hears()).singleElement().asString().startsWith("6:::1+[{\"success\":false,");
    }

    @Test
    void otherPacketsAreHeardAndIgnored() {
        client.hears();

        for (var packet :
                new String[] {"1::", "2::", "2:::", "3:::text", "4:::{}", "6:::1+[{}]", "7:::reason+advice", "8::"}) {
            client.says(packet);
        }

        assertThat(client.hears()).isEmpty();
        assertThat(client.wire().ending()).isEmpty();
    }

    @Test
    void whatIsNoEventIsToldWithItsReason() {
        client.says("5:1+::{\"name\": \"ftrack.event\", \"args\": [{\"topic\": NaN}]}");
        client.says("5:::" + event("x", "{}"));
        client.says("5:::{}");

        assertThat(client.unreadable())
                .containsExactly(
                        new UnreadableEvent(
                                "jo",
                                "{\"name\": \"ftrack.event\", \"args\": [{\"topic\": NaN}]}",
                                "Malformed JSON at line 1, column 45: NaN is no JSON value, but true, false and null are"),
                        new UnreadableEvent("jo", "{}", "The packet carries no event"));
    }

    @Test
    void hundredMalformedMessagesAreForgivenAndNoMore() {
        client.hears();
        IntStream.range(0, 100).forEach(i -> client.says("nonsense"));
        assertThat(client.hears()).isEmpty();

        client.says("nonsense");

        assertThat(client.hears()).containsExactly("0::");
        assertThat(client.wire().ending()).contains(Ending.TOO_MANY_MALFORMED);
        assertThat(client.says("5:1+::" + event("x", "{}")).hears()).isEmpty();
    }

    @Test
    void clientThatDisconnectsIsLetGo() {
        client.hears();

        client.says("0::");

        assertThat(client.hears()).containsExactly("0::");
        assertThat(client.wire().ending()).contains(Ending.CLIENT_LEFT);
    }

    @Test
    void heartbeatComesEveryFiveSeconds() {
        client.hears();
        for (var second = 1; second <= 15; second++) {
            ticker.advance(Duration.ofSeconds(1));
            router.beat();
        }

        assertThat(client.hears()).containsExactly("2::", "2::", "2::");
    }

    @Test
    void connectionThatFailsHoldsUpNoOthersHeartbeat() {
        var account = new Account(new AccountId(UUID.randomUUID()), "broken");
        // The order of connections is arbitrary, so several fail and several hear.
        IntStream.range(0, 20)
                .forEach(i ->
                        router.join(new Connection(account, new BrokenWire(), router, LIMITS, ticker, event -> {})));
        var healthy = IntStream.range(0, 20)
                .mapToObj(i -> new TestClient("user" + i, router, LIMITS, ticker))
                .toList();
        healthy.forEach(TestClient::hears);

        ticker.advance(LIMITS.times().heartbeat());
        router.beat();

        assertThat(healthy).allSatisfy(it -> assertThat(it.hears()).containsExactly("2::"));
    }

    private record BrokenWire() implements Wire {
        @Override
        public void send(String text, SendHandler done) {
            throw new IllegalStateException("broken on purpose");
        }

        @Override
        public void close(Ending ending) {}
    }

    @Test
    void anyMessageKeepsTheConnectionAlive() {
        for (var minute = 0; minute < 5; minute++) {
            ticker.advance(Duration.ofSeconds(60));
            client.says("2:::");
            router.beat();
        }

        assertThat(client.wire().ending()).isEmpty();
    }

    @Test
    void silentClientIsLetGoAfterAMinute() {
        ticker.advance(Duration.ofSeconds(60));
        router.beat();
        assertThat(client.wire().ending()).isEmpty();
        client.hears();

        ticker.advance(Duration.ofMillis(1));
        router.beat();

        assertThat(client.hears()).containsExactly("0::");
        assertThat(client.wire().ending()).contains(Ending.SILENT);
    }

    @Test
    void clientThatDoesNotReadIsLetGoAfterTenSeconds() {
        client.subscribed("s1", "topic=x");
        client.wire().stopReading();
        client.says("5:::" + event("x", "{}"));
        ticker.advance(Duration.ofSeconds(10));
        router.beat();
        assertThat(client.wire().ending()).isEmpty();

        ticker.advance(Duration.ofSeconds(3));
        router.beat();
        ticker.advance(Duration.ofSeconds(3));
        router.beat();

        assertThat(client.wire().sent()).last().isEqualTo("0::");
        assertThat(client.wire().ending()).contains(Ending.TOO_SLOW);
        assertThat(router.connectionCount()).isZero();
    }

    @Test
    void clientWithTooLongABacklogIsLetGoAtOnce() {
        client.subscribed("s1", "topic=x");
        client.wire().stopReading();

        IntStream.rangeClosed(0, LIMITS.queuedMessages() + 1).forEach(i -> client.says("5:::" + event("x", "{}")));
        client.wire().readAgain();

        assertThat(client.wire().sent()).hasSize(2).last().isEqualTo("0::");
        assertThat(client.wire().ending()).contains(Ending.TOO_SLOW);
    }

    @Test
    void closedConnectionTakesItsSubscriptionsAlong() {
        client.subscribed("s1", "topic=x");

        client.connection().closed();

        assertThat(router.connectionCount()).isZero();
        assertThat(router.subscriptionCount()).isZero();
        assertThat(client.connection().gone()).isCompleted();
    }

    @Test
    void connectionWhoseSocketBrokeLeavesWithTheNextBeat() {
        client.wire().stopReading();
        client.says("5:1+::" + event("x", "{}"));
        client.wire().breakDown();

        router.beat();

        assertThat(router.connectionCount()).isZero();
    }
}
