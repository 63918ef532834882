package dev.rushlight.hub.cache;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The files of a file cache: written whole or not at all, bounded in number and age, never a reason to fail. */
final class CacheDirectory {

    static final String SUFFIX = ".json";
    static final String UNFINISHED = "unfinished-";

    private static final System.Logger LOG = System.getLogger(FileCache.class.getName());
    private static final Pattern VALUE = Pattern.compile("[0-9a-f]{64}\\.json");

    private final Path path;
    private final Duration oldest;
    private final Clock clock;
    private final TroubleLog trouble = new TroubleLog(LOG, System::nanoTime);
    private final CacheSweep sweep;

    /** Set once an old value could be neither replaced nor deleted; from then on nothing here is believed. */
    private volatile boolean stale;

    CacheDirectory(Path path, int mostFiles, Duration oldest, Clock clock) {
        this.path = path.toAbsolutePath().normalize();
        this.oldest = oldest;
        this.clock = clock;
        sweep = new CacheSweep(this.path, mostFiles, oldest, clock);
    }

    Path path() {
        return path;
    }

    Optional<byte[]> read(String name, int largest) {
        if (stale) {
            return Optional.empty();
        }
        var file = path.resolve(name);
        try {
            var facts = Files.readAttributes(file, BasicFileAttributes.class);
            if (!facts.isRegularFile() || facts.size() > largest || isOlderThan(oldest, facts, clock)) {
                return Optional.empty();
            }
            try (var in = Files.newInputStream(file)) {
                var bytes = in.readNBytes(largest + 1);
                return bytes.length > largest ? Optional.empty() : Optional.of(bytes);
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            trouble.tell("Cannot read from the cache " + file, e);
            return Optional.empty();
        }
    }

    void write(String name, byte[] bytes) {
        try {
            Files.createDirectories(path, ownerOnly());
            var unfinished = Files.createTempFile(path, UNFINISHED, ".tmp");
            try {
                Files.write(unfinished, bytes);
                replace(unfinished, path.resolve(name));
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            trouble.tell("Cannot write to the cache " + path, e);
            delete(name);
            return;
        }
        try {
            sweep.afterWrite();
        } catch (IOException | DirectoryIteratorException e) {
            trouble.tell("Cannot make room in the cache " + path, e);
        }
    }

    void delete(String name) {
        var file = path.resolve(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            if (Files.exists(file)) {
                stale = true;
            }
            trouble.tell("Cannot delete from the cache " + file, e);
        }
    }

    /** The names of the value files. */
    List<String> names() {
        var names = new ArrayList<String>();
        if (!stale) {
            try (var files = Files.newDirectoryStream(path, CacheDirectory::isValue)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            } catch (NoSuchFileException e) {
                return List.of();
            } catch (IOException | DirectoryIteratorException e) {
                trouble.tell("Cannot list the cache " + path, e);
            }
        }
        return names;
    }

    private static void replace(Path unfinished, Path file) throws IOException {
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the file system cannot replace a file in one step", e);
        }
    }

    static boolean isValue(Path file) {
        return VALUE.matcher(file.getFileName().toString()).matches();
    }

    static boolean isOlderThan(Duration age, BasicFileAttributes facts, Clock clock) {
        return Duration.between(facts.lastModifiedTime().toInstant(), clock.instant())
                        .compareTo(age)
                > 0;
    }

    private FileAttribute<?>[] ownerOnly() {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rwx------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
    }
}
