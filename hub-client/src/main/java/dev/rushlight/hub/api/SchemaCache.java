package dev.rushlight.hub.api;

import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import dev.rushlight.hub.PythonJson;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A directory that keeps the schemas of servers, one file for each, so that most sessions need not ask for them.
 *
 * <p>Whatever is wrong with a file or with the directory, the schemas are asked for again: it is never an error.
 */
final class SchemaCache {

    private static final Logger LOG = System.getLogger(SchemaCache.class.getName());
    private static final JsonLimits LIMITS = new JsonLimits(64 << 20, 64);
    private static final int NAME_BYTES = 8;

    private final Path file;

    SchemaCache(Path directory, URI server) {
        file = directory.toAbsolutePath().resolve("ftrack_api_schema_cache_%s.json".formatted(name(server)));
    }

    /** What was kept, if it is what the server's hash says, else what the server says, which is then kept. */
    JsonArray schemas(Optional<String> hash, Supplier<JsonArray> server) {
        return hash.flatMap(this::read).orElseGet(() -> {
            var fresh = server.get();
            write(fresh);
            return fresh;
        });
    }

    /** What was kept of this server, if it is what the server's hash says. */
    private Optional<JsonArray> read(String hash) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LIMITS.maxBytes() + 1);
            var schemas = JsonText.parseArray(new String(bytes, StandardCharsets.UTF_8), LIMITS);
            return PythonJson.md5(schemas).equals(hash) ? Optional.of(schemas) : Optional.empty();
        } catch (IOException | MalformedJson e) {
            LOG.log(Level.DEBUG, "The schema cache {0} is not used: {1}", file, e);
            return Optional.empty();
        }
    }

    /** Replaces the file at once, so that others read either the old or the new one. */
    private void write(JsonArray schemas) {
        var fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(fresh, schemas.toString(), StandardOpenOption.CREATE_NEW);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The schema cache {0} cannot be written: {1}", file, e);
            forget(fresh);
        }
    }

    private static void forget(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The file {0} is left behind: {1}", fresh, e);
        }
    }

    private static String name(URI server) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(server.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
