package dev.rushlight.hub.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.regex.Pattern;

/** Which versions of a server this client works with: 3.3.11 and later, and whatever has no number. */
final class ServerVersion {

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9}).*", Pattern.DOTALL);
    private static final int[] OLDEST = {3, 3, 11};

    private ServerVersion() {}

    /** Versions that are not numbers, such as that of a development server, are taken on trust. */
    static void requireCompatible(JsonObject information) {
        if (!(information.get("version") instanceof JsonString version)) {
            throw new ServerIncompatible("The server does not say which version it is");
        }
        var numbers = NUMBERED.matcher(version.getString());
        if (!numbers.matches()) {
            return;
        }
        for (var i = 0; i < OLDEST.length; i++) {
            var number = Integer.parseInt(numbers.group(i + 1));
            if (number < OLDEST[i]) {
                throw new ServerIncompatible(
                        "The server is version %s, but at least 3.3.11 is needed".formatted(version.getString()));
            }
            if (number > OLDEST[i]) {
                return;
            }
        }
    }
}
