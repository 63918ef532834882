package dev.rushlight.hub.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.TlsSettings;
import dev.rushlight.hub.api.ConnectionTest;
import dev.rushlight.hub.api.ConnectionTest.Outcome;
import dev.rushlight.hub.api.ConnectionTest.Step;
import dev.rushlight.hub.api.ServerUnreachable;
import dev.rushlight.hub.api.Session;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is known to the proxy alone, so whatever arrives went through it; the Python client has no such option for
 * events (wire-protocol, section 10, row 11).
 */
@Timeout(60)
class ProxyTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String NAME = StudioCertificates.SERVER_NAME;

    private final ScriptedPeer peer = new ScriptedPeer();

    @BeforeEach
    void serve() {
        peer.onApi(request ->
                HttpAnswer.ok(request.body().contains("query_schemas") ? "[[]]" : "[{\"version\":\"dev\"}]"));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void callsAndEventsGoThroughTheProxy() throws Exception {
        try (var proxy = new TestProxy(peer.port());
                var session = Session.open(plain(proxy))) {
            session.eventHub().connect();
            assertThat(session.eventHub().awaitLive(LONG)).isTrue();
            assertThat(proxy.requests())
                    .containsExactly(
                            "POST http://studio.invalid/api",
                            "POST http://studio.invalid/api",
                            "GET http://studio.invalid/socket.io/1/",
                            "CONNECT studio.invalid:80");
        }
    }

    @Test
    void encryptedCallsAndEventsAreTunnelled(@TempDir Path directory) throws Exception {
        var certificates = StudioCertificates.make(directory);
        try (var front = new TlsFront(certificates.server("server"), peer.port(), false);
                var proxy = new TestProxy(front.port())) {
            var settings =
                    settings("https", proxy).withTls(TlsSettings.usual().withAuthorities(certificates.authority()));
            try (var session = Session.open(settings)) {
                session.eventHub().connect();
                assertThat(session.eventHub().awaitLive(LONG)).isTrue();
            }
            assertThat(ConnectionTest.run(settings, LONG))
                    .extracting(Step::outcome)
                    .containsOnly(Outcome.PASSED);
            assertThat(proxy.requests()).hasSizeGreaterThan(4).containsOnly("CONNECT studio.invalid:443");
        }
    }

    @Test
    void aConnectionTestGoesThroughTheProxyToo() throws Exception {
        try (var proxy = new TestProxy(peer.port())) {
            var steps = ConnectionTest.run(plain(proxy), LONG);
            assertThat(steps)
                    .allSatisfy(step ->
                            assertThat(step.outcome()).as(step.toString()).isEqualTo(Outcome.PASSED));
            assertThat(steps.get(0).detail()).isEqualTo("proxy 127.0.0.1");
            assertThat(steps.get(1).detail()).isEqualTo("port 80 through %s, not encrypted", proxy.address());
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws Exception {
        var proxy = new TestProxy(peer.port());
        proxy.close();
        assertThatExceptionOfType(ServerUnreachable.class)
                .isThrownBy(() -> Session.open(plain(proxy)))
                .withMessageEndingWith(
                        "no connection to 127.0.0.1, port " + proxy.address().port());
    }

    @Test
    void aProxyThatAsksForAPasswordSaysSo() throws Exception {
        try (var proxy = new TestProxy(peer.port())) {
            proxy.refusesWith(407);
            for (var scheme : new String[] {"http", "https"}) {
                assertThatExceptionOfType(ServerUnreachable.class)
                        .isThrownBy(() -> Session.open(settings(scheme, proxy)))
                        .withMessageEndingWith("the proxy asks for a password, which is not supported");
            }
        }
    }

    @Test
    void eventsWaitForAProxyThatRefusesThem() throws Exception {
        try (var proxy = new TestProxy(peer.port());
                var hub = EventHub.of(plain(proxy))) {
            proxy.refusesWith(502);
            hub.connect();
            assertThat(hub.firstSettled().toCompletableFuture().join().state()).isEqualTo(HubState.WAITING);
            proxy.refusesWith(200);
            assertThat(hub.awaitLive(LONG)).isTrue();
        }
    }

    private static HubSettings plain(TestProxy proxy) {
        return settings("http", proxy);
    }

    private static HubSettings settings(String scheme, TestProxy proxy) {
        return HubSettings.of(URI.create(scheme + "://" + NAME), new Credentials("jo", "s3cret-key"))
                .withProxy(proxy.address());
    }
}
