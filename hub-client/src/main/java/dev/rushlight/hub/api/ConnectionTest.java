package dev.rushlight.hub.api;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HttpProxy;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.event.Subscription;
import dev.rushlight.hub.socketio.HubSockets;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Finds out step by step whether a server can be used, and says of each step how it went.
 *
 * <p>It changes nothing on the server: the one event that it publishes is addressed to itself.
 */
public final class ConnectionTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int LARGEST_MESSAGE = 10 << 20;
    private static final String ECHO_TOPIC = "rushlight.connection-test";

    private final HubSettings settings;
    private final long end;
    private final List<Step> steps = new ArrayList<>();

    private ConnectionTest(HubSettings settings, Duration longest) {
        this.settings = settings;
        this.end = System.nanoTime() + (longest.compareTo(A_DAY) < 0 ? longest : A_DAY).toNanos();
    }

    /** How one step went. */
    public record Step(String name, Outcome outcome, Duration took, String detail) {}

    /** Whether a step passed, failed, or was not tried because an earlier one failed. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    /** Does what a step is about and returns what is worth telling. */
    @FunctionalInterface
    private interface Attempt {
        String make() throws IOException, InterruptedException, ExecutionException, TimeoutException;
    }

    /** Goes through all the steps in at most so long; whatever the target is, this returns and does not throw. */
    public static List<Step> run(HubSettings settings, Duration longest) {
        return new ConnectionTest(settings, longest).run();
    }

    private List<Step> run() {
        step("NAME", this::resolve);
        step("CONNECT", this::connect);
        step("CREDENTIALS", this::presentCredentials);
        step("HANDSHAKE", this::shakeHands);
        try (var hub =
                EventHub.builder(settings).connectDeadline(atLeastOne(left())).build()) {
            var heard = new CompletableFuture<Event>();
            var subscription = hub.subscribe("topic=" + ECHO_TOPIC, event -> {
                heard.complete(event);
                return Optional.empty();
            });
            step("SUBSCRIBE", () -> subscribe(hub, subscription));
            step("ECHO", () -> echo(hub, subscription, heard));
        }
        return List.copyOf(steps);
    }

    private void step(String name, Attempt attempt) {
        if (steps.stream().anyMatch(step -> step.outcome() != Outcome.PASSED)) {
            steps.add(new Step(name, Outcome.SKIPPED, Duration.ZERO, ""));
            return;
        }
        var begun = System.nanoTime();
        var outcome = Outcome.FAILED;
        String detail;
        try {
            detail = attempt.make();
            outcome = Outcome.PASSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            detail = "interrupted";
        } catch (TimeoutException e) {
            detail = "took too long";
        } catch (ExecutionException e) {
            detail = reason(e.getCause() == null ? e : e.getCause());
        } catch (IOException | RuntimeException e) {
            detail = reason(e);
        }
        steps.add(new Step(name, outcome, Duration.ofNanos(System.nanoTime() - begun), detail));
    }

    private String resolve() throws InterruptedException, ExecutionException, TimeoutException {
        var addresses = inTime(
                () -> InetAddress.getAllByName(proxy().map(HttpProxy::host).orElse(host())));
        return (proxy().isPresent() ? "proxy " : "")
                + addresses[0].getHostAddress()
                + (addresses.length > 1 ? " and %s more".formatted(addresses.length - 1) : "");
    }

    private String connect() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (var socket = proxy().isPresent() ? tunnel(proxy().get()) : direct()) {
            return "port %s%s, %s"
                    .formatted(
                            settings.port(),
                            proxy().map(proxy -> " through " + proxy).orElse(""),
                            settings.secure() ? secure(socket) : "not encrypted");
        }
    }

    private Socket direct() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var address = inTime(() -> new InetSocketAddress(host(), settings.port()));
        var socket = new Socket();
        socket.connect(address, millisLeft());
        return socket;
    }

    /** The proxy looks the server's name up; events go through such a tunnel even where calls do not need one. */
    private Socket tunnel(HttpProxy proxy)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var address = inTime(() -> new InetSocketAddress(proxy.host(), proxy.port()));
        var socket = new Socket(new Proxy(Proxy.Type.HTTP, address));
        socket.connect(InetSocketAddress.createUnresolved(host(), settings.port()), millisLeft());
        return socket;
    }

    private String secure(Socket plain) throws IOException {
        var context = settings.tls().context();
        var factory = context.map(SSLContext::getSocketFactory)
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        try (var socket = (SSLSocket) factory.createSocket(plain, host(), settings.port(), true)) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(millisLeft());
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private String presentCredentials() {
        var results = new ApiCalls(settings)
                .call(List.of(ApiCalls.operation("query_server_information")), atLeastOne(left()));
        return results.get(0) instanceof JsonObject information
                        && information.get("version") instanceof JsonString version
                ? "server version " + version.getString()
                : "the server does not say its version";
    }

    private String shakeHands() throws IOException {
        var handshake = new HubSockets(settings, LARGEST_MESSAGE)
                .shakeHands(atLeastOne(left()))
                .handshake();
        return "heartbeat within %s s".formatted(handshake.heartbeat().toSeconds());
    }

    private String subscribe(EventHub hub, Subscription subscription)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        hub.connect();
        var first = inTime(hub.firstSettled());
        if (first.state() != HubState.LIVE) {
            throw new IOException(first.detail().orElse("the connection is " + first.state()));
        }
        return accepted(inTime(subscription.confirmed()), "subscription acknowledged");
    }

    private String echo(EventHub hub, Subscription subscription, CompletionStage<Event> heard)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        var begun = System.nanoTime();
        var event = Event.of(ECHO_TOPIC, JsonValue.EMPTY_JSON_OBJECT).withTarget("id=" + subscription.id());
        accepted(inTime(hub.publish(event)), "");
        inTime(heard);
        return String.format(Locale.ROOT, "round trip %.1f ms", (System.nanoTime() - begun) / 1e6);
    }

    private static String accepted(Delivery delivery, String praise) throws IOException {
        return switch (delivery.result()) {
            case ACKNOWLEDGED -> praise;
            case REFUSED -> throw new IOException("the server refuses it: " + delivery.detail());
            case UNCONFIRMED -> throw new IOException(delivery.detail());
        };
    }

    private Optional<HttpProxy> proxy() {
        return settings.proxy();
    }

    /** The host without the brackets that an address has in a URL. */
    private String host() {
        return settings.server().getHost().replaceAll("[\\[\\]]", "");
    }

    /** A look-up of a name cannot be given a deadline, so it gets a thread that may be left behind. */
    private <T> T inTime(Callable<T> lookUp) throws InterruptedException, ExecutionException, TimeoutException {
        var task = new FutureTask<>(lookUp);
        var thread = new Thread(task, "connection-test");
        thread.setDaemon(true);
        thread.start();
        return task.get(millisLeft(), TimeUnit.MILLISECONDS);
    }

    private <T> T inTime(CompletionStage<T> stage) throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(millisLeft(), TimeUnit.MILLISECONDS);
    }

    private Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    private int millisLeft() {
        return (int) Math.min(Integer.MAX_VALUE, atLeastOne(left()).toMillis());
    }

    private static Duration atLeastOne(Duration duration) {
        var least = Duration.ofMillis(1);
        return duration.compareTo(least) < 0 ? least : duration;
    }

    private static String reason(Throwable failure) {
        var message = failure.getMessage();
        var kind = failure.getClass().getSimpleName();
        if (message == null || message.isBlank()) {
            return kind;
        }
        // What the JDK says of an unknown host is only its name.
        return failure instanceof UnknownHostException ? "unknown host " + message : message;
    }
}
