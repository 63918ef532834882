package dev.rushlight.hub.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The link that the campaigns break breaks as told, or else they prove nothing. */
@Timeout(20)
class FaultProxyTest {

    private static final int SOON = 10_000;
    private static final int MOMENT = 100;

    private final ServerSocket listener = listen();
    private final FaultProxy proxy = new FaultProxy(URI.create("http://127.0.0.1:" + listener.getLocalPort()));
    private Socket client = new Socket();
    private Socket server = new Socket();

    @BeforeEach
    void connect() throws IOException {
        client = open();
        server = accept();
        say(client, "to and");
        assertThat(hear(server, 6)).isEqualTo("to and");
        say(server, "fro");
        assertThat(hear(client, 3)).isEqualTo("fro");
    }

    @AfterEach
    void closeAll() throws IOException {
        proxy.close();
        listener.close();
        client.close();
        server.close();
    }

    @Test
    void resetIsHeardAsAResetOnBothSides() {
        assertThat(proxy.rst()).isEqualTo(1);

        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> client.getInputStream().read());
        assertThatExceptionOfType(SocketException.class)
                .isThrownBy(() -> server.getInputStream().read());
    }

    @Test
    void finIsHeardAsAnOrderlyEndOnBothSides() throws IOException {
        assertThat(proxy.fin()).isEqualTo(1);

        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(server.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void truncatedLinkEndsAfterHalfOfWhatIsSaid() throws IOException {
        assertThat(proxy.truncate()).isEqualTo(1);
        say(server, "12345678");

        assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualTo("1234");
        assertThat(server.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void halfClosedLinkStillCarriesWhatTheClientSays() throws IOException {
        assertThat(proxy.halfClose()).isEqualTo(1);

        assertThat(client.getInputStream().read()).isEqualTo(-1);
        say(client, "still here");
        assertThat(hear(server, 10)).isEqualTo("still here");
    }

    @Test
    void blackHoleStaysOpenAndSwallowsEverythingEvenWhenHealed() throws IOException {
        assertThat(proxy.blackHole()).isEqualTo(1);
        proxy.heal();
        say(client, "anybody?");
        say(server, "anybody?");

        assertSilent(client);
        assertSilent(server);
    }

    @Test
    void newLinkOfABlackHoleIsSwallowedUntilHealed() throws IOException {
        proxy.blackHole();
        try (var late = open();
                var end = accept()) {
            say(late, "anybody?");
            assertSilent(end);
        }
        proxy.heal();
        try (var healthy = open();
                var end = accept()) {
            say(healthy, "hello");
            assertThat(hear(end, 5)).isEqualTo("hello");
        }
    }

    @Test
    void refusingProxyTakesNobodyUntilHealedOnTheSamePort() throws IOException {
        assertThat(proxy.refuse()).isEqualTo(1);
        assertThatExceptionOfType(ConnectException.class).isThrownBy(this::open);

        var before = System.nanoTime();
        proxy.heal();
        assertThat(proxy.firstAccept()).isEmpty();
        try (var healthy = open();
                var end = accept()) {
            say(healthy, "hello");
            assertThat(hear(end, 5)).isEqualTo("hello");
            assertThat(proxy.firstAccept().orElseThrow() - before).isPositive();
        }
    }

    @Test
    void delayHoldsBackWhatIsSaid() throws IOException {
        proxy.delay(Duration.ofMillis(MOMENT));
        var before = System.nanoTime();
        say(client, "late");

        assertThat(hear(server, 4)).isEqualTo("late");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(MOMENT));
    }

    @Test
    void clientHearsWhatIsInjected() throws IOException {
        assertThat(proxy.inject("forged".getBytes(StandardCharsets.US_ASCII))).isEqualTo(1);

        assertThat(hear(client, 6)).isEqualTo("forged");
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Socket open() throws IOException {
        var socket = new Socket("127.0.0.1", proxy.address().getPort());
        socket.setSoTimeout(SOON);
        return socket;
    }

    private Socket accept() throws IOException {
        var socket = listener.accept();
        socket.setSoTimeout(SOON);
        return socket;
    }

    private static void say(Socket from, String text) throws IOException {
        from.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hear(Socket at, int length) throws IOException {
        return new String(at.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    private static void assertSilent(Socket at) throws IOException {
        at.setSoTimeout(MOMENT);
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> at.getInputStream().read());
    }
}
