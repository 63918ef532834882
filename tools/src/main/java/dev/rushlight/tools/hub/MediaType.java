package dev.rushlight.tools.hub;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of media an address leads to, as far as its last letters tell. */
final class MediaType {

    private static final Pattern EXTENSION = Pattern.compile("[^?#]*\\.([A-Za-z0-9]{2,5})([?#].*)?", Pattern.DOTALL);

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/mp4"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"),
            Map.entry("mkv", "video/x-matroska"),
            Map.entry("ogv", "video/ogg"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("exr", "image/x-exr"));

    private MediaType() {}

    static Optional<String> of(String address) {
        var extension = EXTENSION.matcher(address);
        return extension.matches()
                ? Optional.ofNullable(TYPES.get(extension.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    static boolean isVideo(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith("video");
    }
}
