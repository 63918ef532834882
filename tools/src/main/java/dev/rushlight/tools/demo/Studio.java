package dev.rushlight.tools.demo;

import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import dev.rushlight.installation.SecretFiles;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import java.nio.file.Path;
import java.util.Optional;

/** What the demo artist keeps from one start to the next, in the data directory: the hub key and the pictures' port. */
record Studio(Optional<String> key, int picturePort) {

    private static final String FILE = "demo-artist.json";

    static Studio in(Path data) {
        try {
            return SecretFiles.read(data.resolve(FILE))
                    .map(JsonText::parseObject)
                    .map(kept -> new Studio(
                            Optional.ofNullable(kept.get("key"))
                                    .filter(JsonString.class::isInstance)
                                    .map(key -> ((JsonString) key).getString()),
                            kept.get("picturePort") instanceof JsonNumber port && isPort(port.intValue())
                                    ? port.intValue()
                                    : 0))
                    .orElseGet(() -> new Studio(Optional.empty(), 0));
        } catch (MalformedJson unreadable) {
            return new Studio(Optional.empty(), 0);
        }
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= 65535;
    }

    Studio withKey(String fresh) {
        return new Studio(Optional.of(fresh), picturePort);
    }

    Studio withPicturePort(int port) {
        return new Studio(key, port);
    }

    void keepIn(Path data) {
        var kept = Json.createObjectBuilder().add("picturePort", picturePort);
        key.ifPresent(known -> kept.add("key", known));
        SecretFiles.write(data.resolve(FILE), kept.build().toString());
    }

    @Override
    public String toString() {
        return "Studio[key=***, picturePort=" + picturePort + "]";
    }
}
