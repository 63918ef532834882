package dev.rushlight.web.boot;

import dev.rushlight.installation.Installation;
import dev.rushlight.installation.SecretFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How tools of the same user on the same machine reach this process: its address and a token of this start, in a file that
 * only the owner of the data directory can read.
 */
@ApplicationScoped
public class ControlAccess {
    private static final Logger LOG = Logger.getLogger(ControlAccess.class.getName());

    private final String token;

    public ControlAccess() {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        token = HexFormat.of().formatHex(random);
    }

    boolean admits(String given) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    void announce(Installation installation) {
        SecretFiles.write(
                file(installation),
                Json.createObjectBuilder()
                        .add("url", installation.loopbackUrl().toString())
                        .add("token", token)
                        .build()
                        .toString());
    }

    /** Takes the file away, unless another process put its own there meanwhile. */
    void withdraw(Installation installation) {
        var file = file(installation);
        try {
            if (SecretFiles.read(file).filter(text -> text.contains(token)).isPresent()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "%s cannot be removed".formatted(file));
        }
    }

    private static Path file(Installation installation) {
        return installation.data().resolve("control.json");
    }
}
