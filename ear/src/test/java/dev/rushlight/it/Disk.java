package dev.rushlight.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Whole directories: deleted, copied, searched. */
final class Disk {
    private Disk() {}

    static void delete(Path directory) {
        files(directory, true).stream().sorted(Comparator.reverseOrder()).forEach(path -> {
            try {
                Files.delete(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static List<Path> files(Path directory) {
        return files(directory, false);
    }

    private static List<Path> files(Path directory, boolean directoriesToo) {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (var found = Files.walk(directory)) {
            return found.filter(path -> directoriesToo || Files.isRegularFile(path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
