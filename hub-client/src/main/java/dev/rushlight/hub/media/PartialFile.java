package dev.rushlight.hub.media;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What has come of a download so far, in a file beside its target.
 *
 * <p>Only one answer is received at a time; the fields pass from one to the next through the HTTP client's futures.
 */
final class PartialFile implements AutoCloseable {

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    private final Path file;
    private final FileChannel channel;
    private final long most;
    private final Meter meter;
    private final Meter.Part part;

    // Guarded by this, because an answer that was given up may still be on its way.
    private long size;
    private Optional<String> validator = Optional.empty();
    private Optional<FileBody> receiving = Optional.empty();

    private PartialFile(Path file, FileChannel channel, long most, Meter meter) {
        this.file = file;
        this.channel = channel;
        this.most = most;
        this.meter = meter;
        this.part = meter.part();
    }

    static PartialFile beside(Path target, long most, Meter meter) {
        var file = target.resolveSibling(".rushlight-" + UUID.randomUUID() + ".part");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new PartialFile(file, channel, most, meter);
        } catch (IOException e) {
            throw new TransferFailed("No file can be written beside " + target, e);
        }
    }

    synchronized long size() {
        return size;
    }

    /** The headers that ask for the rest only, provided that it is still the rest of the same. */
    synchronized Map<String, String> resumption() {
        return size == 0 || validator.isEmpty()
                ? Map.of()
                : Map.of("Range", "bytes=" + size + "-", "If-Range", validator.get());
    }

    synchronized void startOver() {
        size = 0;
        validator = Optional.empty();
    }

    /** Takes in the body of a good answer, and no other; its value is whether it did. */
    synchronized BodySubscriber<Boolean> receiver(ResponseInfo head, Pulse pulse) {
        receiving = Optional.empty();
        var status = head.statusCode();
        if (status != 200 && status != 206) {
            return BodySubscribers.replacing(false);
        }
        try {
            var body = new FileBody(this, pulse, requireSmall(status == 200 ? begin(head) : resume(head)));
            receiving = Optional.of(body);
            return body;
        } catch (TransferFailed e) {
            return FileBody.refusing(this, e);
        }
    }

    private long requireSmall(long total) {
        if (total > most) {
            throw new TransferFailed("The file has %d bytes, which is more than %d".formatted(total, most));
        }
        meter.total(total);
        return total;
    }

    private long begin(ResponseInfo head) {
        startOver();
        validator = head.headers()
                .firstValue("etag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> head.headers().firstValue("last-modified"));
        return head.headers().firstValueAsLong("content-length").orElse(-1);
    }

    private long resume(ResponseInfo head) {
        var range =
                CONTENT_RANGE.matcher(head.headers().firstValue("content-range").orElse(""));
        if (!range.matches() || Long.parseLong(range.group(1)) != size) {
            throw new TransferFailed("The server was asked for the rest of the file and gave something else");
        }
        return range.group(3).equals("*") ? -1 : Long.parseLong(range.group(3));
    }

    /** Appends bytes; called by the body that is being received, in order. */
    synchronized void append(FileBody body, ByteBuffer bytes) {
        if (receiving.filter(body::equals).isEmpty()) {
            return;
        }
        if (size + bytes.remaining() > most) {
            throw new TransferFailed("The file has more than %d bytes".formatted(most));
        }
        try {
            while (bytes.hasRemaining()) {
                size += channel.write(bytes, size);
            }
        } catch (IOException e) {
            throw new TransferFailed("%s cannot be written".formatted(file), e);
        }
        part.reached(size);
    }

    /** Puts the whole file in the target's place. */
    void moveTo(Path target) {
        try {
            channel.truncate(size());
            channel.force(true);
            channel.close();
            try {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new TransferFailed("%s cannot be written".formatted(target), e);
        }
    }

    /** Removes what was not moved. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new TransferFailed("%s cannot be removed".formatted(file), e);
        }
    }
}
