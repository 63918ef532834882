package dev.rushlight.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build put what is tested, and where the tests put what they make. */
final class Built {
    private static final Path EAR =
            Path.of(System.getProperty("rushlight.ear", "")).toAbsolutePath();
    private static final Path ROOT = EAR.getParent();

    private Built() {}

    static Path launcher() {
        return ROOT.resolve("rushlight");
    }

    static Path toolsLibraries() {
        return ROOT.resolve("tools/target/lib");
    }

    static Path quickstart() {
        return ROOT.resolve("docs/quickstart");
    }

    /** What the pages are made of. */
    static Path web() {
        return ROOT.resolve("web/src/main");
    }

    /** The shipped boot commands, which bind the server to loopback. */
    static Path preBoot() {
        return EAR.resolve("src/main/payara/pre-boot.txt");
    }

    static Path testSource(String path) {
        return EAR.resolve("src/test").resolve(path);
    }

    /** A directory under {@code target}, made when it is missing. */
    static Path output(String path) {
        try {
            return Files.createDirectories(EAR.resolve("target").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
