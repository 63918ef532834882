package dev.rushlight.hub.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;

/** The bytes of one part on their way out; the HTTP client reads it on a thread of its own. */
final class RangeStream extends InputStream {

    private final Range range;
    private final Pulse pulse;
    private final Meter.Part part;
    private volatile Optional<TransferFailed> failure = Optional.empty();

    // Confined to whoever reads.
    private long sent;

    /** A stretch of the content. */
    record Range(Content content, long from, long length) {}

    RangeStream(Range range, Pulse pulse, Meter.Part part) {
        this.range = range;
        this.pulse = pulse;
        this.part = part;
    }

    /** Why the content could not be read: the HTTP client does not pass that on. */
    Optional<TransferFailed> failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        // Whoever asks for more has put what it got before on the wire.
        part.reached(sent);
        pulse.beat();
        if (sent == range.length()) {
            return -1;
        }
        var most = (int) Math.min(length, range.length() - sent);
        var count = fill(ByteBuffer.wrap(into, offset, most));
        sent += count;
        return count;
    }

    private int fill(ByteBuffer buffer) throws IOException {
        try {
            var count = range.content().read(buffer, range.from() + sent);
            if (count < 0) {
                throw failed(new TransferFailed("The file became shorter while it was being sent"));
            }
            return count;
        } catch (IOException e) {
            throw failed(new TransferFailed("The file cannot be read any more", e));
        }
    }

    private TransferFailed failed(TransferFailed why) {
        failure = Optional.of(why);
        return why;
    }
}
