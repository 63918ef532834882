package dev.rushlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.server.api.ApiLimits;
import dev.rushlight.server.event.EventLimits;
import dev.rushlight.server.event.EventLimits.Times;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HubOverSocketTest {
    private static final String SUBSCRIBE = """
            5:1+::{"name":"ftrack.event","args":[{"topic":"ftrack.meta.subscribe","id":"s","data":\
            {"subscriber":{"id":"sub1"},"subscription":"topic=review.*"},"source":{"id":"h"},"target":""}]}""";
    private static final String SUCCESS = "6:::1+[{\"success\":true}]";

    private static HubServer server;

    @BeforeAll
    static void start() throws Exception {
        server = HubServer.start(HubLimits.standard());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void eventsTravelBetweenClients() throws Exception {
        try (var jo = server.connect("jo");
                var ann = server.connect("ann")) {
            ann.says(SUBSCRIBE);
            assertThat(ann.hears()).isEqualTo(SUCCESS);

            jo.says(event("{\"text\":\"é😀\"}"));

            assertThat(ann.hears())
                    .startsWith("5:::{\"name\":\"ftrack.event\",\"args\":[{\"topic\":\"review.done\"")
                    .contains("\"data\":{\"text\":\"é😀\"}", "\"username\":\"jo\"");
            assertThat(server.hub().activity()).satisfies(activity -> {
                assertThat(activity.connections()).isGreaterThanOrEqualTo(2);
                assertThat(activity.subscriptions()).isPositive();
                assertThat(activity.eventsReceived()).isPositive();
                assertThat(activity.eventsDelivered()).isPositive();
            });
        }
    }

    @Test
    void greetingIsTheFirstPacket() throws Exception {
        try (var jo = server.open(server.handshake("jo", server.keyOf("jo")))) {
            assertThat(jo.hears()).isEqualTo("1::");
        }
    }

    @Test
    void sidOpensOneSocketOnly() throws Exception {
        var sid = server.handshake("jo", server.keyOf("jo"));
        try (var first = server.open(sid)) {
            assertThat(first.hears()).isEqualTo("1::");
        }
        try (var second = server.open(sid);
                var guessed = server.open("0123456789abcdef0123456789abcdef")) {
            assertThat(second.hears()).isEqualTo("0::");
            assertThat(second.hears()).isEqualTo("close 1008");
            assertThat(guessed.hears()).isEqualTo("0::");
            assertThat(guessed.hears()).isEqualTo("close 1008");
        }
    }

    @Test
    void longMessageInPartsArrivesWhole() throws Exception {
        try (var jo = server.connect("jo")) {
            jo.says(SUBSCRIBE);
            jo.hears();
            var data = "\"" + "é".repeat(200_000) + "\"";

            jo.saysInParts(event(data), 10_000);

            assertThat(jo.hears()).contains(data);
        }
    }

    @Test
    void tooLongMessageEndsTheConnectionWithAFarewell() throws Exception {
        try (var jo = server.connect("jo")) {
            jo.saysInParts("x".repeat((1 << 20) + 1), 100_000);

            assertThat(jo.hears()).isEqualTo("0::");
            assertThat(jo.hears()).isEqualTo("close 1009");
        }
    }

    @Test
    void binaryMessageHarmsNobody() throws Exception {
        try (var jo = server.connect("jo")) {
            jo.saysBytes(new byte[] {1, 2, 3});
            jo.says(SUBSCRIBE);

            assertThat(jo.hears()).isEqualTo(SUCCESS);
        }
    }

    @Test
    void disconnectingClientIsLetGo() throws Exception {
        try (var jo = server.connect("jo")) {
            jo.says("0::");

            assertThat(jo.hears()).isEqualTo("0::");
            assertThat(jo.hears()).isEqualTo("close 1000");
        }
    }

    @Test
    void revokedKeyEndsItsConnections() throws Exception {
        var issued = server.hub().accounts().issueKey("jo");
        try (var jo = server.open(server.handshake("jo", issued.key()))) {
            jo.hears();

            server.hub().accounts().revoke(issued.id());

            assertThat(jo.hears()).isEqualTo("0::");
            assertThat(jo.hears()).isEqualTo("close 1008");
        }
    }

    @Test
    void stoppingHubSaysGoodbye() throws Exception {
        try (var stopping = HubServer.start(HubLimits.standard());
                var jo = stopping.connect("jo")) {
            stopping.hub().close();

            assertThat(jo.hears()).isEqualTo("0::");
            assertThat(jo.hears()).isEqualTo("close 1001");
        }
    }

    @Test
    void hubBeatsAndEndsSilentConnections() throws Exception {
        var hasty = new Times(
                Duration.ofSeconds(30),
                Duration.ofMillis(50),
                Duration.ofMillis(300),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2));
        var limits = new HubLimits(EventLimits.standard().withTimes(hasty), ApiLimits.standard());
        try (var impatient = HubServer.start(limits);
                var jo = impatient.connect("jo")) {
            assertThat(jo.hears()).isEqualTo("2::");
            jo.says("2:::");
            assertThat(jo.hears()).isEqualTo("2::");
            assertThat(jo.hearsNews()).isEqualTo("0::");
            assertThat(jo.hears()).isEqualTo("close 1001");
        }
    }

    private static String event(String data) {
        return """
                5:::{"name":"ftrack.event","args":[{"topic":"review.done","id":"e1","data":%s,\
                "sent":null,"source":{"id":"h"},"target":"","inReplyToEvent":null}]}""".formatted(data);
    }
}
