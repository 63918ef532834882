package dev.rushlight.server.event;

import static dev.rushlight.server.event.TestClient.event;
import static dev.rushlight.server.event.TestClient.targeted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.server.ManualTicker;
import dev.rushlight.server.account.AccountId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final ManualTicker ticker = new ManualTicker();
    private final Router router = new Router();
    private final TestClient jo = client("jo");
    private final TestClient ann = client("ann");

    @Test
    void eventReachesWhoeverSubscribed() {
        ann.subscribed("s1", "topic=ftrack.update");
        jo.hears();

        jo.says("5:::" + event("ftrack.update", "{\"text\":\"a:b::c – é😀\"}"));

        assertThat(ann.hears()).containsExactly("""
                5:::{"name":"ftrack.event","args":[{"topic":"ftrack.update","id":"e1",\
                "data":{"text":"a:b::c – é😀"},"sent":null,\
                "source":{"id":"hub1","user":{"username":"jo","id":"%s"}},\
                "target":"","inReplyToEvent":null}]}""".formatted(jo.userId()));
        assertThat(jo.hears()).isEmpty();
    }

    @Test
    void publisherGetsItsOwnEvent() {
        jo.subscribed("s1", "topic=x");

        assertThat(jo.says("5:2+::" + event("x", "{}")).hears())
                .hasSize(2)
                .anyMatch(packet -> packet.startsWith("5:::{"))
                .contains("6:::2+[{\"success\":true}]");
    }

    @Test
    void eventReachesAConnectionOnce() {
        ann.subscribed("s1", "topic=x").subscribed("s2", "topic=x").subscribed("s3", "topic=*");

        jo.says("5:::" + event("x", "{}"));

        assertThat(ann.hears()).hasSize(1);
    }

    @Test
    void subscriptionCountsForTheVeryNextEvent() {
        jo.hears();
        jo.says("5:1+::" + TestClient.subscription("s1", "topic=x"));
        jo.says("5:::" + event("x", "{}"));

        assertThat(jo.hears()).hasSize(2).last().asString().startsWith("5:::");
    }

    @Test
    void eventsOfAPublisherStayInOrder() {
        ann.subscribed("s1", "topic=x");

        IntStream.range(0, 100).forEach(i -> jo.says("5:::" + event("x", "{\"n\":%d}".formatted(i))));

        var heard = ann.hears();
        assertThat(heard).hasSize(100);
        IntStream.range(0, 100).forEach(i -> assertThat(heard.get(i)).contains("\"data\":{\"n\":%d}".formatted(i)));
    }

    @Test
    void eventsOfEachPublisherStayInOrderWhenManyPublishAtOnce() {
        ann.subscribed("s1", "topic=x");

        var publishers = IntStream.range(0, 4)
                .mapToObj(p -> CompletableFuture.runAsync(() -> publishNumbered(client("p" + p), p)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(publishers).join();

        var heard = ann.hears();
        assertThat(heard).hasSize(4_000);
        IntStream.range(0, 4)
                .forEach(p -> assertThat(heard.stream()
                                .filter(packet -> packet.contains("\"p\":%d,".formatted(p)))
                                .map(packet -> packet.replaceAll(".*\"n\":(\\d+).*", "$1"))
                                .map(Integer::valueOf))
                        .hasSize(1_000)
                        .isSorted());
    }

    private static void publishNumbered(TestClient publisher, int p) {
        IntStream.range(0, 1_000)
                .forEach(n -> publisher.says("5:::" + event("x", "{\"p\":%d,\"n\":%d}".formatted(p, n))));
    }

    @Test
    void quirksOfExpressionsHold() {
        ann.subscribed("s1", "topic=rack.up* and not data.missing=x and data.n!=10");

        jo.says("5:::" + event("ftrack.update", "{\"n\":10}"));

        assertThat(ann.hears()).hasSize(1);
    }

    @Test
    void targetPicksSubscribersByTheirMetadata() {
        ann.says("5:1+::" + event("ftrack.meta.subscribe", """
                {"subscriber":{"id":"a","applicationId":"maya"},"subscription":"topic=x"}"""));
        jo.says("5:1+::" + event("ftrack.meta.subscribe", """
                {"subscriber":{"id":"b","applicationId":"nuke"},"subscription":"topic=x"}"""));
        ann.hears();
        jo.hears();

        jo.says("5:::" + targeted("x", "{}", "applicationId=maya"));

        assertThat(ann.hears()).hasSize(1);
        assertThat(jo.hears()).isEmpty();
    }

    @Test
    void targetAndExpressionMustMatchTheSameSubscription() {
        ann.subscribed("a", "topic=x").subscribed("b", "topic=y");

        jo.says("5:::" + targeted("x", "{}", "id=b"));

        assertThat(ann.hears()).isEmpty();
    }

    @Test
    void replyReachesTheAsker() {
        ann.subscribed("29cd-4f", "topic=ftrack.meta.reply");
        jo.subscribed("77aa", "topic=ftrack.meta.reply");

        jo.says("""
                5:1+::{"name":"ftrack.event","args":[{"topic":"ftrack.meta.reply","id":"r1","data":{"answer":42},\
                "sent":null,"source":{"id":"sub","applicationId":"x"},"target":"id=29cd-4f","inReplyToEvent":"q1"}]}""");

        assertThat(ann.hears())
                .singleElement()
                .asString()
                .contains("\"inReplyToEvent\":\"q1\"")
                .contains("\"applicationId\":\"x\"")
                .contains("\"data\":{\"answer\":42}");
        assertThat(jo.hears()).containsExactly("6:::1+[{\"success\":true}]");
    }

    @Test
    void unreadableTargetReachesNobodyAndIsRefused() {
        ann.subscribed("s1", "topic=x");
        jo.hears();

        jo.says("5:1+::" + targeted("x", "{}", "id==broken"));

        assertThat(ann.hears()).isEmpty();
        assertThat(jo.hears())
                .singleElement()
                .asString()
                .startsWith("6:::1+[{\"success\":false,\"message\":\"The target cannot be understood: ");
    }

    @Test
    void userOfTheSourceIsTheOneOfTheKey() {
        ann.subscribed("s1", "topic=x");

        jo.says("""
                5:::{"name":"ftrack.event","args":[{"topic":"x","id":"e1","source":{"id":"h","host":"ws12",\
                "user":{"username":"boss","id":"1","admin":true}}}]}""");

        assertThat(ann.hears()).containsExactly("""
                5:::{"name":"ftrack.event","args":[{"topic":"x","id":"e1","data":{},"sent":null,\
                "source":{"id":"h","host":"ws12","user":{"username":"jo","id":"%s"}},\
                "target":"","inReplyToEvent":null}]}""".formatted(jo.userId()));
    }

    @Test
    void unknownKeysOfTheEnvelopeAreLeftOut() {
        ann.subscribed("s1", "topic=x");

        jo.says("5:::{\"name\":\"ftrack.event\",\"args\":[{\"topic\":\"x\",\"id\":\"e1\",\"extra\":1}]}");

        assertThat(ann.hears()).singleElement().asString().doesNotContain("extra");
    }

    @Test
    void stalledSubscriberDoesNotHoldTheOthersUp() {
        var stalled = client("stalled").subscribed("s1", "topic=x");
        stalled.wire().stopReading();
        ann.subscribed("s1", "topic=x");

        IntStream.range(0, 12_000).forEach(i -> jo.says("5:::" + event("x", "{}")));

        assertThat(ann.hears()).hasSize(12_000);
        assertThat(stalled.wire().sent()).hasSize(1);
    }

    @Test
    void withdrawnAccountIsCutOffWithAFarewell() {
        ann.hears();
        jo.hears();

        router.withdraw(new AccountId(UUID.fromString(jo.userId())));

        assertThat(jo.hears()).containsExactly("0::");
        assertThat(jo.wire().ending()).contains(Ending.ACCOUNT_WITHDRAWN);
        assertThat(ann.hears()).isEmpty();
    }

    @Test
    void shutDownSaysGoodbyeToEverybody() {
        ann.hears();
        jo.hears();

        router.shutDown(Duration.ZERO);

        assertThat(jo.hears()).containsExactly("0::");
        assertThat(ann.hears()).containsExactly("0::");
        assertThat(ann.wire().ending()).contains(Ending.SHUTDOWN);
    }

    @Test
    void activityIsCounted() {
        ann.subscribed("s1", "topic=x");
        jo.subscribed("s1", "topic=x").subscribed("s2", "topic=y");

        jo.says("5:::" + event("x", "{}")).says("5:::" + event("z", "{}"));

        assertThat(router.connectionCount()).isEqualTo(2);
        assertThat(router.subscriptionCount()).isEqualTo(3);
        assertThat(router.receivedCount()).isEqualTo(2);
        assertThat(router.deliveredCount()).isEqualTo(2);
    }

    private TestClient client(String username) {
        return new TestClient(username, router, EventLimits.standard(), ticker);
    }
}
