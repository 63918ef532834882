package dev.rushlight.hub.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** A file on disk, which must stay as it is while it is sent. */
final class FileContent implements Content {

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final FileTime modified;

    private FileContent(Path file, FileChannel channel, BasicFileAttributes attributes) {
        this.file = file;
        this.channel = channel;
        this.size = attributes.size();
        this.modified = attributes.lastModifiedTime();
    }

    static FileContent open(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new TransferFailed(file + " is not a file");
            }
            return new FileContent(file, FileChannel.open(file, StandardOpenOption.READ), attributes);
        } catch (NoSuchFileException e) {
            throw new TransferFailed("There is no file " + file);
        } catch (IOException e) {
            throw new TransferFailed(file + " cannot be read", e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return channel.read(into, position);
    }

    @Override
    public void requireUnchanged() {
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            if (now.size() != size) {
                throw new TransferFailed("%s changed while it was being sent: it had %d bytes and now has %d"
                        .formatted(file, size, now.size()));
            }
            if (!now.lastModifiedTime().equals(modified)) {
                throw new TransferFailed(file + " was written to while it was being sent");
            }
        } catch (NoSuchFileException e) {
            throw new TransferFailed(file + " vanished while it was being sent");
        } catch (IOException e) {
            throw new TransferFailed(file + " cannot be read any more", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
