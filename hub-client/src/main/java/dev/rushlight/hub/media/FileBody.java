package dev.rushlight.hub.media;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** One answer's body on its way into a file; the HTTP client calls it on threads of its own. */
final class FileBody implements BodySubscriber<Boolean> {

    private final PartialFile file;
    private final Optional<TransferFailed> refusal;
    private final Pulse pulse;
    private final long total;
    private final CompletableFuture<Boolean> taken = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription subscription;

    /** @param total the size of the whole file, or -1 if nobody said */
    FileBody(PartialFile file, Pulse pulse, long total) {
        this(file, pulse, total, Optional.empty());
    }

    private FileBody(PartialFile file, Pulse pulse, long total, Optional<TransferFailed> refusal) {
        this.file = file;
        this.refusal = refusal;
        this.pulse = pulse;
        this.total = total;
    }

    /** Takes nothing in at all. */
    static FileBody refusing(PartialFile file, TransferFailed why) {
        return new FileBody(file, new Pulse(), -1, Optional.of(why));
    }

    @Override
    public CompletionStage<Boolean> getBody() {
        return taken;
    }

    @Override
    public void onSubscribe(Flow.Subscription flow) {
        subscription = flow;
        if (refusal.isPresent()) {
            fail(refusal.get());
        } else {
            flow.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        pulse.beat();
        try {
            buffers.forEach(buffer -> file.append(this, buffer));
        } catch (TransferFailed e) {
            fail(e);
            return;
        }
        var flow = subscription;
        if (flow != null) {
            flow.request(1);
        }
    }

    private void fail(TransferFailed why) {
        taken.completeExceptionally(why);
        var flow = subscription;
        if (flow != null) {
            flow.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        taken.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        if (total >= 0 && file.size() != total) {
            taken.completeExceptionally(new IOException("%d of %d bytes came".formatted(file.size(), total)));
        } else {
            taken.complete(true);
        }
    }
}
