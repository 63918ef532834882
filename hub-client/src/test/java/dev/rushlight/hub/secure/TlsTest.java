package dev.rushlight.hub.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.TlsSettings;
import dev.rushlight.hub.api.ConnectionTest;
import dev.rushlight.hub.api.ConnectionTest.Outcome;
import dev.rushlight.hub.api.ConnectionTest.Step;
import dev.rushlight.hub.api.ServerUnreachable;
import dev.rushlight.hub.api.Session;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import dev.rushlight.hub.socketio.Admission;
import dev.rushlight.hub.socketio.Handshake;
import dev.rushlight.hub.socketio.HubSocket;
import dev.rushlight.hub.socketio.HubSockets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Python client can be told neither whom to trust nor who it is (wire-protocol, section 10, row 11). */
@Timeout(60)
class TlsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private static Path directory;

    private static StudioCertificates certificates;

    private final ScriptedPeer peer = new ScriptedPeer();

    @BeforeAll
    static void make() throws Exception {
        certificates = StudioCertificates.make(directory);
    }

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
    void aServerOfTheStudiosOwnAuthorityIsTrustedForCallsAndEvents() throws Exception {
        try (var front = front("server", false);
                var session = Session.open(settings(front).withTls(trusting()))) {
            assertThat(session.serverInformation().getString("version")).isEqualTo("dev");
            session.eventHub().connect();
            assertThat(session.eventHub().awaitLive(LONG)).isTrue();
        }
    }

    @Test
    void anAuthorityThatNobodyNamedIsNotTrusted() throws Exception {
        try (var front = front("server", false)) {
            assertRefused(settings(front), "unable to find valid certification path");
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotAccepted() throws Exception {
        try (var front = front("elsewhere", false)) {
            assertRefused(settings(front).withTls(trusting()), "No subject alternative names matching");
        }
    }

    @Test
    void theClientCertificateIsShownForCallsAndEvents() throws Exception {
        var tls = trusting().withClientCertificate(certificates.client(), StudioCertificates.PASSWORD);
        try (var front = front("server", true);
                var session = Session.open(settings(front).withTls(tls))) {
            var forCalls = front.clients().size();
            session.eventHub().connect();
            assertThat(session.eventHub().awaitLive(LONG)).isTrue();
            assertThat(front.clients())
                    .hasSizeGreaterThan(forCalls)
                    .allSatisfy(name -> assertThat(name).isEqualTo("CN=workstation-7"));
        }
    }

    @Test
    void aServerThatWantsACertificateRefusesWhoHasNone() throws Exception {
        try (var front = front("server", true)) {
            assertThatExceptionOfType(ServerUnreachable.class)
                    .isThrownBy(() -> Session.open(settings(front).withTls(trusting())));
            assertThat(front.clients()).isEmpty();
        }
    }

    @Test
    void aConnectionTestUsesTheSameCertificates() throws Exception {
        var tls = trusting().withClientCertificate(certificates.client(), StudioCertificates.PASSWORD);
        try (var front = front("server", true)) {
            assertThat(ConnectionTest.run(settings(front).withTls(tls), LONG))
                    .extracting(Step::outcome)
                    .containsOnly(Outcome.PASSED);
        }
    }

    @Test
    void aConnectionTestSaysThatTheCertificateIsNotTrusted() throws Exception {
        try (var front = front("server", false)) {
            var steps = ConnectionTest.run(settings(front), LONG);
            assertThat(steps.get(1).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(steps.get(1).detail()).contains("unable to find valid certification path");
        }
    }

    @Test
    void aFileThatCannotBeUsedIsNamedWhenItIsNeeded() throws Exception {
        var missing = directory.resolve("missing.pem");
        var empty = Files.writeString(directory.resolve("empty.pem"), "nothing");
        var broken = Files.writeString(
                directory.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        var usual = TlsSettings.usual();
        assertUnusable(usual.withAuthorities(missing), "There is no file " + missing);
        assertUnusable(usual.withAuthorities(empty), empty + " holds no certificate");
        assertUnusable(usual.withAuthorities(broken), "The certificates in " + broken + " cannot be read");
        assertUnusable(usual.withClientCertificate(certificates.client(), "wrong"), "client.p12 cannot be read");
    }

    @Test
    void aPasswordNeverPrints() {
        var tls = TlsSettings.usual().withClientCertificate(Path.of("me.p12"), StudioCertificates.PASSWORD);
        assertThat(HubSettings.of(URI.create("http://h"), new Credentials("jo", "k"))
                        .withTls(tls)
                        .toString())
                .contains("me.p12")
                .doesNotContain("s3cret");
    }

    private static void assertUnusable(TlsSettings tls, String why) {
        var settings = HubSettings.of(URI.create("https://127.0.0.1:1"), new Credentials("jo", "s3cret-key"))
                .withTls(tls);
        assertThatExceptionOfType(ServerUnreachable.class)
                .isThrownBy(() -> Session.open(settings))
                .withMessageContaining(why);
        assertThatIOException().isThrownBy(() -> open(settings)).withMessageContaining(why);
        try (var hub = EventHub.of(settings)) {
            hub.connect();
            var first = hub.firstSettled().toCompletableFuture().join();
            assertThat(first.detail()).hasValueSatisfying(it -> assertThat(it).contains(why));
        }
        assertThat(ConnectionTest.run(settings, Duration.ofSeconds(5)))
                .extracting(Step::outcome)
                .contains(Outcome.FAILED);
    }

    private static void assertRefused(HubSettings settings, String why) {
        assertThatExceptionOfType(ServerUnreachable.class)
                .isThrownBy(() -> Session.open(settings))
                .withMessageContaining(why);
        assertThatIOException().isThrownBy(() -> open(settings)).withMessageContaining(why);
    }

    /** Opens only the WebSocket, which would otherwise never be reached. */
    private static void open(HubSettings settings) throws IOException {
        var admission = new Admission(Handshake.parse("sid1:15:60:websocket"), Map.of());
        new HubSockets(settings, 1 << 20).open(admission, new Deaf());
    }

    private TlsFront front(String alias, boolean asksForCertificate) throws Exception {
        return new TlsFront(certificates.server(alias), peer.port(), asksForCertificate);
    }

    private static HubSettings settings(TlsFront front) {
        return HubSettings.of(URI.create("https://127.0.0.1:" + front.port()), new Credentials("jo", "s3cret-key"));
    }

    private static TlsSettings trusting() throws Exception {
        return TlsSettings.usual().withAuthorities(certificates.authority());
    }

    /** Hears nothing. */
    private static final class Deaf implements HubSocket.Listener {
        @Override
        public void onOpen(HubSocket socket) {}

        @Override
        public void onText(String text) {}

        @Override
        public void onPong() {}

        @Override
        public void onTooLong(long bytes) {}

        @Override
        public void onEnd(String why) {}
    }
}
