package dev.rushlight.hub;

/** How much JSON text is read before it is refused. */
public record JsonLimits(int maxBytes, int maxDepth) {

    public JsonLimits {
        if (maxBytes < 1 || maxDepth < 1 || maxDepth > 256) {
            throw new IllegalArgumentException(
                    "JSON limits need at least one byte and a depth of 1 to 256, not %s bytes and depth %s"
                            .formatted(maxBytes, maxDepth));
        }
    }

    /** What anybody may send unasked: 1 MiB, 64 deep. */
    public static JsonLimits ofRequest() {
        return new JsonLimits(1 << 20, 64);
    }
}
