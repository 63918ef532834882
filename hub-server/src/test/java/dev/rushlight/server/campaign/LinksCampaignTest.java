package dev.rushlight.server.campaign;

import static dev.rushlight.server.campaign.LinkFault.FIN;
import static dev.rushlight.server.campaign.LinkFault.HALF_CLOSED;
import static dev.rushlight.server.campaign.LinkFault.RST;
import static dev.rushlight.server.campaign.LinkFault.TRUNCATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.HubState;
import dev.rushlight.server.campaign.HistoryChecker.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the client promises while its link to the real hub resets, ends, goes silent or is refused. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LinksCampaignTest {
    private static final int RATE = 100;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SHORT_SILENCE = Duration.ofSeconds(2);
    // So that there is always something on its way that a fault can hit.
    private static final Duration FLIGHT = Duration.ofMillis(10);
    private static final Duration OUTAGE = Duration.ofSeconds(2);

    private static CampaignHub server;

    @BeforeAll
    static void start() throws Exception {
        server = CampaignHub.start();
        try (var warmUp = new TriedClient(server, "warm-up", builder -> builder)) {
            warmUp.goLive(RATE);
            for (var i = 0; i < 20; i++) {
                warmUp.publishAtOnce(100);
            }
            warmUp.finish();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<List<LinkFault>> strikes() {
        return Campaign.isFull()
                ? Stream.of(RST, FIN, TRUNCATED, HALF_CLOSED).map(fault -> Collections.nCopies(20, fault))
                : Stream.of(List.of(RST, FIN, RST, TRUNCATED, RST, HALF_CLOSED));
    }

    @ParameterizedTest
    @MethodSource("strikes")
    void nothingIsLostDoubledOrReorderedWhileTheLinkBreaks(List<LinkFault> faults) throws Exception {
        var part = Campaign.isFull() ? "links-" + faults.get(0) : "links";
        var longestWait = Duration.ofMillis(Campaign.count(1_500, 800));
        // A reduced campaign has no time for the waits that grow when a link breaks again before it was stable.
        var stable = Campaign.isFull() ? Duration.ofSeconds(5) : Duration.ofMillis(1);
        try (var client = new TriedClient(
                        server,
                        part,
                        builder -> builder.random(Campaign.luck(part)).stableAfter(stable));
                var strikes = new Strikes(
                        client.link(), client.hub(), faults, longestWait, Campaign.luck(part + "-strikes"))) {
            client.goLive(RATE);
            client.hearFrom(RATE);
            client.link().delay(FLIGHT);

            var inAll = strikes.run(Duration.ofMinutes(5));
            assertThat(client.hub().awaitLive(SOON)).isTrue();
            var verdict = client.finish();

            var calls = client.calls();
            var blocked = client.blockedCalls();
            Campaign.report("%s x%d (%d strikes): %s", part, faults.size(), inAll, verdict);
            Campaign.report(
                    "%s publish() in ms: median %.3f, p99 %.3f, max %.3f; blocked: p99 %.3f, max %.3f",
                    part, calls.median(), calls.millisAt(0.99), calls.max(), blocked.millisAt(0.99), blocked.max());
            Campaign.report(
                    "%s inbound: %d sent, %d heard, caught up %d times",
                    part, client.sentInbound().size(), client.heardInbound().size(), client.catchUps());
            assertDelivered(verdict);
            assertThat(client.heardInbound()).isNotEmpty().isEqualTo(client.sentInbound());
            assertThat(calls.median()).as("usual publish() in ms").isLessThanOrEqualTo(1);
            assertThat(blocked.millisAt(0.99))
                    .as("p99 of blocked publish() in ms")
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void deadLinkIsNoticedAndNothingIsLostOnIt() throws Exception {
        var usual = Campaign.isFull();
        var bound = usual ? Duration.ofSeconds(12) : SHORT_SILENCE.plusSeconds(1);
        try (var client = new TriedClient(
                server,
                "half-open",
                builder -> usual ? builder : builder.silence(SHORT_SILENCE).connectDeadline(SHORT_SILENCE))) {
            client.goLive(RATE);

            var since = System.nanoTime();
            client.link().blackHole();
            client.link().heal();
            var noticed = client.moves().await("the dead link noticed", since, SOON, state -> state != HubState.LIVE);
            var back = client.moves().await("the client back", noticed.nanos(), SOON, state -> state == HubState.LIVE);
            var verdict = client.finish();

            var took = Duration.ofNanos(noticed.nanos() - since);
            Campaign.report(
                    "half-open: noticed after %d ms, live again after %d ms; %s",
                    took.toMillis(), Duration.ofNanos(back.nanos() - since).toMillis(), verdict);
            assertThat(took).isLessThanOrEqualTo(bound);
            assertDelivered(verdict);
        }
    }

    @Test
    void clientIsBackSoonAfterTheHub() throws Exception {
        var clients = new ArrayList<TriedClient>();
        try {
            for (var i = 0; i < Campaign.count(20, 2); i++) {
                var part = "outage-" + i;
                clients.add(new TriedClient(server, part, builder -> builder.random(Campaign.luck(part))));
            }
            for (var client : clients) {
                client.goLive(RATE / 10);
                client.link().refuse();
            }
            var listening = healAfter(OUTAGE, clients);

            var afterListening = new Durations();
            var afterFirstAccept = new Durations();
            var verdicts = new ArrayList<Verdict>();
            for (var client : clients) {
                var live = client.moves().await("the client back", listening, SOON, state -> state == HubState.LIVE);
                afterListening.add(live.nanos() - listening);
                afterFirstAccept.add(live.nanos() - client.link().firstAccept().orElseThrow());
                verdicts.add(client.finish());
            }

            Campaign.report("outage of 2 s: live after the hub listens, in ms: %s", afterListening);
            Campaign.report("outage of 2 s: live after its first accept, in ms: %s", afterFirstAccept);
            Campaign.report(
                    "outage of 2 s: medians %.0f and %.0f ms; lost %d",
                    afterListening.median(),
                    afterFirstAccept.median(),
                    verdicts.stream().mapToInt(Verdict::lost).sum());
            verdicts.forEach(LinksCampaignTest::assertDelivered);
            assertThat(afterFirstAccept.median()).isLessThanOrEqualTo(1_500);
            if (Campaign.isFull()) {
                assertThat(afterListening.median()).isLessThanOrEqualTo(1_500);
            }
        } finally {
            clients.forEach(TriedClient::close);
        }
    }

    /** Lets the links through again when that time is over; the {@link System#nanoTime} at which it began to. */
    private static long healAfter(Duration outage, List<TriedClient> clients) throws Exception {
        var clock = Executors.newSingleThreadScheduledExecutor();
        try {
            return clock.schedule(
                            () -> {
                                var now = System.nanoTime();
                                clients.forEach(client -> client.link().heal());
                                return now;
                            },
                            outage.toMillis(),
                            TimeUnit.MILLISECONDS)
                    .get();
        } finally {
            clock.shutdownNow();
        }
    }

    private static void assertDelivered(Verdict verdict) {
        assertThat(verdict)
                .isEqualTo(
                        new Verdict(verdict.published(), verdict.published(), 0, 0, 0, 0, 0, 0, verdict.redelivered()));
        assertThat(verdict.published()).isPositive();
    }
}
