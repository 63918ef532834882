package dev.rushlight.hub.media;

import dev.rushlight.hub.media.Storage.Parcel;
import dev.rushlight.hub.media.Storage.Receipt;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends the parts of one content, a few at a time; when one fails for good, all end. */
final class Parts {

    private static final int AT_A_TIME = 4;
    private static final long TICK_MILLIS = 100;
    private static final long LONGEST_END_SECONDS = 5;

    private final Storage storage;
    private final Content content;
    private final Chunks chunks;
    private final Meter meter;

    Parts(Storage storage, Content content, Chunks chunks, Meter meter) {
        this.storage = storage;
        this.content = content;
        this.chunks = chunks;
        this.meter = meter;
    }

    private record Sent(int index, String eTag) {}

    /** @return the tags that the storage gave the parts, in their order */
    List<String> send(String what, List<String> urls) {
        var addresses = urls.stream()
                .map(url -> SecretAddress.given(url, storage.settings()))
                .toList();
        var workers = Background.several("media-part", AT_A_TIME);
        try {
            var sending = new ExecutorCompletionService<Sent>(workers);
            for (var i = 0; i < addresses.size(); i++) {
                sending.submit(sendingOf(what, i, addresses.get(i)));
            }
            return collect(sending, addresses.size());
        } catch (InterruptedException e) {
            throw Patience.interrupted();
        } finally {
            end(workers);
        }
    }

    private Callable<Sent> sendingOf(String what, int index, SecretAddress address) {
        var name = "part %d of %s".formatted(index + 1, what);
        var parcel = new Parcel(name, address, Map.of(), chunks.range(content, index));
        return () -> new Sent(index, eTag(storage.put(parcel, meter, () -> {}), name));
    }

    private List<String> collect(ExecutorCompletionService<Sent> sending, int count) throws InterruptedException {
        var eTags = new String[count];
        for (var missing = count; missing > 0; ) {
            var next = sending.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
            meter.report();
            if (next != null) {
                try {
                    var sent = next.get();
                    eTags[sent.index()] = sent.eTag();
                    missing--;
                } catch (ExecutionException e) {
                    throw failure(e.getCause());
                }
            }
        }
        return Arrays.asList(eTags);
    }

    /** The parts are joined by these tags, so an answer without one is as good as none. */
    private static String eTag(Receipt receipt, String what) {
        if (receipt.status() != 200) {
            throw new TransferFailed("The storage took %s with HTTP %d, but only 200 says that it is there"
                    .formatted(what, receipt.status()));
        }
        return receipt.headers()
                .firstValue("etag")
                .map(tag -> tag.replace("\"", ""))
                .filter(tag -> !tag.isBlank())
                .orElseThrow(() -> new TransferFailed("The storage gave %s no ETag".formatted(what)));
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException ours ? ours : new IllegalStateException(cause);
    }

    /** Nobody reads the content any more when this returns, unless the system itself hangs. */
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        var interrupted = Thread.interrupted();
        try {
            workers.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
