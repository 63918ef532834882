package dev.rushlight.hub.cache;

/** The usual ways to make a key's text. */
public final class KeyMakers {

    private KeyMakers() {}

    /**
     * Readable keys such as {@code Task/11c137c0-ee7e-4f9c-91c5-8c77cec22b2c}.
     *
     * <p>A slash or backslash inside a value is written with a backslash before it, so no two entities share a text.
     */
    public static KeyMaker text() {
        return (entityType, primaryKey) -> {
            var text = new StringBuilder(escaped(entityType));
            primaryKey.forEach(value -> text.append('/').append(escaped(value)));
            return text.toString();
        };
    }

    /** Keys of 64 hexadecimal digits, the SHA-256 of the readable one: fit for file names, and they tell nothing. */
    public static KeyMaker hashed() {
        var readable = text();
        return (entityType, primaryKey) -> Sha256.hex(readable.key(entityType, primaryKey));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("/", "\\/");
    }
}
