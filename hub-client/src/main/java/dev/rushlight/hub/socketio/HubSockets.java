package dev.rushlight.hub.socketio;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.ServerHttp;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens sockets to one hub: a handshake over HTTP, then a WebSocket with the session id that it gave. */
public final class HubSockets {

    private static final int LONGEST_HANDSHAKE = 64 * 1024;

    // The WebSocket API has no portable limit for a single frame; this is the one of Tyrus.
    private static final String FRAME_LIMIT = "weblogic.websocket.tyrus.incoming-buffer-size";
    private static final int FRAME_OVERHEAD = 64;

    private final HubSettings settings;
    private final int maxMessageBytes;

    // Used until a handshake succeeds: what it keeps open may die with the link that a hub is to come back from.
    private volatile ServerHttp http;

    public HubSockets(HubSettings settings, int maxMessageBytes) {
        this.settings = settings;
        this.maxMessageBytes = maxMessageBytes;
        this.http = new ServerHttp(settings);
    }

    /**
     * Presents our credentials.
     *
     * @throws HandshakeRefused if the server does not accept them
     * @throws IOException if the server is not reached or answers something else
     */
    public Admission shakeHands(Duration deadline) throws IOException {
        var answer = http.get(settings.handshake(), deadline, LONGEST_HANDSHAKE);
        if (answer.status() == 401 || answer.status() == 403 || isRefusal(answer.text())) {
            throw new HandshakeRefused(settings.credentials().user(), answer.status());
        }
        if (answer.isRedirect()) {
            throw new IOException(
                    "the server redirects (HTTP %s): use the address it leads to".formatted(answer.status()));
        }
        if (!answer.isSuccess()) {
            throw new IOException("the server answers the handshake with HTTP " + answer.status());
        }
        var handshake = read(answer.text());
        if (!handshake.offersWebSocket()) {
            throw new IOException("the server offers no WebSocket");
        }
        http = new ServerHttp(settings);
        return new Admission(handshake, answer.cookies());
    }

    /** Opens the socket and tells the listener; blocks until that is done or has failed. */
    public void open(Admission admission, HubSocket.Listener listener) throws IOException {
        var builder = ClientEndpointConfig.Builder.create().configurator(new SessionHeaders(admission));
        settings.tls().context().ifPresent(builder::sslContext);
        var config = builder.build();
        config.getUserProperties().put(FRAME_LIMIT, maxMessageBytes + FRAME_OVERHEAD);
        var sid = admission.handshake().sid();
        try {
            var container = ContainerProvider.getWebSocketContainer();
            if (settings.proxy().isPresent()) {
                ProxiedContainer.goThrough(container, settings.proxy().get());
            }
            container.connectToServer(
                    new HubSocket.Receiver(maxMessageBytes, listener), config, settings.webSocket(sid));
        } catch (DeploymentException | RuntimeException e) {
            throw new IOException("the WebSocket did not open: " + reason(e).replace(sid, "***"));
        }
    }

    private static Handshake read(String text) throws IOException {
        try {
            return Handshake.parse(text);
        } catch (MalformedHandshake e) {
            throw new IOException("the server's answer is no handshake: " + e.getMessage(), e);
        }
    }

    /** Some servers answer 200 and say in JSON that the credentials are wrong. */
    private static boolean isRefusal(String text) {
        return text.startsWith("{")
                && (text.contains("InvalidCredentialsError") || text.contains("FTAuthenticationError"));
    }

    private static String reason(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }

    /** The WebSocket carries the configured headers and cookies; the session id stands for the credentials. */
    private final class SessionHeaders extends ClientEndpointConfig.Configurator {

        private final Admission admission;

        SessionHeaders(Admission admission) {
            this.admission = admission;
        }

        @Override
        public void beforeRequest(Map<String, List<String>> headers) {
            settings.headers().forEach((name, value) -> headers.put(name, List.of(value)));
            var cookies = new LinkedHashMap<>(settings.cookies());
            cookies.putAll(admission.cookies());
            if (!cookies.isEmpty()) {
                headers.put("Cookie", List.of(ServerHttp.cookieHeader(cookies)));
            }
        }
    }
}
