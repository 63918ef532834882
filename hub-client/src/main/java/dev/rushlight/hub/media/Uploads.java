package dev.rushlight.hub.media;

import dev.rushlight.hub.media.UploadCalls.Draft;
import dev.rushlight.hub.media.UploadCalls.MultipartTicket;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.BiConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Brings content to the server: first the bytes, then the news of them. */
final class Uploads {

    private static final int BUFFER = 1 << 16;

    private final UploadCalls calls;
    private final Storage storage;
    private final BiConsumer<String, JsonObject> publisher;

    /** @param publisher publishes an event with a topic and data */
    Uploads(UploadCalls calls, Storage storage, BiConsumer<String, JsonObject> publisher) {
        this.calls = calls;
        this.storage = storage;
        this.publisher = publisher;
    }

    Component run(Supplier<Content> source, Progress progress, LongFunction<Draft> drafting) {
        try (var content = source.get()) {
            var draft = drafting.apply(content.size());
            var meter = new Meter(progress, content.size());
            var chunks = Chunks.of(content.size());
            if (chunks.areWorthIt()) {
                inParts(draft, content, chunks, meter);
            } else {
                inOnePiece(draft, content, meter);
            }
            meter.report();
            announce(draft);
            return draft.component();
        } catch (RuntimeException e) {
            throw Patience.outcome(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void inOnePiece(Draft draft, Content content, Meter meter) {
        var ticket = calls.prepareSingle(draft, checksum(content));
        var parcel = new Storage.Parcel(
                draft.component().fileName(),
                SecretAddress.given(ticket.url(), storage.settings()),
                ticket.headers(),
                new RangeStream.Range(content, 0, content.size()));
        storage.put(parcel, meter, meter::report);
        content.requireUnchanged();
        calls.registerSingle(draft, meter::report);
    }

    /** The server hears of the component before it has its bytes, so it must not stay if they do not come. */
    private void inParts(Draft draft, Content content, Chunks chunks, Meter meter) {
        var answer = calls.prepareMultipart(draft, chunks.count());
        try {
            sendParts(calls.ticket(answer, chunks.count()), draft, content, chunks, meter);
        } catch (RuntimeException | Error e) {
            if (!(e instanceof TransferFailed failed && failed.isOutcomeUnknown())) {
                calls.discard(draft.component(), e);
            }
            throw e;
        }
    }

    private void sendParts(MultipartTicket ticket, Draft draft, Content content, Chunks chunks, Meter meter) {
        var parts = new Parts(storage, content, chunks, meter);
        var eTags = parts.send(draft.component().fileName(), ticket.urls());
        content.requireUnchanged();
        calls.registerMultipart(draft, ticket.uploadId(), eTags, meter::report);
    }

    private void announce(Draft draft) {
        try {
            publisher.accept(
                    "ftrack.location.component-added",
                    Operations.object()
                            .add("component_id", draft.component().id())
                            .add("location_id", draft.locationId())
                            .build());
        } catch (RuntimeException e) {
            // The component is there; who wants to know of it finds it.
            return;
        }
    }

    /** The MD5 of everything, as HTTP writes it. */
    private static String checksum(Content content) {
        var digest = md5();
        var buffer = ByteBuffer.allocate(BUFFER);
        try {
            for (var at = 0L; at < content.size(); ) {
                buffer.clear().limit((int) Math.min(BUFFER, content.size() - at));
                var count = content.read(buffer, at);
                if (count < 0) {
                    break;
                }
                digest.update(buffer.flip());
                at += count;
            }
        } catch (IOException e) {
            throw new TransferFailed("The file cannot be read", e);
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
