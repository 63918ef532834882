package dev.rushlight.hub.media;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A download in the making.
 *
 * <p>The target appears or changes only when all bytes are there; until then they are in a file beside it. A broken
 * connection is taken up where it broke, if the server can do that.
 */
public final class Download {

    private final Downloads downloads;
    private final String path;
    private final Map<String, String> query;
    private final Path target;
    private Progress progress = (done, total) -> {};
    private long most = Long.MAX_VALUE;

    Download(Downloads downloads, String path, Map<String, String> query, Path target) {
        this.downloads = downloads;
        this.path = path;
        this.query = query;
        this.target = target;
    }

    public Download progress(Progress listener) {
        progress = listener;
        return this;
    }

    /** Refuses what is larger, before or as soon as that shows. */
    public Download atMost(long bytes) {
        most = bytes;
        return this;
    }

    /**
     * Gets it and waits until it is there.
     *
     * @return the size of the file
     * @throws TransferFailed if the server has no such bytes, or they did not get here
     * @throws java.util.concurrent.CancellationException if this thread is interrupted, which it then still is
     */
    public long run() {
        return run(progress, most);
    }

    /** Gets it in the background; cancelling the future ends the transfer soon. */
    public CompletableFuture<Long> start() {
        var listener = progress;
        var limit = most;
        return Background.start("media-download", () -> run(listener, limit));
    }

    private long run(Progress listener, long limit) {
        return downloads.run(path, query, target, limit, listener);
    }
}
