package dev.rushlight.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plain HTTP with one server: our headers and cookies, a deadline over the whole exchange, an answer of bounded size,
 * and no redirects, because credentials go nowhere else.
 */
public final class ServerHttp {

    private static final int PROXY_ASKS_FOR_PASSWORD = 407;

    private final HubSettings settings;

    // Guarded by this; made when first used, because it reads the files that the TLS settings name.
    private @Nullable HttpClient client;

    public ServerHttp(HubSettings settings) {
        this.settings = settings;
    }

    /**
     * A client that reaches the server as the settings say: through the proxy, with the certificates, and without ever
     * following a redirect.
     *
     * @throws UncheckedIOException naming the file of the TLS settings that cannot be used
     */
    public static HttpClient client(HubSettings settings) {
        try {
            return newClient(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static HttpClient newClient(HubSettings settings) throws IOException {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
        settings.tls().context().ifPresent(builder::sslContext);
        settings.proxy()
                .map(proxy -> ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port())))
                .ifPresent(builder::proxy);
        return builder.build();
    }

    private synchronized HttpClient client() throws IOException {
        if (client == null) {
            client = newClient(settings);
        }
        return client;
    }

    public Answer get(URI address, Duration deadline, int maxBytes) throws IOException {
        return exchange(request(address).GET().build(), deadline, maxBytes);
    }

    public Answer postJson(URI address, String json, Duration deadline, int maxBytes) throws IOException {
        var request = request(address)
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return exchange(request, deadline, maxBytes);
    }

    private HttpRequest.Builder request(URI address) {
        var request = HttpRequest.newBuilder(address);
        settings.requestHeaders().forEach(request::setHeader);
        if (!settings.cookies().isEmpty()) {
            request.setHeader("Cookie", cookieHeader(settings.cookies()));
        }
        return request;
    }

    /** Cookies as one header value. */
    public static String cookieHeader(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Answer exchange(HttpRequest request, Duration deadline, int maxBytes) throws IOException {
        var pending = client().sendAsync(request, head -> new BoundedBody(maxBytes));
        try {
            var response = pending.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() == PROXY_ASKS_FOR_PASSWORD) {
                throw new ProtocolException("the proxy asks for a password, which is not supported");
            }
            return new Answer(
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    cookiesSet(response.headers().allValues("set-cookie")));
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new HttpTimeoutException("no answer within " + deadline.toMillis() + " ms");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /** The JDK's client says little of why it did not connect. */
    private IOException failure(Throwable cause) {
        if (cause instanceof ConnectException && cause.getMessage() == null) {
            var host = settings.proxy()
                    .map(HttpProxy::host)
                    .orElse(settings.server().getHost());
            var port = settings.proxy().map(HttpProxy::port).orElse(settings.port());
            return new ConnectException(
                    cause.getCause() instanceof UnresolvedAddressException
                            ? "unknown host " + host
                            : "no connection to %s, port %s".formatted(host, port));
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }

    private static Map<String, String> cookiesSet(List<String> headers) {
        var cookies = new LinkedHashMap<String, String>();
        for (var header : headers) {
            var pair = header.split(";", 2)[0].split("=", 2);
            if (pair.length == 2) {
                cookies.put(pair[0].strip(), pair[1].strip());
            }
        }
        return cookies;
    }

    /** What the server answered, and the cookies it set. */
    public record Answer(int status, String text, Map<String, String> cookies) {

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        public boolean isRedirect() {
            return status >= 300 && status < 400;
        }

        /** A server's answer may hold anything, so it prints no more than its size. */
        @Override
        public String toString() {
            return "Answer[status=%s, %s characters]".formatted(status, text.length());
        }
    }

    /** Collects a body and gives up as soon as it is too long. */
    private static final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {

        private final int maxBytes;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        BoundedBody(int maxBytes) {
            this.maxBytes = maxBytes;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription flow) {
            subscription = flow;
            flow.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (var buffer : buffers) {
                if (bytes.size() + (long) buffer.remaining() > maxBytes) {
                    body.completeExceptionally(
                            new ProtocolException("the answer is longer than " + maxBytes + " bytes"));
                    if (subscription != null) {
                        subscription.cancel();
                    }
                    return;
                }
                var chunk = new byte[buffer.remaining()];
                buffer.get(chunk);
                bytes.writeBytes(chunk);
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
