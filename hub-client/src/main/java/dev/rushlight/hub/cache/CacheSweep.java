package dev.rushlight.hub.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes room in a cache's directory from time to time: old files go, and of too many the oldest. */
final class CacheSweep {

    private static final String LOCK = "sweep.lock";
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path path;
    private final int mostFiles;
    private final Duration oldest;
    private final Clock clock;
    private final AtomicInteger written = new AtomicInteger();

    CacheSweep(Path path, int mostFiles, Duration oldest, Clock clock) {
        if (mostFiles < 1 || oldest.isNegative() || oldest.isZero()) {
            throw new IllegalArgumentException(
                    "A file cache keeps at least 1 entity for some time, not %s for %s".formatted(mostFiles, oldest));
        }
        this.path = path;
        this.mostFiles = mostFiles;
        this.oldest = oldest;
        this.clock = clock;
    }

    /** Sweeps if enough was written since; if another thread or process is at it, the next write sees to it. */
    void afterWrite() throws IOException {
        if (written.incrementAndGet() <= mostFiles / 16) {
            return;
        }
        try (var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock != null) {
                written.set(0);
                sweep();
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds it.
        }
    }

    private void sweep() throws IOException {
        var values = new ArrayList<Aged>();
        try (var files = Files.newDirectoryStream(path)) {
            for (var file : files) {
                var facts = facts(file);
                if (facts.isEmpty()) {
                    continue;
                }
                if (CacheDirectory.isValue(file)) {
                    if (CacheDirectory.isOlderThan(oldest, facts.get(), clock)) {
                        Files.deleteIfExists(file);
                    } else {
                        values.add(new Aged(file, facts.get().lastModifiedTime().toInstant()));
                    }
                } else if (file.getFileName().toString().startsWith(CacheDirectory.UNFINISHED)
                        && CacheDirectory.isOlderThan(ABANDONED, facts.get(), clock)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        deleteOldest(values, values.size() - mostFiles);
    }

    private static void deleteOldest(List<Aged> values, int surplus) throws IOException {
        if (surplus > 0) {
            values.sort(Comparator.comparing(Aged::since));
            for (var value : values.subList(0, surplus)) {
                Files.deleteIfExists(value.file());
            }
        }
    }

    private static Optional<BasicFileAttributes> facts(Path file) throws IOException {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // another process was quicker
        }
    }

    /** A value file and when it was written. */
    private record Aged(Path file, Instant since) {}
}
