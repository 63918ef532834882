package dev.rushlight.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException someoneWasFaster) {
                return read(file).orElseThrow();
            } catch (UnsupportedOperationException noLinks) {
                Files.move(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
            return read(file).orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write %s: %s".formatted(file, failed.getMessage()), failed);
        }
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
    static void privateFile(Path file) {
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
        return Files.writeString(draft, text + System.lineSeparator());
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
