package dev.rushlight.tools.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the demo brings along: pictures, diffs, and the production they belong to. */
final class DemoFiles {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+\\.[a-z0-9]+");

    private DemoFiles() {}

    static Optional<byte[]> read(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (var in = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + name, failed);
        }
    }

    static String text(String name) {
        return new String(present(name), StandardCharsets.UTF_8);
    }

    static String sha256(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(present(name));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] present(String name) {
        return read(name).orElseThrow(() -> new IllegalArgumentException("The demo has no " + name));
    }
}
