package dev.rushlight.tools.control;

import jakarta.json.Json;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the running server of a data directory is reached, and the token that shows we may read that directory. */
public record ControlFile(URI server, String token) {

    /** Reads what a ready server left in its data directory; a file that says nothing useful counts as none. */
    public static Optional<ControlFile> in(Path data) {
        var file = data.resolve("control.json");
        try (var in = Files.newInputStream(file);
                var reader = Json.createReader(in)) {
            var json = reader.readObject();
            return Optional.of(new ControlFile(URI.create(json.getString("url")), json.getString("token")));
        } catch (NoSuchFileException noServer) {
            return Optional.empty();
        } catch (JsonException | NullPointerException | ClassCastException | IllegalArgumentException unreadable) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + file, failed);
        }
    }

    @Override
    public String toString() {
        return "ControlFile[server=" + server + ", token=***]";
    }
}
