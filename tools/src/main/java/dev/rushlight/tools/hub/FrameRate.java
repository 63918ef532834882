package dev.rushlight.tools.hub;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Frames per second as an exact fraction: 24, 24000/1001, or the usual short form of such, 23.976. */
record FrameRate(int frames, int seconds) {

    private static final Pattern FRACTION = Pattern.compile("([1-9][0-9]{0,6})(?:/([1-9][0-9]{0,6}))?");

    static FrameRate of(String text) {
        var fraction = FRACTION.matcher(text);
        if (fraction.matches()) {
            var seconds = fraction.group(2);
            return new FrameRate(Integer.parseInt(fraction.group(1)), seconds == null ? 1 : Integer.parseInt(seconds));
        }
        return switch (text) {
            case "23.976", "23.98" -> new FrameRate(24_000, 1001);
            case "29.97" -> new FrameRate(30_000, 1001);
            case "47.952", "47.95" -> new FrameRate(48_000, 1001);
            case "59.94" -> new FrameRate(60_000, 1001);
            case "119.88" -> new FrameRate(120_000, 1001);
            default ->
                throw new IllegalArgumentException(
                        "'%s' is no frame rate; write 24, 24000/1001 or 23.976".formatted(text));
        };
    }

    JsonArray toJson() {
        return Json.createArrayBuilder().add(frames).add(seconds).build();
    }

    /** Reads the rate as it stands on a command line. */
    static final class Converter implements ITypeConverter<FrameRate> {

        @Override
        public FrameRate convert(String text) {
            try {
                return of(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }
}
