package dev.rushlight.review;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/** One video or image, named by address: it is fetched by the reviewer's browser. */
public record Media(
        URI url,
        MediaType type,
        String contentType,
        Optional<URI> posterUrl,
        Optional<FrameRate> rate,
        OptionalInt frames,
        int startFrame,
        Optional<String> tcStart,
        boolean dropFrame,
        OptionalInt width,
        OptionalInt height,
        Optional<String> sha256) {

    /** Whether both are known to be the same picture, over the same frames. */
    boolean showsTheSameAs(Media other) {
        return sha256.isPresent() && sha256.equals(other.sha256) && frames.equals(other.frames);
    }
}
