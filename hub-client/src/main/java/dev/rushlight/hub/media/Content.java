package dev.rushlight.hub.media;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of one upload; they can be read again, from anywhere, and by several threads. */
interface Content extends Closeable {

    long size();

    /** Reads some bytes, or answers -1 where there are none. */
    int read(ByteBuffer into, long position) throws IOException;

    /** @throws TransferFailed if the bytes are not those that the upload began with */
    void requireUnchanged();

    @Override
    void close() throws IOException;
}
