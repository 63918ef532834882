package dev.rushlight.feedback;

import dev.rushlight.installation.Installation;
import dev.rushlight.installation.SecretFiles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.stream.FileImageInputStream;

/**
 * The bytes of attached files in the data directory, each under an id that was made here: no name that somebody gave it
 * is ever part of a path. A file has its place only once all its bytes are on disk.
 */
@Dependent
class AttachmentFiles {

    static final long LARGEST = 25L * 1024 * 1024;

    private static final String ANYTHING = "application/octet-stream";
    private static final String UNFINISHED = ".part";
    private static final int BLOCK = 64 * 1024;
    private static final int FILES_AT_ONCE = 500;
    private static final Logger LOG = Logger.getLogger(AttachmentFiles.class.getName());

    private final Path directory;

    @Inject
    AttachmentFiles(Installation installation) {
        this.directory = installation.data().resolve("media").resolve("attachments");
    }

    /** Keeps what the stream brings, unless it is too large or a picture that is too large. */
    StoredFile receive(InputStream bytes) throws IOException {
        SecretFiles.privateDirectory(directory);
        var id = UUID.randomUUID();
        var draft = directory.resolve(id + UNFINISHED);
        try {
            var digest = sha256();
            var size = copy(bytes, draft, digest);
            var picture = picture(draft);
            Files.move(draft, path(id), StandardCopyOption.ATOMIC_MOVE);
            force(directory);
            return new StoredFile(
                    id,
                    picture.map(known -> known.format().contentType()).orElse(ANYTHING),
                    size,
                    HexFormat.of().formatHex(digest.digest()),
                    picture.flatMap(Picture::size));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static long copy(InputStream bytes, Path draft, MessageDigest digest) throws IOException {
        try (var file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var block = new byte[BLOCK];
            var size = 0L;
            for (var read = bytes.read(block); read >= 0; read = bytes.read(block)) {
                size += read;
                if (size > LARGEST) {
                    throw new UnacceptableAttachment("A file may have %d bytes".formatted(LARGEST));
                }
                digest.update(block, 0, read);
                for (var rest = ByteBuffer.wrap(block, 0, read); rest.hasRemaining(); ) {
                    file.write(rest);
                }
            }
            if (size == 0) {
                throw new UnacceptableAttachment("The file is empty");
            }
            file.force(true);
            return size;
        }
    }

    /** What a file is, by its bytes alone; a picture that is broken or never ends is no picture. */
    private record Picture(PictureFormat format, Optional<PictureFormat.Size> size) {}

    private static Optional<Picture> picture(Path draft) throws IOException {
        var format = PictureFormat.of(head(draft));
        if (format.filter(PictureFormat::isReadable).isEmpty()) {
            return format.map(known -> new Picture(known, Optional.empty()));
        }
        try (var stream = new FileImageInputStream(draft.toFile())) {
            var size = format.get().size(stream);
            if (size.pixels() > AnnotationPicture.MOST_POSTER_PIXELS) {
                throw new UnacceptableAttachment("A picture may have %d pixels, not %d x %d"
                        .formatted(AnnotationPicture.MOST_POSTER_PIXELS, size.width(), size.height()));
            }
            return Optional.of(new Picture(format.get(), Optional.of(size)));
        } catch (IOException broken) {
            LOG.log(Level.FINE, broken, () -> "%s begins like a picture, but is none".formatted(draft));
            return Optional.empty();
        }
    }

    private static byte[] head(Path draft) throws IOException {
        try (var stream = Files.newInputStream(draft)) {
            return stream.readNBytes(PictureFormat.HEAD);
        }
    }

    Path path(UUID id) {
        return directory.resolve(id.toString());
    }

    /** True unless it is in use so that it cannot be deleted now; the sweep comes again. */
    boolean delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
            return true;
        } catch (IOException failed) {
            LOG.log(Level.WARNING, failed, () -> "The attached file %s cannot be deleted".formatted(id));
            return false;
        }
    }

    /**
     * Deletes files that were last written before that and that nobody knows, and what was never finished.
     *
     * @param known asked which of some files somebody knows
     * @return how many were deleted
     */
    int sweep(Instant before, int max, UnaryOperator<Set<UUID>> known) {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        var deleted = 0;
        try (var files = Files.newDirectoryStream(directory)) {
            var some = new HashSet<UUID>();
            for (var entries = files.iterator(); entries.hasNext() && deleted < max; ) {
                var file = entries.next();
                if (isBefore(file, before)) {
                    var name = file.getFileName().toString();
                    deleted += name.endsWith(UNFINISHED) && Files.deleteIfExists(file) ? 1 : 0;
                    AttachmentId.parse(name).map(AttachmentId::value).ifPresent(some::add);
                }
                if (some.size() >= FILES_AT_ONCE || !entries.hasNext()) {
                    some.removeAll(known.apply(Set.copyOf(some)));
                    deleted += (int) some.stream()
                            .limit(max - deleted)
                            .filter(this::delete)
                            .count();
                    some.clear();
                }
            }
        } catch (IOException | DirectoryIteratorException failed) {
            LOG.log(Level.WARNING, failed, () -> "The attached files in %s cannot be swept".formatted(directory));
        }
        return deleted;
    }

    private static boolean isBefore(Path file, Instant time) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** So that the file's place in the directory is on disk, too, where directories can be written through. */
    private static void force(Path directory) {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            LOG.log(Level.FINE, notHere, () -> "%s cannot be written through".formatted(directory));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java knows SHA-256", impossible);
        }
    }
}
