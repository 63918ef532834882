package dev.rushlight.hub.media;

import java.nio.ByteBuffer;

/** Bytes that are in memory already, such as those of a drawn still. */
final class BytesContent implements Content {

    private final byte[] bytes;

    BytesContent(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(ByteBuffer into, long position) {
        if (position >= bytes.length) {
            return -1;
        }
        var length = (int) Math.min(into.remaining(), bytes.length - position);
        into.put(bytes, (int) position, length);
        return length;
    }

    @Override
    public void requireUnchanged() {
        // Nobody else has them: they were copied when they were handed over.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
