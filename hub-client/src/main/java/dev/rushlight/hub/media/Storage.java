package dev.rushlight.hub.media;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.ServerHttp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Wherever the server keeps its files: they are put there and got from there with the addresses that it hands out.
 *
 * <p>Such an address may be a stranger's, so nothing of ours goes there: no key, no header, no cookie.
 */
final class Storage {

    /** The JDK's client sets these itself and refuses them from others. */
    private static final Set<String> SET_BY_THE_CLIENT =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private final HubSettings settings;
    private final Patience patience;

    // Guarded by this; made for the first transfer, because it reads files and has threads.
    private @Nullable HttpClient client;

    Storage(HubSettings settings, Patience patience) {
        this.settings = settings;
        this.patience = patience;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = ServerHttp.client(settings);
        }
        return client;
    }

    /** What is put where, and with which headers. */
    record Parcel(String what, SecretAddress address, Map<String, String> headers, RangeStream.Range range) {}

    /** Which status and headers the storage answered with. */
    record Receipt(int status, HttpHeaders headers) {}

    /**
     * Puts a stretch of content, as often as it takes.
     *
     * @param tick runs ten times a second on the calling thread
     * @throws TransferFailed if the storage refuses, or patience ends
     */
    Receipt put(Parcel parcel, Meter meter, Runnable tick) {
        var part = meter.part();
        return patience.keepTrying(
                "Sending %s to %s".formatted(parcel.what(), parcel.address()),
                meter,
                tick,
                () -> putOnce(parcel, part, tick));
    }

    private Receipt putOnce(Parcel parcel, Meter.Part part, Runnable tick) throws IOException {
        var pulse = new Pulse();
        var stream = new RangeStream(parcel.range(), pulse, part);
        var request = HttpRequest.newBuilder(parcel.address().uri())
                .PUT(body(stream, parcel.range().length()));
        parcel.headers().forEach((name, value) -> addHeader(request, name, value));
        try {
            var answer = patience.await(client().sendAsync(request.build(), BodyHandlers.discarding()), pulse, tick);
            requireTaken(answer.statusCode(), parcel.address());
            part.reached(parcel.range().length());
            return new Receipt(answer.statusCode(), answer.headers());
        } catch (IOException e) {
            if (stream.failure().isPresent()) {
                throw stream.failure().get();
            }
            throw explained(e);
        }
    }

    private static BodyPublisher body(RangeStream stream, long length) {
        return length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> stream), length);
    }

    private static void addHeader(HttpRequest.Builder request, String name, String value) {
        if (SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        try {
            request.setHeader(name, value);
        } catch (IllegalArgumentException e) {
            // The exception holds the value, which may be a signature.
            throw new TransferFailed("The server gave a header that cannot be sent");
        }
    }

    private static void requireTaken(int status, SecretAddress address) throws IOException {
        requireNotPassing(status);
        if (status < 200 || status >= 300) {
            throw refused(status, address);
        }
    }

    /** @throws IOException if a later attempt may do better */
    static void requireNotPassing(int status) throws IOException {
        if (status >= 500 || status == 408 || status == 429) {
            throw new IOException("HTTP " + status);
        }
    }

    static TransferFailed refused(int status, SecretAddress address) {
        return new TransferFailed("%s refuses with HTTP %d%s"
                .formatted(address, status, status == 403 ? "; the address may have expired" : ""));
    }

    /** One request for bytes, which the handler takes in. */
    <T> HttpResponse<T> get(HttpRequest request, HttpResponse.BodyHandler<T> into, Pulse pulse, Runnable tick)
            throws IOException {
        try {
            return patience.await(client().sendAsync(request, into), pulse, tick);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    HubSettings settings() {
        return settings;
    }

    Patience patience() {
        return patience;
    }

    /** The JDK's client says nothing of why it did not connect. */
    private static IOException explained(IOException e) {
        return e instanceof ConnectException && e.getMessage() == null ? new ConnectException("no connection") : e;
    }
}
