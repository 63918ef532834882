package dev.rushlight.tools.hub;

import java.io.IOException;
import java.io.Writer;

/** What {@code head} leaves behind once it has seen enough. */
final class BrokenPipe extends Writer {

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        throw new IOException("Broken pipe");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
