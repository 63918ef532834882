package dev.rushlight.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Small files in the data directory that only this user may read. */
public final class SecretFiles {

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private SecretFiles() {}

    /** Reads the secret, or makes it on first use; when two processes try at once, both get the first one's. */
    public static String readOrCreate(Path file, Supplier<String> fresh) {
        var existing = read(file);
        if (existing.isPresent()) {
            return existing.get();
        }
        try {
            var draft = draft(file, fresh.get());
            try {
                publish(draft, file);
            } catch (FileAlreadyExistsException someoneWasFaster) {
                return readMade(file);
            } finally {
                Files.deleteIfExists(draft);
            }
            return readMade(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write %s: %s".formatted(file, failed.getMessage()), failed);
        }
    }

    /** Gives the draft its name unless that is taken; a link does both at once, where the file system has links. */
    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            Files.move(draft, file);
        }
    }

    /** An empty secret is what a full disk or an old backup leaves; a new one in its place would lock data away. */
    private static String readMade(Path file) throws IOException {
        return read(file)
                .orElseThrow(() -> new IOException(
                        "it is there but empty: restore it from a backup, or delete it if nothing depends on it"));
    }

    public static Optional<String> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (isPosix(file)) {
                Files.setPosixFilePermissions(file, OWNER_FILE);
            }
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read %s: %s".formatted(file, failed.getMessage()), failed);
        }
    }

    /** Writes or replaces the file in one step. */
    public static void write(Path file, String text) {
        try {
            Files.move(draft(file, text), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write %s: %s".formatted(file, failed.getMessage()), failed);
        }
    }

    /** Makes a directory that only this user may enter; one that exists stays as it is. */
    public static void privateDirectory(Path directory) {
        try {
            if (Files.isDirectory(directory)) {
                return;
            }
            Files.createDirectories(directory, onlyOwner(directory, OWNER_DIRECTORY));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make the directory %s: %s".formatted(directory, failed), failed);
        }
    }

    /** Makes an empty file for somebody else to fill, or closes one that exists: others never can read it. */
    public static void privateFile(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file, onlyOwner(file, OWNER_FILE));
            } else if (isPosix(file)) {
                Files.setPosixFilePermissions(file, OWNER_FILE);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make %s: %s".formatted(file, failed), failed);
        }
    }

    private static Path draft(Path file, String text) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        privateDirectory(directory);
        var draft = Files.createTempFile(directory, file.getFileName().toString(), ".new", onlyOwner(file, OWNER_FILE));
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        return draft;
    }

    private static FileAttribute<?>[] onlyOwner(Path file, Set<PosixFilePermission> permissions) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
