package dev.rushlight.feedback;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * A file beside a note, without its bytes.
 *
 * @param name what it was called where it came from, to be shown, and never a path
 * @param contentType what its bytes are, if they are a picture; else {@code application/octet-stream}
 */
public record AttachmentDetail(
        AttachmentId id,
        String name,
        String contentType,
        long size,
        String sha256,
        OptionalInt width,
        OptionalInt height,
        Instant attachedAt) {}
