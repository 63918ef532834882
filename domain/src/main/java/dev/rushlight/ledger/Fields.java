package dev.rushlight.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Some fields as bytes, such that different fields never give the same bytes. Every field is text in UTF-8 with the number
 * of its bytes before it, as four bytes, the highest first; a field that is absent is {@code ff ff ff ff} and nothing
 * else. Numbers are decimal without leading zeros, ids are in lower case with their four hyphens, and instants are in UTC
 * with exactly six digits after the second, such as {@code 2026-11-23T12:00:00.000000Z}. The first field names the format.
 */
final class Fields {

    private static final byte[] ABSENT = {-1, -1, -1, -1};
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

    Fields(String format) {
        add(format);
    }

    Fields add(String text) {
        var encoded = text.getBytes(UTF_8);
        bytes.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(encoded.length).array());
        bytes.writeBytes(encoded);
        return this;
    }

    Fields add(Optional<String> text) {
        text.ifPresentOrElse(this::add, () -> bytes.writeBytes(ABSENT));
        return this;
    }

    Fields add(long number) {
        return add(Long.toString(number));
    }

    Fields add(UUID id) {
        return add(id.toString());
    }

    Fields add(Instant at) {
        return add(text(at));
    }

    static String text(Instant at) {
        return MICROS.format(at);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    String sha256() {
        return Sha256.hex(bytes());
    }
}
