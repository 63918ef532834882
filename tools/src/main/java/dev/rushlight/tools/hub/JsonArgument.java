package dev.rushlight.tools.hub;

import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** JSON given on the command line as itself, as {@code @FILE}, or as {@code -} for standard input. */
final class JsonArgument {

    static final int LARGEST = 1 << 20;

    private final String source;
    private final String text;

    private JsonArgument(String source, String text) {
        this.source = source;
        this.text = text;
    }

    /** Reads what the argument of the option stands for. */
    static JsonValue read(String option, String argument, InputStream input) {
        var json = textOf(option, argument, input);
        return json.parsed();
    }

    /** Reads text, of at most {@link #LARGEST} bytes, as the argument stands for it. */
    static String text(String option, String argument, InputStream input) {
        return textOf(option, argument, input).text;
    }

    private static JsonArgument textOf(String option, String argument, InputStream input) {
        if (argument.equals("-")) {
            return decoded("standard input", () -> input.readNBytes(LARGEST + 1));
        }
        if (argument.startsWith("@")) {
            var file = Path.of(argument.substring(1));
            return decoded(file.toString(), () -> {
                try (var bytes = Files.newInputStream(file)) {
                    return bytes.readNBytes(LARGEST + 1);
                }
            });
        }
        return new JsonArgument(option, argument);
    }

    @FunctionalInterface
    private interface Bytes {
        byte[] read() throws IOException;
    }

    private static JsonArgument decoded(String source, Bytes content) {
        try {
            var bytes = content.read();
            if (bytes.length > LARGEST) {
                throw CommandFailed.usage("%s has more than %s MiB, and no event is larger", source, LARGEST >> 20);
            }
            return new JsonArgument(
                    source,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (NoSuchFileException missing) {
            throw CommandFailed.usage("There is no file %s", source);
        } catch (CharacterCodingException noText) {
            throw CommandFailed.usage("%s is not text in UTF-8", source);
        } catch (IOException unreadable) {
            throw CommandFailed.usage("%s cannot be read", source);
        }
    }

    private JsonValue parsed() {
        try {
            return JsonText.parse(
                    text, new JsonLimits(LARGEST, JsonLimits.ofRequest().maxDepth()));
        } catch (MalformedJson broken) {
            throw CommandFailed.usage("%s%s: %s", source, place(broken), broken.reason());
        }
    }

    private static String place(MalformedJson broken) {
        return broken.place().map(place -> ", " + place).orElse("");
    }
}
