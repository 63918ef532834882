package dev.rushlight.hub.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** This machine's name, as far as it is known without asking the network, which can take long. */
final class LocalHost {

    private static final Optional<String> NAME = find();

    private LocalHost() {}

    static Optional<String> name() {
        return NAME;
    }

    private static Optional<String> find() {
        return Optional.ofNullable(System.getenv("HOSTNAME"))
                .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .or(() -> read(Path.of("/etc/hostname")))
                .map(String::strip)
                .filter(name -> name.matches("[A-Za-z0-9._-]{1,255}"));
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
